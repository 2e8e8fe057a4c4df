using System.Globalization;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Tests.Calendar;

namespace Padu.Domain.Tests;

/// <summary>The law as shipped (<c>reference/deadlines.csv</c>) in Bengkulu's zone, and the same with every rule confirmed.</summary>
internal static class Law
{
    public static readonly LegalContext Bengkulu = Load(confirmedBy: null);

    public static readonly LegalContext Confirmed = Load(confirmedBy: "uji");

    private static LegalContext Load(string? confirmedBy)
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "reference", "deadlines.csv"))
            .Skip(1)
            .Select(line => line.Split('"') is [var before, var source, var after, ..] ? before + source.Replace(',', ';') + after : line)
            .Select(line => line.Split(','))
            .Select(row => new DeadlineRule(
                new RuleCode(row[0]),
                int.Parse(row[1], CultureInfo.InvariantCulture),
                CodeOf.Parse<CountingUnit>(row[2]),
                row[3],
                CodeOf.Parse<ClockSide>(row[4]),
                row[5],
                TestLaw.Date(row[6]),
                row[7].Length == 0 ? null : TestLaw.Date(row[7]),
                CodeOf.Parse<Confidence>(row[8]),
                confirmedBy,
                Pauses: [.. row[11].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(CodeOf.Parse<PauseReason>)],
                BoundedByStage: row[12] == "true"
            ));
        return new LegalContext(new DeadlineRules("uji", [.. rows]), TestLaw.Calendar, TestLaw.Jakarta);
    }
}
