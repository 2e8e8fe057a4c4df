using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Obligations;

/// <summary>Anything somebody owes by a date with evidence, as decisions see it: folded from public parts only.</summary>
public sealed record Obligation
{
    public static readonly Obligation None = new();

    /// <summary>How many events were folded; 0 means there is no such obligation.</summary>
    public int Version { get; init; }

    public ObligationId Id { get; init; }

    public ObligationSource? Source { get; init; }

    /// <summary>The office that owes.</summary>
    public OfficeCode Owner { get; init; }

    /// <summary>The institution of <see cref="Owner"/>.</summary>
    public Institution Institution { get; init; }

    /// <summary>The office that judges; never the owner.</summary>
    public OfficeCode Judge { get; init; }

    public ObligationState State { get; init; }

    public LocalDate DueDate { get; init; }

    /// <summary>The exclusive end of <see cref="DueDate"/>.</summary>
    public Instant Due { get; init; }

    /// <summary>How the date was counted; null where the source names a date.</summary>
    public Clock? Clock { get; init; }

    public ObligationId? Predecessor { get; init; }

    public ObligationId? Successor { get; init; }

    public Instant PromisedAt { get; init; }

    public Instant LastActAt { get; init; }

    /// <summary>The due moment, once it is recorded that it passed unmet; never erased.</summary>
    public Instant? LateSince { get; init; }

    /// <summary>When the evidence lying with the judge, or accepted, was given.</summary>
    public Instant? EvidenceAt { get; init; }

    /// <summary>When it was done, carried over, lapsed or withdrawn.</summary>
    public Instant? OverAt { get; init; }

    public bool Exists => Version > 0;

    /// <summary>Still owed.</summary>
    public bool IsOpen => Exists && State is (ObligationState.Promised or ObligationState.EvidenceGiven or ObligationState.EvidenceRefused);

    public ObligationSubject Subject => new(Owner, Judge);

    public ObligationColumn Column =>
        State switch
        {
            ObligationState.Done => ObligationColumn.Done,
            ObligationState.CarriedOver or ObligationState.Lapsed or ObligationState.Withdrawn => ObligationColumn.Over,
            _ when LateSince is not null => ObligationColumn.Late,
            ObligationState.EvidenceGiven => ObligationColumn.ToJudge,
            ObligationState.Promised or ObligationState.EvidenceRefused => ObligationColumn.Open,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>When the sweep must look; null where evidence lies with the judge, nothing is owed, or lateness is recorded.</summary>
    public Instant? SweepAt =>
        this is { Exists: true, LateSince: null, State: ObligationState.Promised or ObligationState.EvidenceRefused } ? Due : null;

    /// <summary>The holidays a running count rests on; null where nothing is counted any more.</summary>
    public CalendarVersion? CountedBy => SweepAt is null ? null : Clock?.CalendarVersion;

    /// <summary>Folds one fact. Every case has its arm; an unknown one is a bug.</summary>
    public static Obligation Evolve(Obligation state, ObligationEvent fact, Instant occurredAt)
    {
        var next = state with
        {
            Version = state.Version + 1,
            LastActAt = fact is ObligationEvent.Overdue or ObligationEvent.Recounted ? state.LastActAt : occurredAt,
        };
        return fact switch
        {
            ObligationEvent.Promised e => next with
            {
                Id = e.Id,
                Source = e.Source,
                Owner = e.Owner,
                Institution = e.Institution,
                Judge = e.Judge,
                DueDate = e.DueDate,
                Due = e.Due,
                Clock = e.Clock,
                Predecessor = e.Predecessor,
                PromisedAt = occurredAt,
                State = ObligationState.Promised,
            },
            ObligationEvent.EvidenceGiven => next with { State = ObligationState.EvidenceGiven, EvidenceAt = occurredAt },
            ObligationEvent.EvidenceRefused => next with { State = ObligationState.EvidenceRefused, EvidenceAt = null },
            ObligationEvent.Accepted => next with { State = ObligationState.Done, OverAt = occurredAt },
            ObligationEvent.Overdue e => next with { LateSince = e.DueAt },
            ObligationEvent.Recounted e => next with { Clock = e.Clock, DueDate = e.DueDate, Due = e.Due },
            ObligationEvent.CarriedOver e => next with
            {
                State = ObligationState.CarriedOver,
                Successor = e.Successor,
                OverAt = occurredAt,
            },
            ObligationEvent.Lapsed => next with { State = ObligationState.Lapsed, OverAt = occurredAt },
            ObligationEvent.Withdrawn => next with { State = ObligationState.Withdrawn, OverAt = occurredAt },
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };
    }
}
