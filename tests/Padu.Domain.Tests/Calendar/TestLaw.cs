using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Padu.Domain.Calendar;

namespace Padu.Domain.Tests.Calendar;

/// <summary>The shipped holiday sets, rules made for a test, and Bengkulu's zone.</summary>
internal static class TestLaw
{
    public static readonly DateTimeZone Jakarta = DateTimeZoneProviders.Tzdb["Asia/Jakarta"];

    public static readonly ImmutableArray<HolidaySet> Sets = ReadSets();

    public static readonly WorkingCalendar Calendar = new(Sets);

    public static DeadlineRule Rule(
        int amount,
        CountingUnit unit = CountingUnit.WorkingDay,
        ClockSide side = ClockSide.Institution,
        bool leaveIsWorking = false
    ) =>
        new(
            new RuleCode("uji"),
            amount,
            unit,
            "diterima",
            side,
            "uji",
            new LocalDate(2000, 1, 1),
            null,
            Confidence.Verified,
            "uji",
            leaveIsWorking
        );

    public static LegalContext With(params ImmutableArray<DeadlineRule> rules) => new(new DeadlineRules("uji", rules), Calendar, Jakarta);

    public static LegalContext WithoutYear(int year) => With() with { Calendar = new WorkingCalendar(Sets.Where(set => set.Year != year)) };

    /// <summary>A moment by Jakarta's clock.</summary>
    public static Instant At(LocalDate date, int hour = 10, int minute = 0) =>
        date.At(new LocalTime(hour, minute)).InZoneStrictly(Jakarta).ToInstant();

    public static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static Explanation Explain(
        DeadlineRule rule,
        string from,
        LegalContext? legal = null,
        params ImmutableArray<ClockPause> pauses
    ) => Counting.Explain(rule, At(Date(from)), pauses, legal ?? With());

    private static ImmutableArray<HolidaySet> ReadSets() =>
        [
            .. Lines("sets")
                .Select(line => line.Split(',', 4))
                .Select(row => new HolidaySet(
                    int.Parse(row[0], CultureInfo.InvariantCulture),
                    row[1],
                    row[3],
                    row[2] == "official",
                    [
                        .. Lines(row[0])
                            .Select(day => day.Split(',', 3))
                            .Select(day => new Holiday(Date(day[0]), CodeOf.Parse<DayKind>(day[1]), day[2])),
                    ]
                )),
        ];

    private static IEnumerable<string> Lines(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "reference", "holidays", $"{name}.csv")).Skip(1);
}
