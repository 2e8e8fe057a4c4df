using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Web;

/// <summary>An explanation laid out for reading: weeks from Monday to Sunday, and the days that were skipped, with their reasons.</summary>
/// <param name="Weeks">Seven cells a week; a cell outside the period is null.</param>
/// <param name="Skipped">Skipped days that have a name or a reason of their own; ordinary weekends are only counted.</param>
public sealed record WhyCalendar(
    ImmutableArray<ImmutableArray<CountedDay?>> Weeks,
    ImmutableArray<CountedDay> Skipped,
    int Weekends,
    int Paused
)
{
    public static WhyCalendar Of(Explanation explanation)
    {
        var days = explanation.Days;
        if (days.IsEmpty)
        {
            return new WhyCalendar([], [], 0, 0);
        }

        var byDate = days.ToDictionary(day => day.Date);
        var weeks = ImmutableArray.CreateBuilder<ImmutableArray<CountedDay?>>();
        var monday = days[0].Date.PlusDays(1 - (int)days[0].Date.DayOfWeek);
        for (; monday <= days[^1].Date; monday = monday.PlusWeeks(1))
        {
            weeks.Add([.. Enumerable.Range(0, 7).Select(offset => byDate.GetValueOrDefault(monday.PlusDays(offset)))]);
        }

        return new WhyCalendar(
            weeks.ToImmutable(),
            [.. days.Where(day => day.Mark is DayMark.NationalHoliday or DayMark.CollectiveLeave or DayMark.Extended)],
            days.Count(day => day.Mark == DayMark.Weekend),
            days.Count(day => day.Mark == DayMark.Paused)
        );
    }

    /// <summary>The CSS class of a cell; its words stand beside it for those who do not see it.</summary>
    public static string Css(CountedDay day, LocalDate? due) =>
        day.Date == due
            ? "due"
            : day.Mark switch
            {
                DayMark.DayZero => "zero",
                DayMark.Counted => "counted",
                DayMark.Paused => "paused",
                _ => "off",
            };
}
