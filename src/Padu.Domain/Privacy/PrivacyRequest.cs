using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Privacy;

/// <summary>A data subject's request as decisions see it, folded from public parts only.</summary>
public sealed record PrivacyRequest
{
    public static readonly PrivacyRequest None = new();

    /// <summary>How many events were folded; 0 means there is no such request.</summary>
    public int Version { get; init; }

    public PrivacyRequestId Id { get; init; }

    public ComplaintId Complaint { get; init; }

    public PublicNumber Number { get; init; }

    public RequestKind Kind { get; init; }

    public RequestChannel Channel { get; init; }

    /// <summary>Where the case lay when it came.</summary>
    public OfficeCode Office { get; init; }

    public OfficeCode? Against { get; init; }

    public IdentityLevel Level { get; init; }

    public bool IsClosedToKpu { get; init; }

    /// <summary>The institution whose custodian it lies with.</summary>
    public Institution Keeper { get; init; }

    /// <summary>Who entered it; null when the complainant did.</summary>
    public Guid? Account { get; init; }

    public ImmutableArray<IdentityProof> Proofs { get; init; } = [];

    public Instant ReceivedAt { get; init; }

    /// <summary>When an answer is owed.</summary>
    public Instant DueAt { get; init; }

    public Outcome? Outcome { get; init; }

    public RefusalGround? Ground { get; init; }

    public Instant? DecidedAt { get; init; }

    /// <summary>How often the copy was handed out.</summary>
    public int Copies { get; init; }

    public bool Exists => Version > 0;

    /// <summary>Moot: what it asked for, or asked about, was erased by another.</summary>
    public bool IsForgotten { get; init; }

    public bool IsPending => Exists && Outcome is null && !IsForgotten;

    /// <summary>Folds one fact. Every case has its arm; an unknown one is a bug.</summary>
    public static PrivacyRequest Evolve(PrivacyRequest state, PrivacyEvent fact, Instant occurredAt)
    {
        var next = state with { Version = state.Version + 1 };
        return fact switch
        {
            PrivacyEvent.Received e => next with
            {
                Id = e.Id,
                Complaint = e.Complaint,
                Number = e.Number,
                Kind = e.Kind,
                Channel = e.Channel,
                Office = e.Office,
                Against = e.Against,
                Level = e.Level,
                IsClosedToKpu = e.IsClosedToKpu,
                Keeper = e.Keeper,
                Account = e.Account,
                Proofs = e.Proofs,
                ReceivedAt = occurredAt,
                DueAt = e.DueAt,
            },
            PrivacyEvent.Decided e => next with { Outcome = e.Outcome, Ground = e.Ground, DecidedAt = occurredAt },
            PrivacyEvent.Forgotten => next with { IsForgotten = true },
            PrivacyEvent.CopyHandedOut => next with { Copies = state.Copies + 1 },
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };
    }
}
