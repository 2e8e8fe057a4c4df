using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>What happens to a complaint between the two institutions.</summary>
public abstract partial record ComplaintEvent
{
    /// <summary>
    /// Went to the Ombudsman, which reads the file and its history from here on. Written in one transaction with the examination's opening.
    /// </summary>
    /// <param name="Office">The Ombudsman's office that received it.</param>
    /// <param name="SharesIdentity">The Ombudsman may know who the complainant is.</param>
    /// <param name="IsClosedToKpu">Filed straight there, and the complainant wished that the election commission should not see it.</param>
    /// <param name="Reason">Why the office refers it; the complainant reads it.</param>
    /// <param name="Consent">How and when the complainant agreed to the referral.</param>
    public sealed record Escalated(
        ExaminationId Examination,
        OfficeCode Office,
        EscalationWay Way,
        Exhaustion Exhaustion,
        bool SharesIdentity,
        bool IsClosedToKpu,
        string? Reason,
        string? Consent
    ) : ComplaintEvent;

    /// <summary>The complainant let the Ombudsman know who they are.</summary>
    public sealed record IdentityShared(ExaminationId Examination) : ComplaintEvent;

    /// <summary>The office let the Ombudsman read what it wrote for itself.</summary>
    public sealed record NotesReleased(ExaminationId Examination, string? Reason) : ComplaintEvent;

    /// <summary>The Ombudsman has finished. No conclusion: the report was not accepted.</summary>
    public sealed record EscalationEnded(ExaminationId Examination, Conclusion? Conclusion) : ComplaintEvent;
}
