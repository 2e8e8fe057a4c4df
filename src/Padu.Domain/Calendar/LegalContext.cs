using NodaTime;

namespace Padu.Domain.Calendar;

/// <summary>The law as data for one decision: the rule rows, the working calendar and the office's time zone.</summary>
public sealed record LegalContext(DeadlineRules Rules, WorkingCalendar Calendar, DateTimeZone Zone)
{
    /// <summary>The legal day of a moment: its local date where the obligated office sits.</summary>
    public LocalDate DayOf(Instant moment) => moment.InZone(Zone).Date;
}
