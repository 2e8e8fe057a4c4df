using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Privacy;

/// <summary>Every request to a data subject's request.</summary>
public abstract record PrivacyCommand
{
    private PrivacyCommand() { }

    /// <param name="Complaint">The case it is about, as it stands.</param>
    /// <param name="HasPending">A request of the same kind about the same case waits already.</param>
    /// <param name="Correction">The identity as it should be; asked only for a correction.</param>
    public sealed record Receive(
        PrivacyRequestId Id,
        Complaint Complaint,
        RequestKind Kind,
        RequestChannel Channel,
        bool HasPending,
        ImmutableArray<IdentityProof> Proofs,
        string? Words,
        Identity? Correction
    ) : PrivacyCommand;

    /// <param name="Complaint">The case it is about, as it stands.</param>
    public sealed record Decide(Complaint Complaint, Outcome Outcome, RefusalGround? Ground, string? Reason) : PrivacyCommand;

    /// <summary>Sent with the erasure that another request of the same person led to.</summary>
    public sealed record Forget(PrivacyRequestId By) : PrivacyCommand;

    /// <param name="Complaint">The case it is about, as it stands.</param>
    public sealed record HandOut(Complaint Complaint) : PrivacyCommand;
}

/// <summary>What a decision is told beside the command.</summary>
/// <param name="At">The legal moment of the act (occurred_at).</param>
public sealed record PrivacyContext(Actor Actor, Instant At, LegalContext Legal);
