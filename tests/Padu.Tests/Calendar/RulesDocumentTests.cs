using System.Runtime.CompilerServices;
using System.Text;
using Padu.Storage;

namespace Padu.Tests.Calendar;

/// <summary><c>docs/rules.md</c> is printed from <c>deadlines.csv</c>; UPDATE_GOLDEN=1 prints it anew.</summary>
public class RulesDocumentTests
{
    private const string Head = """
        # Rules: the statutory periods

        Printed from [reference/deadlines.csv](../reference/deadlines.csv) by `RulesDocumentTests`; change the table there and run the test with
        `UPDATE_GOLDEN=1`. The day of the trigger is excluded; a period in days ends at the local midnight after its last day; hours are exact. A
        complainant's period in calendar days that would end on a closed day runs on to the next working day.

        Confidence: **V** the legal text was read, **S** a secondary source was read, **M** from memory, confident, **m** from memory, uncertain. A
        rule nobody in an institution has confirmed says *belum dikonfirmasi* and never by itself lapses a person's right.

        | rule | period | counts from | whose | source | valid | confidence | confirmed by | note |
        |---|---|---|---|---|---|---|---|---|

        """;

    [Fact]
    public void The_document_shows_the_shipped_rules()
    {
        var printed = Print();
        var path = Path.Combine(RepositoryRoot(), "docs", "rules.md");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, printed);
        }

        Assert.Equal(printed, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Print()
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        string[] columns =
        [
            "code",
            "amount",
            "unit",
            "trigger",
            "side",
            "source",
            "valid_from",
            "valid_to",
            "confidence",
            "confirmed_by",
            "leave_is_working",
            "pauses",
            "bounded_by_stage",
            "note",
        ];
        foreach (var row in ReferenceFile.Read(ReferenceFile.DefaultFolder, "deadlines.csv", columns).Rows)
        {
            var pauses = row.Optional("pauses") is { } reasons
                ? $"; may pause: {reasons.Replace(";", ", ", StringComparison.Ordinal)}"
                : "";
            var bounded = row.Flag("bounded_by_stage") ? "; ends with the stage it concerns" : "";
            var leave = row.Flag("leave_is_working") ? " (cuti bersama counts)" : "";
            string[] cells =
            [
                $"`{row.Text("code")}`",
                $"{row.Text("amount")} {row.Text("unit")}{leave}{pauses}{bounded}",
                row.Text("trigger"),
                row.Text("side"),
                row.Text("source"),
                $"{row.Text("valid_from")} – {row.Optional("valid_to")}".TrimEnd(),
                row.Text("confidence"),
                row.Optional("confirmed_by") ?? "*belum dikonfirmasi*",
                row.Optional("note") ?? "",
            ];
            text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        }

        return text.ToString();
    }

    private static string RepositoryRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
