using System.Collections.Immutable;

namespace Padu.Domain.Complaints;

/// <summary>Requests about who may know the complainant.</summary>
public abstract partial record ComplaintCommand
{
    public sealed record RequestUnmasking(CustodyRequestId Id, string Reason) : ComplaintCommand;

    /// <param name="NameMatches">What the desk found when it compared the name on the document with the one in the case.</param>
    public sealed record ReportCodeLoss(CustodyRequestId Id, ImmutableArray<IdentityProof> Proofs, bool NameMatches, string? Note)
        : ComplaintCommand;

    public sealed record JudgeRequest(CustodyRequestId Id, Ruling Ruling, string Reason) : ComplaintCommand;

    public sealed record ReissueCode(CustodyRequestId Id, CodeVerifier Verifier) : ComplaintCommand;

    /// <param name="Identity">What is told anew; null keeps what was told, or forgets it on the way to anonymous.</param>
    /// <param name="Reason">The custodian's; a complainant owes none.</param>
    public sealed record ChangeLevel(IdentityLevel Level, Identity? Identity, string? Reason) : ComplaintCommand;
}
