using NodaTime;

namespace Padu.Domain.Calendar;

/// <summary>The law as data for one decision: the rule rows, the working calendar and the office's time zone.</summary>
public sealed record LegalContext(DeadlineRules Rules, WorkingCalendar Calendar, DateTimeZone Zone)
{
    /// <summary>The elections and their stages.</summary>
    public ElectionSchedule Elections { get; init; } = ElectionSchedule.None;

    /// <summary>The stage the matter at hand concerns; null where it concerns none.</summary>
    public StageRef? Concern { get; init; }

    /// <summary>The legal day of a moment: its local date where the obligated office sits.</summary>
    public LocalDate DayOf(Instant moment) => moment.InZone(Zone).Date;

    /// <summary>The bound that stage sets to a period under a row, seen from a moment; null under a row that no stage bounds.</summary>
    public StageBound? BoundOf(DeadlineRule row, StageRef? concern, Instant at) =>
        row.BoundedByStage ? Elections.Bound(concern, row.Side, DayOf(at)) : null;
}
