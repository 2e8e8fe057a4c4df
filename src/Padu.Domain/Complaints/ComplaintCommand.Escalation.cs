using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>The ways to the Ombudsman and back.</summary>
public abstract partial record ComplaintCommand
{
    /// <summary>The complainant's own choice, at any time.</summary>
    /// <param name="Target">The Ombudsman's office, as the register knows it.</param>
    /// <param name="SharesIdentity">Whether the Ombudsman may know who they are; null where it was not answered.</param>
    public sealed record Escalate(ExaminationId Examination, Office? Target, bool? SharesIdentity) : ComplaintCommand;

    /// <summary>The election commission's referral.</summary>
    public sealed record Refer(ExaminationId Examination, Office? Target, string Reason, string Consent, bool SharesIdentity)
        : ComplaintCommand;

    /// <summary>Filed straight to the Ombudsman.</summary>
    public sealed record FileDirectly(Submit Filing, ExaminationId Examination, Office? Target, bool IsClosedToKpu) : ComplaintCommand;

    public sealed record ShareIdentity : ComplaintCommand;

    public sealed record ReleaseNotes(string Reason) : ComplaintCommand;

    /// <summary>Sent with the closing of the examination.</summary>
    public sealed record EndEscalation(ExaminationId Examination, Conclusion? Conclusion) : ComplaintCommand;
}
