using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Storage;

namespace Padu.Calendar;

/// <summary><c>holidays/sets.csv</c> and the year's file of each of its rows.</summary>
internal static class HolidayFiles
{
    private const string SetsFile = "holidays/sets.csv";

    public static ImmutableArray<HolidaySet> Read(string folder)
    {
        var sets = ImmutableArray.CreateBuilder<HolidaySet>();
        foreach (var row in ReferenceFile.Read(folder, SetsFile, "year", "version", "status", "source").Rows)
        {
            var year = row.Number("year", 1945, 2999);
            if (sets.Any(set => set.Year == year))
            {
                throw row.Error($"year {year} stands here twice.");
            }

            var version = row.Text("version");
            if (
                !version.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{year}."), StringComparison.Ordinal)
                || version.Contains('+')
            )
            {
                throw row.Error(
                    $"the version of {year} must begin with '{year}.' and hold no '+', for clocks keep all years' versions joined by it."
                );
            }

            var official = row.Text("status") switch
            {
                "official" => true,
                "provisional" => false,
                var other => throw row.Error($"status must be official or provisional, not '{other}'."),
            };
            sets.Add(new HolidaySet(year, version, row.Text("source"), official, Days(folder, year)));
        }

        RefuseYearsWithoutSet(folder, sets);
        return sets.ToImmutable();
    }

    private static ImmutableArray<Holiday> Days(string folder, int year)
    {
        var days = ImmutableArray.CreateBuilder<Holiday>();
        foreach (var row in ReferenceFile.Read(folder, $"holidays/{year}.csv", "date", "kind", "name").Rows)
        {
            var kind = row.Code<DayKind>("kind");
            if (kind is not (DayKind.NationalHoliday or DayKind.CollectiveLeave))
            {
                throw row.Error("kind must be libur_nasional or cuti_bersama; weekends and working days follow from the date.");
            }

            var date = row.Date("date");
            if (date.Year != year)
            {
                throw row.Error($"{Iso(date)} does not lie in {year}.");
            }

            if (days.Count > 0 && date <= days[^1].Date)
            {
                throw row.Error($"{Iso(date)} must come after {Iso(days[^1].Date)}: days stand in order and once.");
            }

            days.Add(new Holiday(date, kind, row.Text("name")));
        }

        return days.ToImmutable();
    }

    /// <summary>A year's file nobody lists would be silently ignored.</summary>
    private static void RefuseYearsWithoutSet(string folder, IEnumerable<HolidaySet> sets)
    {
        var known = sets.Select(set => string.Create(CultureInfo.InvariantCulture, $"{set.Year}.csv")).Append("sets.csv").ToHashSet();
        var stray = Directory
            .EnumerateFiles(Path.Combine(folder, "holidays"), "*.csv")
            .Select(Path.GetFileName)
            .FirstOrDefault(name => !known.Contains(name!));
        if (stray is not null)
        {
            throw new ReferenceDataException(SetsFile, null, $"the file holidays/{stray} has no row here.");
        }
    }

    private static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
