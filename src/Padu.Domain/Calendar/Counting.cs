using System.Collections.Immutable;
using NodaTime;

namespace Padu.Domain.Calendar;

/// <summary>Whether a day of the list counted, and if not, why.</summary>
public enum DayMark
{
    /// <summary>The day of the triggering event; excluded.</summary>
    [Code("hari_nol")]
    DayZero,

    [Code("dihitung")]
    Counted,

    [Code("akhir_pekan")]
    Weekend,

    [Code("libur_nasional")]
    NationalHoliday,

    [Code("cuti_bersama")]
    CollectiveLeave,

    /// <summary>The clock was paused.</summary>
    [Code("jeda")]
    Paused,

    /// <summary>After the last counted day: a complainant's period that ended on a closed day runs on to the next working day.</summary>
    [Code("diperpanjang")]
    Extended,

    /// <summary>After the last counted day: a complainant was told a later date before the holidays changed, and it stands.</summary>
    [Code("dijanjikan")]
    Promised,
}

/// <summary>One line of an explanation.</summary>
/// <param name="Number">The running number of a counted day, from 1; null on a day that does not count.</param>
/// <param name="Name">The holiday's name, where it has one.</param>
public sealed record CountedDay(LocalDate Date, DayMark Mark, int? Number, string? Name);

/// <summary>How a date came about: shown by <i>mengapa tanggal ini?</i> and printable.</summary>
/// <param name="Days">Day zero and every day up to the due date; empty for periods counted in hours.</param>
/// <param name="Due">The exclusive end of the period; null while paused.</param>
/// <param name="UnsettledYears">Years on whose holidays the date rests and whose set is provisional or missing.</param>
public sealed record Explanation(
    DeadlineRule Rule,
    Instant TriggeredAt,
    ImmutableArray<CountedDay> Days,
    LocalDate? DueDate,
    Instant? Due,
    ImmutableArray<int> UnsettledYears
)
{
    /// <summary>Dates told before the holidays or the stage changed, oldest first.</summary>
    public ImmutableArray<FormerDate> Former { get; init; } = [];

    /// <summary>The stage with whose end the period ends; null where the statutory count ends earlier or no stage is concerned.</summary>
    public StageBound? Bound { get; init; }

    /// <summary>That stage and its election as the schedule knows them now; null where it no longer does.</summary>
    public (Election Election, ElectionStage Stage)? BoundBy { get; init; }

    /// <summary>The last working day on which an institution can still act, where its period ends on a day it is closed; null otherwise.</summary>
    public LocalDate? ActBy { get; init; }

    /// <summary>The last day without the stage; equals <see cref="DueDate"/> where no stage shortened it.</summary>
    public LocalDate? StatutoryDate { get; init; } = DueDate;
}

/// <summary>
/// Counting of legal periods (rules 57–59 of the rule list). The legal day is the local date of the triggering event where the obligated office
/// sits; that day is day zero and excluded; the N-th counted day ends at local midnight. Hours are exact. A complainant's calendar period that
/// would end on a closed day runs on to the next working day; an institution's does not. Days inside a lawful pause are not counted; hours never
/// pause.
/// </summary>
public static class Counting
{
    /// <summary>Starts a clock under the row of <paramref name="rule"/> valid on the triggering day.</summary>
    public static Clock Start(ClockKind kind, RuleCode rule, Instant triggeredAt, LegalContext legal)
    {
        var row = legal.Rules.On(rule, legal.DayOf(triggeredAt));
        var bound = legal.BoundOf(row, legal.Concern, triggeredAt);
        var explanation = Explain(row, triggeredAt, [], legal, bound);
        return new Clock(
            kind,
            rule,
            ClockTerms.Of(row, legal.Rules.Version),
            row.Side,
            triggeredAt,
            explanation.Due,
            explanation.DueDate,
            legal.Calendar.Version,
            ClockStatus.Running,
            [],
            Bound: bound
        );
    }

