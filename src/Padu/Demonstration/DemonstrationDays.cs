using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;

namespace Padu.Demonstration;

/// <summary>
/// Sets the scripts' days into the calendar: day 0 is the last working day that is over, so nothing scripted lies in the future and what falls due
/// does so today or tomorrow, whatever the hour.
/// </summary>
public sealed partial class DemonstrationDays
{
    /// <summary>The office closes; a working day before this hour is not over.</summary>
    public static readonly LocalTime Closing = new(16, 0);

    private readonly LegalContext legal;

    public DemonstrationDays(LegalContext legal, Instant now)
    {
        this.legal = legal;
        var local = now.InZone(legal.Zone);
        DayZero = Step(local.TimeOfDay >= Closing ? local.Date : local.Date.PlusDays(-1), -1);
    }

    public LocalDate DayZero { get; }

    public LocalDate Date(int day)
    {
        var date = DayZero;
        var direction = Math.Sign(day);
        for (var left = Math.Abs(day); left > 0; left--)
        {
            date = Step(date.PlusDays(direction), direction);
        }

        return date;
    }

    public Instant At(int day, LocalTime time) => Date(day).At(time).InZoneLeniently(legal.Zone).ToInstant();

    /// <summary>Prints <c>{hari:-3}</c> as that day in words.</summary>
    public string Words(string text, Language language) =>
        Placeholder()
            .Replace(
                text,
                match =>
                    Date(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
                        .ToString("dddd, d MMMM uuuu", CultureInfo.GetCultureInfo(language == Language.English ? "en-GB" : "id-ID"))
            );

    private LocalDate Step(LocalDate date, int direction)
    {
        while (!legal.Calendar.IsWorking(date))
        {
            date = date.PlusDays(direction);
        }

        return date;
    }

    [GeneratedRegex(@"\{hari:(-?\d+)\}")]
    private static partial Regex Placeholder();
}
