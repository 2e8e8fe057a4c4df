using NodaTime;
using Padu.Domain.Meetings;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Web;

namespace Padu.Meetings;

/// <summary>Decisions × offices, each cell with the state of that office's duty.</summary>
/// <param name="Figures">Every cell counted once: exact, a fold of the journal.</param>
public sealed record DecisionMatrix(Grid Grid, ObligationFigures Figures);

/// <summary>Draws the matrix of a meeting's decisions for the public and for the desk.</summary>
public sealed class DecisionGrids(ObligationQueries owed, ObligationWords duties, MeetingWords words, Texts texts, Say say)
{
    /// <param name="reader">On the desk; null for the public, whose cells lead to the public board.</param>
    public async Task<DecisionMatrix> Of(MeetingFile file, Actor.Staff? reader, CancellationToken cancel)
    {
        var meeting = file.Meeting;
        var rows = (await owed.From(meeting.Id.Value, cancel)).Select(line => line.Row).ToList();
        var offices = Offices(meeting);
        var now = Current(meeting, rows);
        var lines = meeting.Decisions.Select(decision => new GridLine(
            $"{decision.Number}. {file.TextOf(decision) ?? texts["desk.erased"]}",
            texts["meeting.grid.decision", decision.Theme, words.Office(decision.Judge)],
            [.. offices.Select(office => Cell(now.GetValueOrDefault((decision.Number, office)), reader))]
        ));
        var grid = new Grid(
            texts["meeting.sheet.decisions"],
            texts["meeting.grid.decisions", offices.Count],
            texts["meeting.grid.decision-head"],
            [.. offices.Select(words.ShortOffice)],
            [.. lines]
        );
        var figures = ObligationFigures.Of(now.Values.Select(row => row.Column));
        return new DecisionMatrix(grid, figures);
    }

    /// <summary>The columns: every invited office below the conveners, and whoever else a decision concerns.</summary>
    private static List<OfficeCode> Offices(Meeting meeting) =>
        [
            .. meeting
                .Invited.Where(office => !meeting.Conveners.Contains(office))
                .Union(meeting.Decisions.SelectMany(decision => decision.Owners))
                .OrderBy(office => office.Value, StringComparer.Ordinal),
        ];

    /// <summary>Of a duty that was carried on the last that took it over.</summary>
    internal static Dictionary<(int Decision, OfficeCode Office), ObligationRow> Current(
        Meeting meeting,
        IEnumerable<ObligationRow> rows
    ) =>
        rows.Where(row => row.Source == SourceKind.Decision && row.SourceStream == meeting.Id.Value && row.Successor is null)
            .GroupBy(row => (row.SourceItem, row.Owner))
            .ToDictionary(group => group.Key, group => group.MaxBy(row => row.PromisedAt)!);

    private GridCell Cell(ObligationRow? row, Actor.Staff? reader)
    {
        if (row is null)
        {
            return new GridCell("–");
        }

        var path =
            reader is null ? $"/kewajiban?kantor={row.Owner}"
            : Access.May(reader, ObligationAct.Read, new ObligationSubject(row.Owner, row.Judge)) ? $"/kerja-sama/kewajiban/{row.Id}"
            : null;
        return Cell(row) with { Path = path, Note = row.Predecessor is null ? null : texts["meeting.grid.carried"] };
    }

    /// <summary>Short enough for ten columns; each state has a sign, a word and a ground of its own.</summary>
    private GridCell Cell(ObligationRow row)
    {
        var days = Period.DaysBetween(say.Today, row.DueDate);
        return row switch
        {
            { State: ObligationState.Done, LateSince: not null } => Of(texts["meeting.cell.late-done"], "ok", "check"),
            { Column: ObligationColumn.Done } => Of(texts["meeting.cell.done"], "ok", "circle-check"),
            { Column: ObligationColumn.Over } => Of(texts["meeting.cell.over"], "wait", "archive") with { Words = duties.State(row.State) },
            { State: ObligationState.EvidenceGiven } => Of(texts["meeting.cell.judge"], "wait", "hourglass"),
            _ when days < 0 => Of(texts["meeting.cell.late"], "late", "triangle-alert") with
            {
                Words = texts[days == -1 ? "meeting.cell.late-days.one" : "meeting.cell.late-days", -days],
            },
            _ => Of(texts["meeting.cell.open"], "soon", "clock") with
            {
                Words = days == 0 ? texts["meeting.cell.today"] : texts[days == 1 ? "meeting.cell.days.one" : "meeting.cell.days", days],
            },
        };

        GridCell Of(string state, string kind, string icon) => new(state, kind, icon, State: state);
    }
}
