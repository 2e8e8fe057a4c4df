using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Coordination;

/// <summary>An agenda item as decisions see it: folded from public parts only.</summary>
public sealed record Agenda
{
    /// <summary>More days would be no agenda but a timetable.</summary>
    public const int MostOccurrences = 120;

    public static readonly Agenda None = new();

    /// <summary>How many events were folded; 0 means there is no such item.</summary>
    public int Version { get; init; }

    public AgendaId Id { get; init; }

    public AgendaCode Code { get; init; }

    public AgendaKind Kind { get; init; }

    public AgendaVisibility Visibility { get; init; }

    public OfficeCode Proposer { get; init; }

    /// <summary>The institution that named the time last.</summary>
    public Institution LastMover { get; init; }

    public ImmutableArray<OfficeCode> Offices { get; init; } = [];

    public AgendaSlot? Slot { get; init; }

    public AgendaRepeat? Repeat { get; init; }

    public int OffsetMinutes { get; init; }

    public AgreementItem? CarriesOut { get; init; }

    public ImmutableArray<OccurrenceChange> Changes { get; init; } = [];

    public AgendaState State { get; init; }

    /// <summary>Rises with each change of a time and with a cancellation, never falls (RFC 5545, 3.8.7.4).</summary>
    public int Sequence { get; init; }

    /// <summary>The most days it ever had: read rows that were written once stay.</summary>
    public int Widest { get; init; }

    public bool WasAccepted { get; init; }

    /// <summary>The version of the event with the place that holds; the words stand in the first.</summary>
    public int PlaceVersion { get; init; }

    public int PlanVersion { get; init; }

    public int OutcomeVersion { get; init; }

    public ImmutableArray<OfficeCode> Participants { get; init; } = [];

    public int Files { get; init; }

    public Instant ProposedAt { get; init; }

    public Instant LastActAt { get; init; }

    public bool Exists => Version > 0;

    /// <summary>Anybody may read it: what both sides agreed on, and what became of it.</summary>
    public bool IsPublic => Visibility == AgendaVisibility.Public && WasAccepted;

    /// <summary>Which institution is asked; null where nobody is.</summary>
    public Institution? Awaits =>
        State is AgendaState.Proposed or AgendaState.Countered
            ? LastMover == Institution.Kpu
                ? Institution.Ombudsman
                : Institution.Kpu
            : null;

    /// <summary>It is neither declined nor cancelled.</summary>
    public bool IsLive => Exists && State is not (AgendaState.Declined or AgendaState.Cancelled);

    public AgendaSubject Subject => new(Offices, Awaits);

    public Offset Offset => Offset.FromSeconds(OffsetMinutes * 60);

    /// <summary>Every day on which it is held or was to be held, in the order of the series.</summary>
    public ImmutableArray<Occurrence> Occurrences =>
        Slot is not { } slot
            ? []
            :
            [
                .. DatesOf(slot.On, Repeat)
                    .Take(MostOccurrences)
                    .Select((day, number) => Changed(new Occurrence(number, day, slot with { On = day }, false, false))),
            ];

    public Instant StartOf(AgendaSlot slot) => (slot.On + slot.Starts).WithOffset(Offset).ToInstant();

    public Instant EndOf(AgendaSlot slot) => (slot.On + slot.Ends).WithOffset(Offset).ToInstant();

    /// <summary>The days of a series, its first too; a month or year without that day is left out, as calendars read a rule of recurrence.</summary>
    public static IEnumerable<LocalDate> DatesOf(LocalDate first, AgendaRepeat? repeat)
    {
        if (repeat is null)
        {
            return [first];
        }

        return Endless().TakeWhile(day => day is null || day <= repeat.Until).OfType<LocalDate>();

        IEnumerable<LocalDate?> Endless()
        {
            // A leap day comes again within eight years: the bound only ends what never comes again.
            for (var step = 0; step < 40_000; step++)
            {
                yield return repeat.Frequency switch
                {
                    AgendaFrequency.Daily => first.PlusDays(step),
                    AgendaFrequency.Weekly => first.PlusWeeks(step),
                    AgendaFrequency.Monthly => Same(first.PlusMonths(step)),
                    AgendaFrequency.Yearly => first.PlusYears(step) is var year && year > repeat.Until ? year : Same(year),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
            }
        }

        LocalDate? Same(LocalDate day) =>
            day.Day == first.Day ? day
            : day > repeat.Until ? day
            : null;
    }

    private Occurrence Changed(Occurrence day) =>
        Changes.LastOrDefault(change => change.Original == day.Original) switch
        {
            null => day,
            { Slot: { } slot } => day with { Slot = slot, IsMoved = true },
            _ => day with { IsOff = true },
        };

    /// <summary>Folds one fact. Every case has its arm; an unknown one is a bug.</summary>
    public static Agenda Evolve(Agenda state, AgendaEvent fact, Instant occurredAt)
    {
        var next = state with { Version = state.Version + 1, LastActAt = occurredAt };
        var folded = fact switch
        {
            AgendaEvent.Proposed e => next with
            {
                Id = e.Id,
                Code = e.Code,
                Kind = e.Kind,
                Visibility = e.Visibility,
                Proposer = e.Proposer,
                LastMover = e.Institution,
                Offices = e.Offices,
                Slot = e.Slot,
                Repeat = e.Repeat,
                OffsetMinutes = e.OffsetMinutes,
                CarriesOut = e.CarriesOut,
                State = AgendaState.Proposed,
                ProposedAt = occurredAt,
                PlaceVersion = next.Version,
            },
            AgendaEvent.Countered e => next with
            {
                LastMover = e.By,
                Slot = e.Slot,
                Repeat = e.Repeat,
                State = AgendaState.Countered,
                Sequence = state.Sequence + 1,
                PlaceVersion = e.MovesPlace ? next.Version : state.PlaceVersion,
            },
            AgendaEvent.Accepted => next with { State = AgendaState.Accepted, WasAccepted = true },
            AgendaEvent.Declined => next with { State = AgendaState.Declined, Sequence = state.Sequence + 1 },
            AgendaEvent.Moved e => next with
            {
                Slot = e.Slot,
                Sequence = state.Sequence + 1,
                PlaceVersion = e.MovesPlace ? next.Version : state.PlaceVersion,
            },
            AgendaEvent.OccurrenceMoved e => next with
            {
                Changes = With(state.Changes, new OccurrenceChange(e.Original, e.Slot)),
                Sequence = state.Sequence + 1,
            },
            AgendaEvent.OccurrenceCancelled e => next with
            {
                Changes = With(state.Changes, new OccurrenceChange(e.Original, null)),
                Sequence = state.Sequence + 1,
            },
            AgendaEvent.Cancelled => next with { State = AgendaState.Cancelled, Sequence = state.Sequence + 1 },
            AgendaEvent.Planned e => next with { Participants = e.Participants, PlanVersion = next.Version },
            AgendaEvent.PeopleNamed => next,
            AgendaEvent.FileAdded => next with { Files = state.Files + 1 },
            AgendaEvent.OutcomeRecorded => next with { State = AgendaState.Held, OutcomeVersion = next.Version },
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };
        return fact is AgendaEvent.Proposed or AgendaEvent.Countered
            ? folded with
            {
                Widest = Math.Max(state.Widest, folded.Occurrences.Length),
            }
            : folded;
    }

    private static ImmutableArray<OccurrenceChange> With(ImmutableArray<OccurrenceChange> changes, OccurrenceChange change) =>
        [.. changes.Where(one => one.Original != change.Original), change];
}
