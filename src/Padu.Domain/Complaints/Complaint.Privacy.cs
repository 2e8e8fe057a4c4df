using System.Collections.Immutable;
using NodaTime;

namespace Padu.Domain.Complaints;

public sealed partial record Complaint
{
    /// <summary>The wording of the privacy notice that stood before whoever filed; null where none was shown.</summary>
    public WordingVersion? Notice { get; init; }

    /// <summary>What the complainant allows now beside the complaint.</summary>
    public ImmutableArray<ConsentKind> Consents { get; init; } = [];

    /// <summary>An e-mail address was told and may not be used: the consent was taken back.</summary>
    public bool HasSilencedEmail { get; init; }

    /// <summary>The complainant asked that processing wait.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>Needed in proceedings: nothing may be erased.</summary>
    public bool IsHeld { get; init; }

    /// <summary>When identity and own words were erased; null while they are kept.</summary>
    public Instant? ErasedAt { get; init; }

    public bool IsErased => ErasedAt is not null;

    private static Complaint FoldPrivacy(Complaint next, ComplaintEvent fact, Instant occurredAt) =>
        fact switch
        {
            ComplaintEvent.NoticeShown e => next with { Notice = e.Wording },
            ComplaintEvent.ConsentGiven { Kind: ConsentKind.Email } => next with
            {
                Consents = With(next.Consents, ConsentKind.Email),
                HasEmail = next.HasEmail || next.HasSilencedEmail,
                HasSilencedEmail = false,
            },
            ComplaintEvent.ConsentGiven e => next with { Consents = With(next.Consents, e.Kind) },
            ComplaintEvent.ConsentWithdrawn { Kind: ConsentKind.Email } => next with
            {
                Consents = next.Consents.Remove(ConsentKind.Email),
                HasSilencedEmail = next.HasEmail,
                HasEmail = false,
            },
            ComplaintEvent.ConsentWithdrawn e => next with { Consents = next.Consents.Remove(e.Kind) },
            ComplaintEvent.IdentityCorrected e => next with { HasEmail = e.HasEmail, HasSilencedEmail = false },
            ComplaintEvent.ProcessingRestricted => next with { IsRestricted = true },
            ComplaintEvent.RestrictionLifted => next with { IsRestricted = false },
            ComplaintEvent.HoldPlaced => next with { IsHeld = true },
            ComplaintEvent.HoldLifted => next with { IsHeld = false },
            ComplaintEvent.PersonalDataErased => next with
            {
                ErasedAt = occurredAt,
                IdentityVersion = 0,
                RepresentationVersion = 0,
                HasEmail = false,
                HasSilencedEmail = false,
                HasNewWord = false,
                MustBeContacted = false,
                IsRestricted = false,
                Consents = [],
                Requests = CustodyRules.Fold(next, fact, occurredAt),
            },
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };

    private static ImmutableArray<ConsentKind> With(ImmutableArray<ConsentKind> consents, ConsentKind kind) =>
        consents.Contains(kind) ? consents : consents.Add(kind);
}
