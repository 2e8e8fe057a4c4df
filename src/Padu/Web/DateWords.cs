using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Padu.Web;

/// <summary>Dates and times as words of a language, by the ICU culture's names.</summary>
public static class DateWords
{
    private static readonly ConcurrentDictionary<(string Culture, string Pattern), LocalDatePattern> Patterns = new();

    /// <summary><c>Jumat, 10 April 2026</c>.</summary>
    public static string Full(LocalDate date, CultureInfo language) => Write(date, "dddd, d MMMM uuuu", language);

    /// <summary><c>10 April 2026</c>.</summary>
    public static string WithoutDay(LocalDate date, CultureInfo language) => Write(date, "d MMMM uuuu", language);

    /// <summary><c>Jumat, 10 April</c>: where the year is plain from its surroundings.</summary>
    public static string WithoutYear(LocalDate date, CultureInfo language) => Write(date, "dddd, d MMMM", language);

    /// <summary><c>Apr</c>, for small calendars.</summary>
    public static string MonthShort(LocalDate date, CultureInfo language) => Write(date, "MMM", language);

    /// <summary><c>14.07</c> in Indonesian, <c>14:07</c> in English.</summary>
    public static string Time(LocalTime time, CultureInfo language) =>
        LocalTimePattern.CreateWithInvariantCulture(language.TwoLetterISOLanguageName == "id" ? "HH'.'mm" : "HH':'mm").Format(time);

    /// <summary>What people call the zone: WIB, WITA, WIT; elsewhere its offset.</summary>
    public static string ZoneName(ZonedDateTime moment) =>
        (moment.Offset.Seconds / 3600) switch
        {
            7 => "WIB",
            8 => "WITA",
            9 => "WIT",
            _ => $"UTC{moment.Offset}",
        };

    private static string Write(LocalDate date, string pattern, CultureInfo language) =>
        Patterns.GetOrAdd((language.Name, pattern), _ => LocalDatePattern.Create(pattern, language)).Format(date);
}
