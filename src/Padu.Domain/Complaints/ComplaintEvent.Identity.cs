using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Facts about who may know the complainant: unmasking, a changed level, a lost code.</summary>
public abstract partial record ComplaintEvent
{
    /// <summary>A post asked the custodian to be shown a protected identity. <see cref="DueAt"/> is when an answer is owed.</summary>
    public sealed record UnmaskingRequested(
        CustodyRequestId Request,
        PostId Post,
        Guid Account,
        OfficeCode Office,
        Instant DueAt,
        string? Reason
    ) : ComplaintEvent;

    /// <summary>Somebody showed at a desk that the case is theirs and that the code is lost. What was shown is recorded, never its number.</summary>
    /// <param name="NameMatches">The name on what was shown is the name in the case; compared by the program and told to whoever judges, not to who asks.</param>
    public sealed record CodeLossReported(
        CustodyRequestId Request,
        PostId Post,
        Guid Account,
        OfficeCode Office,
        Instant DueAt,
        ImmutableArray<IdentityProof> Proofs,
        bool NameMatches,
        string? Note
    ) : ComplaintEvent;

    /// <summary>A request was allowed or refused by a second person.</summary>
    /// <param name="Until">How long an allowance lasts; null after a refusal.</param>
    public sealed record RequestJudged(CustodyRequestId Request, Ruling Ruling, Instant? Until, string? Reason) : ComplaintEvent;

    /// <summary>A new access code proves the complainant from now on; the one before it opens nothing any more.</summary>
    public sealed record CodeReissued(CustodyRequestId Request, CodeVerifier Verifier) : ComplaintEvent;

    /// <summary>
    /// The complainant chose another identity level, or told more under the same one. To <see cref="IdentityLevel.Anonymous"/> the identity's key is
    /// destroyed in the same transaction.
    /// </summary>
    /// <param name="HasEmail">Whether an e-mail address is left or told.</param>
    /// <param name="Reason">Why the custodian did it on request; null when it was done by number and code.</param>
    public sealed record LevelChanged(IdentityLevel From, IdentityLevel To, bool HasEmail, string? Reason) : ComplaintEvent;
}