    /// <summary>The same list that made the clock's date, counted again; a later date that a complainant was told stands.</summary>
    public static Explanation Explain(Clock clock, LegalContext legal)
    {
        var counted = Counted(clock, clock.Bound, legal) with { Former = clock.Former ?? [] };
        if (
            clock.Former is null
            || clock.Side != ClockSide.Complainant
            || counted.DueDate is not { } last
            || clock.DueDate is not { } told
            || told <= last
        )
        {
            return counted;
        }

        var promised = Enumerable
            .Range(1, Period.DaysBetween(last, told))
            .Select(after => last.PlusDays(after))
            .Select(day => new CountedDay(day, DayMark.Promised, null, legal.Calendar.NameOf(day)));
        return counted with { Days = counted.Days.AddRange(promised), DueDate = told, Due = clock.Due };
    }

    /// <summary>
    /// The period under a rule. Where a stage binds it, it ends at the earlier of the statutory count and the stage's last day, whatever day of the week
    /// that is: an answer after the stage helps nobody. A stage that ended while the law let the clock stand still binds no longer.
    /// </summary>
    public static Explanation Explain(
        DeadlineRule rule,
        Instant triggeredAt,
        ImmutableArray<ClockPause> pauses,
        LegalContext legal,
        StageBound? bound = null
    )
    {
        var explained = Bounded(rule, triggeredAt, pauses, legal, bound);
        return rule is { Side: ClockSide.Institution, Unit: not CountingUnit.Hour } && explained.DueDate is { } last
            ? explained with
            {
                ActBy = ActBy(last, legal),
            }
            : explained;
    }

    /// <law>
    /// Section 8 of the rule list: an institution's period that ends on a closed day is not prolonged; whoever works there has to know on the last working
    /// day before it.
    /// </law>
    public static LocalDate? ActBy(LocalDate last, LegalContext legal) =>
        legal.Calendar.PreviousWorking(last) is var open && open < last ? open : null;

    private static Explanation Bounded(
        DeadlineRule rule,
        Instant triggeredAt,
        ImmutableArray<ClockPause> pauses,
        LegalContext legal,
        StageBound? bound
    )
    {
        var statutory = Statutory(rule, triggeredAt, pauses, legal);
        if (bound is not { Binds: true, Ends: var ends } || ends < legal.DayOf(triggeredAt) || IsOutlived(ends, pauses))
        {
            return statutory;
        }

        var end = ends.PlusDays(1).AtStartOfDayInZone(legal.Zone).ToInstant();
        var stoodStill = pauses.Any(pause => pause is { To: null } && pause.From <= ends);
        return stoodStill || statutory.Due <= end
            ? statutory
            : statutory with
            {
                Days = [.. statutory.Days.Where(day => day.Date <= ends)],
                Due = end,
                DueDate = ends,
                Bound = bound,
                BoundBy =
                    legal.Elections.Find(bound.Election) is { } election && election.Find(bound.Stage) is { } stage
                        ? (election, stage)
                        : null,
                UnsettledYears = [.. statutory.UnsettledYears.Where(year => year <= ends.Year)],
            };
    }

    private static Explanation Statutory(DeadlineRule rule, Instant triggeredAt, ImmutableArray<ClockPause> pauses, LegalContext legal)
    {
        var zero = legal.DayOf(triggeredAt);
        if (rule.Unit == CountingUnit.Hour)
        {
            var end = triggeredAt + Duration.FromHours(rule.Amount);
            return new Explanation(rule, triggeredAt, [], legal.DayOf(end), end, []);
        }

        var days = ImmutableArray.CreateBuilder<CountedDay>();
        days.Add(new CountedDay(zero, DayMark.DayZero, null, legal.Calendar.NameOf(zero)));
        var day = zero;
        var number = 0;
        while (number < rule.Amount)
        {
            day = day.PlusDays(1);
            var name = legal.Calendar.NameOf(day);
            switch (PauseOn(day, isLast: number == rule.Amount - 1 && Counts(day, rule, legal.Calendar), pauses))
            {
                case { To: null }:
                    return new Explanation(rule, triggeredAt, days.ToImmutable(), null, null, Unsettled(rule, zero, day, day, legal));
                case not null:
                    days.Add(new CountedDay(day, DayMark.Paused, null, name));
                    continue;
            }

            var mark = MarkOf(day, rule, legal.Calendar);
            number += mark == DayMark.Counted ? 1 : 0;
            days.Add(new CountedDay(day, mark, mark == DayMark.Counted ? number : null, name));
        }

        // Favourable to the complainant: a calendar period of theirs never ends on a day the office is closed.
        var lastCounted = day;
        while (rule is { Side: ClockSide.Complainant, Unit: CountingUnit.CalendarDay } && !legal.Calendar.IsWorking(day))
        {
            day = day.PlusDays(1);
            days.Add(new CountedDay(day, DayMark.Extended, null, legal.Calendar.NameOf(day)));
        }

        var due = day.PlusDays(1).AtStartOfDayInZone(legal.Zone).ToInstant();
        return new Explanation(rule, triggeredAt, days.ToImmutable(), day, due, Unsettled(rule, zero, lastCounted, day, legal));
    }

