using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Web;

/// <summary>How near a date is: the kind of chip, its icon, and the words that say the same without colour.</summary>
/// <param name="Kind"><c>late</c>, <c>soon</c>, <c>ok</c> or <c>wait</c>.</param>
public sealed record Nearness(string Kind, string Icon, string Words);

/// <summary>Numbers, dates and distances in words, in the language of the request.</summary>
/// <param name="zone">The installation's zone, used where a call names none.</param>
public sealed class Say(Texts texts, IClock clock, DateTimeZone zone)
{
    public LocalDate Today => clock.GetCurrentInstant().InZone(zone).Date;

    /// <summary><c>Jumat, 10 April 2026</c>.</summary>
    public string Date(LocalDate date) => DateWords.Full(date, texts.Language);

    /// <summary>The legal day of a moment, in words.</summary>
    public string Date(Instant moment, DateTimeZone? where = null) => Date(moment.InZone(where ?? zone).Date);

    /// <summary><c>10 April 2026</c>.</summary>
    public string ShortDate(LocalDate date) => DateWords.WithoutDay(date, texts.Language);

    /// <summary><c>Jumat, 10 April 2026 pukul 14.07 WIB</c>.</summary>
    public string Moment(Instant moment, DateTimeZone? where = null)
    {
        var local = moment.InZone(where ?? zone);
        return texts["say.moment", Date(local.Date), DateWords.Time(local.TimeOfDay, texts.Language), DateWords.ZoneName(local)];
    }

    /// <summary><c>14.07 WIB</c>.</summary>
    public string Time(Instant moment, DateTimeZone? where = null)
    {
        var local = moment.InZone(where ?? zone);
        return $"{DateWords.Time(local.TimeOfDay, texts.Language)} {DateWords.ZoneName(local)}";
    }

    /// <summary>A second voice beside a moment: <c>baru saja</c>, <c>2 jam lalu</c>, <c>kemarin</c>, <c>dalam 3 hari</c>.</summary>
    public string Relative(Instant moment, DateTimeZone? where = null)
    {
        var now = clock.GetCurrentInstant();
        var distance = moment < now ? now - moment : moment - now;
        var past = moment <= now;
        var days = Math.Abs(Period.DaysBetween(now.InZone(where ?? zone).Date, moment.InZone(where ?? zone).Date));
        return (past, distance, days) switch
        {
            (_, { TotalMinutes: < 1 }, _) => texts["say.now"],
            (true, { TotalHours: < 1 }, _) => Counted("say.minutes-ago", (int)distance.TotalMinutes),
            (false, { TotalHours: < 1 }, _) => Counted("say.in-minutes", (int)distance.TotalMinutes),
            (true, _, 0) => Counted("say.hours-ago", (int)distance.TotalHours),
            (false, _, 0) => Counted("say.in-hours", (int)distance.TotalHours),
            (true, _, 1) => texts["say.yesterday"],
            (false, _, 1) => texts["say.tomorrow"],
            (true, _, _) => Counted("say.days-ago", days),
            (false, _, _) => Counted("say.in-days", days),
        };
    }

    public string Number(long number) => number.ToString("N0", texts.Language);

    /// <summary>A share between 0 and 1 with one decimal: <c>92,4 %</c>.</summary>
    public string Percent(decimal share) => $"{(share * 100).ToString("N1", texts.Language)} %";

    /// <summary><c>1,4 MB</c>.</summary>
    public string FileSize(long bytes) =>
        bytes >= 1_000_000 ? $"{(bytes / 1_000_000m).ToString("N1", texts.Language)} MB"
        : bytes >= 1_000 ? $"{Number(bytes / 1_000)} kB"
        : $"{Number(bytes)} B";

    /// <summary><c>14 hari kerja</c>, <c>30 hari kalender</c>, <c>72 jam</c>.</summary>
    public string Amount(int amount, CountingUnit unit) => Counted($"say.amount.{Name(unit)}", amount);

    /// <summary><c>telat 3 hari kerja</c>, <c>hari ini</c>, <c>2 hari kerja lagi</c>.</summary>
    /// <param name="left">Units left; 0 is the last day itself, negative is late.</param>
    public Nearness Left(int left, CountingUnit unit) =>
        left switch
        {
            < 0 => new Nearness("late", "triangle-alert", texts["say.late", Amount(-left, unit)]),
            0 => new Nearness("soon", "clock", texts[unit == CountingUnit.Hour ? "say.this-hour" : "say.today"]),
            <= 2 => new Nearness("soon", "clock", texts["say.left", Amount(left, unit)]),
            _ => new Nearness("ok", "circle-check", texts["say.left", Amount(left, unit)]),
        };

    /// <summary>How near the end of a legal clock is, counted in the clock's own unit; or that it waits, was met, or ended.</summary>
    public Nearness Due(Clock legalClock, LegalContext legal)
    {
        if (legalClock.Status == ClockStatus.Paused)
        {
            return new Nearness("wait", "pause", texts["say.paused"]);
        }

        if (legalClock.Status != ClockStatus.Running || legalClock is not { Due: { } due, DueDate: { } dueDate })
        {
            return new Nearness("wait", "check", texts[legalClock.Status == ClockStatus.Met ? "say.met" : "say.ended"]);
        }

        var unit = legal.Rules.On(legalClock.Rule, legal.DayOf(legalClock.TriggeredAt)).Unit;
        var now = clock.GetCurrentInstant();
        var today = legal.DayOf(now);
        if (unit == CountingUnit.Hour)
        {
            return Left((int)Math.Floor((due - now).TotalHours), unit);
        }

        if (legalClock.Side == ClockSide.Institution && Counting.ActBy(dueDate, legal) == today)
        {
            return new Nearness("soon", "clock", texts["say.last-open"]);
        }

        var left = unit == CountingUnit.WorkingDay ? legal.Calendar.WorkingDaysBetween(today, dueDate) : Period.DaysBetween(today, dueDate);
        // On a closed day after the last one no working day has passed yet, and still it is too late.
        return left == 0 && today > dueDate ? new Nearness("late", "triangle-alert", texts["say.past"]) : Left(left, unit);
    }

    private string Counted(string key, int number) => texts[number == 1 ? $"{key}.one" : key, number];

    private static string Name(CountingUnit unit) =>
        unit switch
        {
            CountingUnit.WorkingDay => "working-days",
            CountingUnit.CalendarDay => "calendar-days",
            CountingUnit.Hour => "hours",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
