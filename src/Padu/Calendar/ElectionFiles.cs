using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Storage;

namespace Padu.Calendar;

/// <summary><c>elections/elections.csv</c>, and the schedule of stages of each of its rows.</summary>
internal static class ElectionFiles
{
    private const string ElectionsFile = "elections/elections.csv";

    /// <summary>Regulations may be corrected a few times; more is a slip of the pen.</summary>
    private const int MostVersions = 999;

    public static ImmutableArray<Election> Read(string folder)
    {
        var elections = ImmutableArray.CreateBuilder<Election>();
        var columns = new[]
        {
            "code",
            "version",
            "kind",
            "name_id",
            "name_en",
            "regions",
            "voting_day",
            "source",
            "confidence",
            "confirmed_by",
        };
        foreach (var row in ReferenceFile.Read(folder, ElectionsFile, columns).Rows)
        {
            var code = new ElectionCode(row.Text("code"));
            if (code.Value.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
            {
                throw row.Error("the code must consist of small letters, digits and hyphens.");
            }

            if (elections.Any(other => other.Code == code))
            {
                throw row.Error($"election '{code}' stands here twice.");
            }

            var votingDay = row.Date("voting_day");
            elections.Add(
                new Election(
                    code,
                    row.Number("version", 1, MostVersions),
                    row.Code<ElectionKind>("kind"),
                    row.Text("name_id"),
                    row.Text("name_en"),
                    StageText.Regions(row.Optional("regions")),
                    votingDay,
                    row.Text("source"),
                    row.Code<Confidence>("confidence"),
                    row.Optional("confirmed_by") is not null,
                    Stages(folder, code, votingDay)
                )
            );
        }

        RefuseStrayFiles(folder, elections);
        return elections.ToImmutable();
    }

    private static ImmutableArray<ElectionStage> Stages(string folder, ElectionCode election, LocalDate votingDay)
    {
        var rows = ReferenceFile.Read(folder, $"elections/{election}.csv", StageText.Columns).Rows;
        ImmutableArray<ElectionStage> stages =
        [
            .. rows.Select(row => new ElectionStage(
                new StageCode(row.Text("code")),
                row.Text("name_id"),
                row.Text("name_en"),
                row.Date("from"),
                row.Date("to"),
                row.Text("source"),
                row.Code<Confidence>("confidence")
            )),
        ];
        return StageRows.Check(stages, votingDay) is [var problem, ..]
            ? throw rows[Math.Max(problem.Line - 1, 0)].Error($"{problem.Refusal.Code}: the stage cannot stand so.")
            : stages;
    }

    /// <summary>A schedule nobody lists would be silently ignored.</summary>
    private static void RefuseStrayFiles(string folder, IEnumerable<Election> elections)
    {
        var known = elections.Select(one => $"{one.Code}.csv").Append("elections.csv").ToHashSet();
        var stray = Directory
            .EnumerateFiles(Path.Combine(folder, "elections"), "*.csv")
            .Select(Path.GetFileName)
            .FirstOrDefault(name => !known.Contains(name!));
        if (stray is not null)
        {
            throw new ReferenceDataException(ElectionsFile, null, $"the file elections/{stray} has no row here.");
        }
    }
}