    /// <summary>The clock under another rule, from the same moment and with the same pauses.</summary>
    public static Clock Under(Clock clock, RuleCode rule, LegalContext legal)
    {
        var row = legal.Rules.On(rule, legal.DayOf(clock.TriggeredAt));
        var bound = row.BoundedByStage ? clock.Bound ?? legal.BoundOf(row, legal.Concern, clock.TriggeredAt) : null;
        var explanation = Explain(row, clock.TriggeredAt, clock.Pauses, legal, bound);
        return clock with
        {
            Bound = bound,
            Rule = rule,
            Terms = ClockTerms.Of(row, legal.Rules.Version),
            Side = row.Side,
            Due = explanation.Due,
            DueDate = explanation.DueDate,
            CalendarVersion = legal.Calendar.Version,
        };
    }

    /// <summary>
    /// The clock counted by the holidays and stages as they stand now; null where it was counted by them already, does not run, or its period is
    /// over.
    /// </summary>
    /// <law>
    /// Rule 58: holidays are decreed in the middle of a year, and stages are moved. An institution's clock follows the lawful count; a complainant
    /// keeps the later of the old date and the new; the old date is kept and shown; what has lapsed stays lapsed.
    /// </law>
    public static Clock? Recount(Clock clock, Instant at, LegalContext legal)
    {
        var bound = BoundNow(clock, at, legal);
        return clock.CalendarVersion == legal.Calendar.Version && clock.Bound?.Version == bound?.Version
            ? null
            : Anew(clock, bound, at, legal);
    }

    /// <summary>
    /// The clock once it is known which stage the matter concerns, or that it concerns none; null where that changes nothing, or its period is over.
    /// </summary>
    public static Clock? Concerning(Clock clock, StageRef? concern, Instant at, LegalContext legal)
    {
        var bound = legal.BoundOf(legal.Rules.Behind(clock, legal.DayOf(clock.TriggeredAt)), concern, at);
        return clock.Bound == bound ? null
            : clock is { Status: ClockStatus.Paused, Due: null } ? clock with { Bound = bound }
            : Anew(clock, bound, at, legal);
    }

    /// <summary>Another date only where it is told later than the moment of counting; null for a clock that does not run or is over.</summary>
    private static Clock? Anew(Clock clock, StageBound? bound, Instant at, LegalContext legal)
    {
        if (clock is not { Status: ClockStatus.Running, LapsedAt: null, Due: { } told, DueDate: { } toldDate } || told <= at)
        {
            return null;
        }

        var counted = Counted(clock, bound, legal);
        var now = clock with { CalendarVersion = legal.Calendar.Version, Bound = bound };
        return counted.Due == told || (clock.Side == ClockSide.Complainant && counted.Due < told)
            ? now with
            {
                Former = counted.Due == told ? clock.Former : clock.Former ?? [],
            }
            : now with
            {
                Due = counted.Due,
                DueDate = counted.DueDate,
                Former = (clock.Former ?? []).Add(new FormerDate(toldDate, clock.CalendarVersion, at)),
            };
    }

    private static StageBound? BoundNow(Clock clock, Instant at, LegalContext legal) =>
        legal.Elections.Bound(clock.Bound?.Ref, clock.Side, legal.DayOf(at));

