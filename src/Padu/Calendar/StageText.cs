using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using NodaTime;
using NodaTime.Text;
using Padu.Domain;
using Padu.Domain.Calendar;

namespace Padu.Calendar;

/// <summary>A schedule of stages as text: the same table as the reference file, pasted by an office or kept in its row.</summary>
public static class StageText
{
    public static readonly string[] Columns = ["code", "name_id", "name_en", "from", "to", "source", "confidence"];

    private static readonly CsvConfiguration Settings = new(CultureInfo.InvariantCulture)
    {
        DetectColumnCountChanges = false,
        HasHeaderRecord = false,
        BadDataFound = null,
        NewLine = "\n",
    };

    /// <summary>The stages of a text and every row that cannot be read, by its line; a header row is passed over.</summary>
    public static (ImmutableArray<ElectionStage> Stages, ImmutableArray<StageProblem> Problems) Read(string? text)
    {
        var stages = ImmutableArray.CreateBuilder<ElectionStage>();
        var problems = ImmutableArray.CreateBuilder<StageProblem>();
        using var csv = new CsvParser(new StringReader(text ?? ""), Settings);
        while (csv.Read() && stages.Count + problems.Count <= StageRows.Most)
        {
            var row = csv.Record!.Select(value => value.Trim()).ToArray();
            if (csv.Row == 1 && row.SequenceEqual(Columns))
            {
                continue;
            }

            if (row.Length != Columns.Length)
            {
                problems.Add(new StageProblem(csv.RawRow, new Refusal("stages.columns", null, Columns.Length, row.Length)));
            }
            else if (Date(row[3]) is not { } from || Date(row[4]) is not { } to)
            {
                problems.Add(new StageProblem(csv.RawRow, new Refusal("stages.date-unreadable")));
            }
            else if (!CodeOf.TryParse<Confidence>(row[6], out var confidence))
            {
                problems.Add(new StageProblem(csv.RawRow, new Refusal("stages.confidence-unreadable")));
            }
            else
            {
                stages.Add(new ElectionStage(new StageCode(row[0]), row[1], row[2], from, to, row[5], confidence));
            }
        }

        return (stages.ToImmutable(), problems.ToImmutable());
    }

    public static string Write(IEnumerable<ElectionStage> stages)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(writer, Settings, leaveOpen: true))
        {
            foreach (var row in stages.Select(Row).Prepend(Columns))
            {
                foreach (var value in row)
                {
                    csv.WriteField(value);
                }

                csv.NextRecord();
            }
        }

        return writer.ToString();
    }

    /// <summary>Codes separated by semicolons; none for the whole country.</summary>
    public static ImmutableArray<string> Regions(string? text) =>
        text is null ? [] : [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string[] Row(ElectionStage stage) =>
        [
            stage.Code.Value,
            stage.NameId,
            stage.NameEn,
            LocalDatePattern.Iso.Format(stage.From),
            LocalDatePattern.Iso.Format(stage.To),
            stage.Source,
            stage.Confidence.Code(),
        ];

    private static LocalDate? Date(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } read ? read.Value : null;
}
