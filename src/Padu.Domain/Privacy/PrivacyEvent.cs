using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Privacy;

/// <summary>
/// Every fact of a data subject's request. What somebody wrote is sealed under a key of the data subject on this stream, and dies with an erasure; what was
/// decided is the institution's record.
/// </summary>
public abstract record PrivacyEvent
{
    private PrivacyEvent() { }

    /// <summary>A request came in; the three days run in hours from here (rule <c>pdp.permintaan</c>).</summary>
    /// <param name="Office">Where the case lay when it came; with <paramref name="Year"/> the book of the register.</param>
    /// <param name="Against">The office the case is about, which does not see it.</param>
    /// <param name="Post">Who entered it at a desk; null when the complainant did.</param>
    /// <param name="Proofs">By what somebody at the desk showed who they are.</param>
    /// <param name="Words">Why, in the data subject's own words.</param>
    /// <param name="Correction">The identity as it should be.</param>
    public sealed record Received(
        PrivacyRequestId Id,
        ComplaintId Complaint,
        PublicNumber Number,
        RequestKind Kind,
        RequestChannel Channel,
        OfficeCode Office,
        int Year,
        OfficeCode? Against,
        IdentityLevel Level,
        bool IsClosedToKpu,
        Institution Keeper,
        PostId? Post,
        Guid? Account,
        ImmutableArray<IdentityProof> Proofs,
        Instant DueAt,
        string? Words,
        Identity? Correction
    ) : PrivacyEvent;

    /// <summary>Decided by a person. A refusal names the law.</summary>
    public sealed record Decided(Outcome Outcome, RefusalGround? Ground, string? Reason) : PrivacyEvent;

    /// <summary>Another request of the same person erased what this one said; what waited here is moot.</summary>
    public sealed record Forgotten(PrivacyRequestId By) : PrivacyEvent;

    /// <summary>The copy of everything kept about the person was handed out.</summary>
    public sealed record CopyHandedOut(RequestChannel Channel) : PrivacyEvent;
}