    private static Explanation Counted(Clock clock, StageBound? bound, LegalContext legal) =>
        Explain(legal.Rules.Behind(clock, legal.DayOf(clock.TriggeredAt)), clock.TriggeredAt, clock.Pauses, legal, bound);

    /// <summary>The law let the clock stand still when the stage ended.</summary>
    private static bool IsOutlived(LocalDate ends, ImmutableArray<ClockPause> pauses) =>
        pauses.Any(pause => pause.To is { } to && pause.From != to && pause.From <= ends && to > ends);

    /// <summary>
    /// Pauses a running clock: its date is unknown until it resumes. A period that had already ended keeps its date, for a pause does not
    /// bring it back.
    /// </summary>
    /// <exception cref="InvalidOperationException">The clock does not run.</exception>
    public static Clock Pause(Clock clock, Instant at, PauseReason reason, LegalContext legal)
    {
        if (clock.Status != ClockStatus.Running)
        {
            throw new InvalidOperationException($"A clock that is {clock.Status.Code()} cannot be paused.");
        }

        var pauses = clock.Pauses.Add(new ClockPause(legal.DayOf(at), null, reason));
        var explanation = Explain(clock with { Pauses = pauses }, legal);
        return clock with { Status = ClockStatus.Paused, Pauses = pauses, Due = explanation.Due, DueDate = explanation.DueDate };
    }

    /// <summary>Resumes a paused clock; the day of resuming is not counted, like a triggering day.</summary>
    /// <exception cref="InvalidOperationException">The clock is not paused.</exception>
    public static Clock Resume(Clock clock, Instant at, LegalContext legal)
    {
        if (clock.Status != ClockStatus.Paused)
        {
            throw new InvalidOperationException($"A clock that is {clock.Status.Code()} cannot be resumed.");
        }

        var pauses = clock.Pauses.SetItem(clock.Pauses.Length - 1, clock.Pauses[^1] with { To = legal.DayOf(at) });
        var bound = BoundNow(clock, at, legal);
        var explanation = Explain(clock with { Pauses = pauses, Bound = bound }, legal);
        return clock with
        {
            Bound = bound,
            Status = ClockStatus.Running,
            Pauses = pauses,
            Due = explanation.Due,
            DueDate = explanation.DueDate,
            CalendarVersion = legal.Calendar.Version,
        };
    }

    /// <summary>
    /// The pause that keeps a day from counting. The day on which it began counts, unless the period would end with it: who asked on the last
    /// day asked in time, and the rest of that day is counted after the pause.
    /// </summary>
    private static ClockPause? PauseOn(LocalDate day, bool isLast, ImmutableArray<ClockPause> pauses) =>
        pauses.FirstOrDefault(pause =>
            pause.From != pause.To && (isLast ? pause.From <= day : pause.From < day) && (pause.To is not { } to || day <= to)
        );

    private static bool Counts(LocalDate day, DeadlineRule rule, WorkingCalendar calendar) =>
        MarkOf(day, rule, calendar) == DayMark.Counted;

    private static DayMark MarkOf(LocalDate day, DeadlineRule rule, WorkingCalendar calendar) =>
        calendar.KindOf(day) switch
        {
            _ when rule.Unit == CountingUnit.CalendarDay => DayMark.Counted,
            DayKind.Working => DayMark.Counted,
            DayKind.Weekend => DayMark.Weekend,
            DayKind.NationalHoliday => DayMark.NationalHoliday,
            DayKind.CollectiveLeave => rule.LeaveIsWorking ? DayMark.Counted : DayMark.CollectiveLeave,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Working days rest on every day passed; a complainant's calendar days on those where they end; an institution's on none.</summary>
    private static ImmutableArray<int> Unsettled(
        DeadlineRule rule,
        LocalDate zero,
        LocalDate lastCounted,
        LocalDate end,
        LegalContext legal
    )
    {
        if (rule is { Side: ClockSide.Institution, Unit: CountingUnit.CalendarDay })
        {
            return [];
        }

        var first = (rule.Unit == CountingUnit.WorkingDay ? zero.PlusDays(1) : lastCounted).Year;
        return [.. Enumerable.Range(first, end.Year - first + 1).Where(year => legal.Calendar.SetOf(year) is not { Official: true })];
    }
}
