using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Padu.Domain.Calendar;

/// <summary>Why an office is closed on a day, or that it is open.</summary>
public enum DayKind
{
    [Code("kerja")]
    Working,

    [Code("akhir_pekan")]
    Weekend,

    [Code("libur_nasional")]
    NationalHoliday,

    /// <summary>Collective leave of civil servants (cuti bersama): not working unless a rule says otherwise.</summary>
    [Code("cuti_bersama")]
    CollectiveLeave,
}

/// <summary>One day of a holiday set, named as the decree names it.</summary>
public sealed record Holiday(LocalDate Date, DayKind Kind, string Name);

/// <summary>The holidays of one year as one decree set them.</summary>
/// <param name="Version">Changes with every correction: <c>2026.1</c>.</param>
/// <param name="Source">The decree's number, or what the provisional table was computed from.</param>
/// <param name="Official">False while no decree was found: dates that touch it say so.</param>
public sealed record HolidaySet(int Year, string Version, string Source, bool Official, ImmutableArray<Holiday> Days);

/// <summary>
/// The working days of an office: Monday to Friday without the days of the holiday sets. A year without a set counts weekends only and is
/// seen by <see cref="SetOf"/> answering null; counting never stops for want of a table.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<LocalDate, Holiday> days;
    private readonly FrozenDictionary<int, HolidaySet> sets;

    public WorkingCalendar(IEnumerable<HolidaySet> holidaySets)
    {
        sets = holidaySets.ToFrozenDictionary(set => set.Year);
        days = sets.Values.SelectMany(set => set.Days).ToFrozenDictionary(day => day.Date);
        Version = new CalendarVersion(string.Join('+', sets.Values.OrderBy(set => set.Year).Select(set => set.Version)));
    }

    /// <summary>Names the sets this calendar was made of; a clock keeps it.</summary>
    public CalendarVersion Version { get; }

    public IEnumerable<HolidaySet> Sets => sets.Values.OrderBy(set => set.Year);

    public HolidaySet? SetOf(int year) => sets.GetValueOrDefault(year);

    /// <summary>A weekend stays a weekend even where a holiday falls on it; <see cref="NameOf"/> names both.</summary>
    public DayKind KindOf(LocalDate date) =>
        date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? DayKind.Weekend
        : days.TryGetValue(date, out var holiday) ? holiday.Kind
        : DayKind.Working;

    /// <summary>The holiday's name, or null on an ordinary day.</summary>
    public string? NameOf(LocalDate date) => days.GetValueOrDefault(date)?.Name;

    /// <param name="leaveIsWorking">True under a rule that counts collective leave as working.</param>
    public bool IsWorking(LocalDate date, bool leaveIsWorking = false) =>
        KindOf(date) switch
        {
            DayKind.Working => true,
            DayKind.CollectiveLeave => leaveIsWorking,
            _ => false,
        };

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when to lies before from.</summary>
    public int WorkingDaysBetween(LocalDate from, LocalDate to)
    {
        if (to < from)
        {
            return -WorkingDaysBetween(to, from);
        }

        var count = 0;
        for (var day = from.PlusDays(1); day <= to; day = day.PlusDays(1))
        {
            count += IsWorking(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The day itself where it works, else the last one before it that does.</summary>
    public LocalDate PreviousWorking(LocalDate date)
    {
        while (!IsWorking(date))
        {
            date = date.PlusDays(-1);
        }

        return date;
    }

    /// <summary>The day itself where it works, else the next one that does.</summary>
    public LocalDate NextWorking(LocalDate date)
    {
        while (!IsWorking(date))
        {
            date = date.PlusDays(1);
        }

        return date;
    }
}
