using NodaTime;
using NodaTime.Text;
using Padu.Domain;

namespace Padu.Privacy.Pages.Breaches;

/// <summary>How the forms of the register are read: days with a clock time of the province, and codes of a list.</summary>
internal static class BreachForm
{
    private static readonly LocalTimePattern TimeFormat = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Null where day or time is missing or unreadable.</summary>
    public static Instant? Moment(LocalDate? day, string? time, DateTimeZone zone) =>
        day is { } on && TimeFormat.Parse(time?.Trim() ?? "") is { Success: true, Value: var at }
            ? (on + at).InZoneLeniently(zone).ToInstant()
            : null;

    public static IEnumerable<TCode> Codes<TCode>(IReadOnlyCollection<string> chosen)
        where TCode : struct, Enum => Enum.GetValues<TCode>().Where(code => chosen.Contains(code.Code()));
}
