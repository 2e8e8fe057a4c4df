using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Documents.Pdf;
using Padu.Domain.Meetings;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Meetings;

/// <summary>
/// The minutes of a meeting as PDF: approved ones for anybody, a draft for the offices that convene and marked as one on every page. Who was present stands
/// by office and number, never by name.
/// </summary>
public sealed class MinutesPaper(OfficePapers papers, PostQueries posts, PostNames names, MeetingWords words, Texts texts, Say say)
{
    public async Task<IActionResult> Of(HttpContext http, MeetingFile file, CancellationToken cancel)
    {
        var meeting = file.Meeting;
        var name = texts[meeting.HasPublishedMinutes ? "meeting.minutes" : "meeting.paper.draft"];
        ImmutableArray<PdfBlock> blocks =
        [
            new PdfBlock.Title(name.ToUpper(texts.Language), file.Title(words.Language) ?? texts["desk.erased"]),
            .. meeting.HasPublishedMinutes
                ? []
                : new PdfBlock[] { new PdfBlock.Paragraph([new PdfRun(texts["meeting.minutes.draft"], PdfHand.Bold)]) },
            new PdfBlock.Facts([.. Facts(file)]),
            new PdfBlock.Heading(texts["meeting.themes"]),
            new PdfBlock.Listing([.. (file.Text?.Themes ?? []).Select(theme => Theme(meeting, theme))], IsNumbered: true),
            new PdfBlock.Heading(texts["meeting.present"]),
            Present(meeting),
            .. file.MinutesOf(0) is { } general ? Section(texts["meeting.minutes.general"], general) : [],
            .. (file.Text?.Themes ?? []).SelectMany(theme =>
                Section(
                    $"{texts["meeting.theme-of", theme.Number]} {theme.Title}",
                    file.MinutesOf(theme.Number) ?? texts["meeting.minutes.empty"]
                )
            ),
            new PdfBlock.Heading(texts["meeting.decisions"]),
            meeting.Decisions.IsEmpty ? new PdfBlock.Paragraph(texts["meeting.paper.no-decision"]) : Decisions(file),
            new PdfBlock.Heading(texts["meeting.approved-by"]),
            .. await Approvals(file, cancel),
        ];
        var foot = $"{name} · {meeting.Code}";
        return papers.Serve(
            http,
            new OfficePaper(meeting.Conveners, foot, foot, $"notula-{meeting.Code}", meeting.ApprovedAt ?? meeting.LastActAt, blocks)
        );
    }

    private IEnumerable<(string Label, string Value)> Facts(MeetingFile file)
    {
        var meeting = file.Meeting;
        yield return (texts["meeting.paper.number"], meeting.Code.Value);
        if (file.Text?.Letter is { } letter)
        {
            yield return (texts["meeting.letter"], letter);
        }

        yield return (texts["meeting.when"], words.When(meeting));
        yield return (texts["meeting.venue"], string.Join(", ", new[] { file.Place?.Venue, file.Place?.Place }.OfType<string>()));
        yield return (texts["meeting.convener"], words.Conveners(meeting));
        yield return (texts["meeting.budget-year"], words.Year(meeting.BudgetYear));
        if (file.Text?.Guests is { Length: > 0 } guests)
        {
            yield return (texts["meeting.guests"], string.Join(", ", guests));
        }
    }

    private ImmutableArray<PdfRun> Theme(Meeting meeting, Theme theme)
    {
        var under = string.Join(
            " · ",
            new[]
            {
                words.Division(meeting.Themes[theme.Number - 1].Division),
                theme.Lead is { } lead ? texts["meeting.led-by", lead] : null,
            }.OfType<string>()
        );
        return [new PdfRun(under.Length == 0 ? theme.Title : $"{theme.Title} ({under})")];
    }

    private PdfBlock.Table Present(Meeting meeting)
    {
        var people = meeting.Attendances.CountBy(one => one.Office).ToDictionary();
        return new PdfBlock.Table(
            [texts["meeting.paper.office"], texts["meeting.paper.people"]],
            [
                .. meeting.Concerned.Select(office =>
                    ImmutableArray.Create(
                        words.Office(office),
                        people.TryGetValue(office, out var count) ? say.Number(count) : texts["meeting.present.no"]
                    )
                ),
                [texts["meeting.paper.total", meeting.Present.Length], say.Number(meeting.Attendances.Length)],
            ],
            [3, 1]
        );
    }

    private static PdfBlock[] Section(string heading, string words) => [new PdfBlock.Heading(heading), new PdfBlock.Paragraph(words)];

    private PdfBlock.Table Decisions(MeetingFile file) =>
        new(
            [
                texts["meeting.paper.decision-number"],
                texts["meeting.decision.text"],
                texts["meeting.paper.owners"],
                texts["meeting.decision.due"],
                texts["meeting.paper.judge"],
            ],
            [
                .. file.Meeting.Decisions.Select(decision =>
                    ImmutableArray.Create(
                        say.Number(decision.Number),
                        file.TextOf(decision) ?? texts["desk.erased"],
                        string.Join(", ", decision.Owners.Select(words.Office)),
                        say.ShortDate(decision.Due),
                        words.Office(decision.Judge)
                    )
                ),
            ],
            [1, 5, 5, 3, 3]
        );

    /// <summary>The approvals that hold, each with its post and day; every later word would have taken them back.</summary>
    private async Task<IEnumerable<PdfBlock>> Approvals(MeetingFile file, CancellationToken cancel)
    {
        var given = file
            .History.Where(one => one.Fact is MeetingEvent.MinutesApproved && one.Version > file.Meeting.MinutesVersion)
            .ToList();
        if (given.Count == 0)
        {
            return [new PdfBlock.Paragraph(texts["meeting.not-approved"])];
        }

        var acting = await posts.Behind(given.Select(one => one.Actor), cancel);
        return given.Select(one => new PdfBlock.Signature(
            [words.Office(((MeetingEvent.MinutesApproved)one.Fact).Office), texts["meeting.paper.approved-on", say.Date(one.OccurredAt)]],
            acting.TryGetValue(one.Actor, out var post) ? names.Post(post.Row) : "",
            texts["meeting.paper.electronic"]
        ));
    }
}
