using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Triage;

/// <summary>How long there is to go to the body that decides.</summary>
public static class Limits
{
    /// <summary>The periods in which somebody has to go there, counted from a day they give, each with its day-by-day list.</summary>
    /// <law>
    /// Rules 39, 40 and 44. What Padu grants its own complainants, no other body has promised: the period of another body is told as the law counts it,
    /// never prolonged to the next working day, and hours run from the beginning of the day given.
    /// </law>
    public static ImmutableArray<Explanation> Of(GrievanceKind kind, LocalDate since, LegalContext legal) =>
        [
            .. Rules(kind, ClockSide.Complainant, since, legal)
                .Select(rule => kind.IsHere ? rule : rule with { Side = ClockSide.Institution })
                .Select(rule => Counting.Explain(rule, since.AtStartOfDayInZone(legal.Zone).ToInstant(), [], legal)),
        ];

    /// <summary>The rules of a kind that bind one side: the complainant's own time, or the time that body has to answer.</summary>
    public static IEnumerable<DeadlineRule> Rules(GrievanceKind kind, ClockSide side, LocalDate on, LegalContext legal) =>
        kind.Limits.Select(code => legal.Rules.On(code, on)).Where(rule => rule.Side == side);

    /// <summary>Units left on a day: working or calendar days, 0 on the last one, negative when it is over; hours are told as whole days.</summary>
    public static int Left(Explanation period, LocalDate today, LegalContext legal)
    {
        var last = LastDay(period);
        var left =
            period.Rule.Unit == CountingUnit.WorkingDay ? legal.Calendar.WorkingDaysBetween(today, last) : Period.DaysBetween(today, last);
        // No working day may have passed since a last day before the weekend, and still it is over.
        return left == 0 && today > last ? -1 : left;
    }

    /// <summary>The last day on which one may go; of hours that begin with a day, the day before the one at whose beginning they end.</summary>
    public static LocalDate LastDay(Explanation period) =>
        period.Rule.Unit == CountingUnit.Hour ? period.DueDate!.Value.PlusDays(-1) : period.DueDate!.Value;
}
