using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Calendar;
using Padu.Documents;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>The case as its complainant follows it: whose move, by when and why, what happened, and what can be done now.</summary>
[RequestSizeLimit(EvidenceIntake.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceIntake.LargestRequest)]
public sealed class CaseModel(
    TrackingSession session,
    ComplaintQueries queries,
    ComplaintDesk desk,
    AccessCodes codes,
    EvidenceIntake intake,
    OfficeRegister offices,
    ReferenceCalendar calendar,
    Texts texts,
    IClock clock
) : TrackingPage(session)
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Thanks { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>The version of the case the form was read at.</summary>
    [BindProperty]
    public int Version { get; set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    /// <summary>Who the complainant said to be; only after the code was given again.</summary>
    public Identity? Identity { get; private set; }

    public bool Again { get; private set; }

    /// <summary>The question that waits for an answer.</summary>
    public string? Question { get; private set; }

    /// <summary>Since when the office's own clock stands still; null when none does.</summary>
    public LocalDate? PausedSince => Case.Clocks.FirstOrDefault(one => one.Status == ClockStatus.Paused)?.Pauses[^1].From;

    /// <summary>Until when the closing may be objected to, and why.</summary>
    public Explanation? Window => AfterAnswer.Window(Case, Legal);

    public bool IsWindowOpen => AfterAnswer.IsWindowOpen(Case, clock.GetCurrentInstant(), Legal);

    public LegalContext Legal => calendar.For(Case.Number.Value[..2]);

    /// <summary>The office whose move it is, or that has the case.</summary>
    public string OfficeName => offices.NameOf(Case.Subject.Seat, texts.Language.TwoLetterISOLanguageName);

    public string NameOf(TimelineEntry entry) =>
        entry.Office is { } office ? offices.NameOf(office, texts.Language.TwoLetterISOLanguageName) : texts["timeline.system"];

    public Task OnGet(CancellationToken cancel) => Show(Reader.Complainant, cancel);

    /// <summary>The own story and identity, for this one answer, after the code was given again.</summary>
    public async Task<IActionResult> OnPostOwn(CancellationToken cancel)
    {
        if (codes.Matches(Case.Number, Code ?? "", Case.Verifier))
        {
            Again = true;
            Identity = await queries.IdentityOf(Case, cancel);
        }
        else
        {
            ModelState.AddRefusal(new Domain.Refusal("track.code-wrong", nameof(Code)), texts);
        }

        await Show(Again ? Reader.ComplainantAgain : Reader.Complainant, cancel);
        return Page();
    }

    public Task<IActionResult> OnPostReply(CancellationToken cancel) => Act(files => new ComplaintCommand.Reply(Text ?? "", files), cancel);

    public Task<IActionResult> OnPostComplete(CancellationToken cancel) =>
        Act(
            files =>
                Case.Stage == Stage.Asked
                    ? new ComplaintCommand.AnswerQuestion(Text ?? "", files)
                    : new ComplaintCommand.Complete(Text ?? "", files),
            cancel
        );

    public Task<IActionResult> OnPostAccept(CancellationToken cancel) => Act(_ => new ComplaintCommand.Accept(Thanks), cancel);

    public IActionResult OnPostLeave()
    {
        Session.End(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect("/");
    }

    private async Task<IActionResult> Act(
        Func<System.Collections.Immutable.ImmutableArray<Evidence>, ComplaintCommand> command,
        CancellationToken cancel
    )
    {
        Text = Text?.Trim().Normalize(System.Text.NormalizationForm.FormC);
        Thanks = string.IsNullOrWhiteSpace(Thanks) ? null : Thanks.Trim().Normalize(System.Text.NormalizationForm.FormC);
        var taken = await intake.Take(Files, 0, cancel);
        ModelState.AddRefusals(texts, [.. taken.Refusals]);
        if (ModelState.IsValid)
        {
            var acted = await desk.Act(Case.Id, Complainant, command([.. taken.Evidence]), Version, cancel);
            Case = acted.State;
            if (acted.Refusal is null)
            {
                return ToCase();
            }

            ModelState.AddRefusal(acted.Refusal, texts);
        }

        await Show(Reader.Complainant, cancel);
        // The form is shown again over the case as it is now.
        Version = Case.Version;
        ModelState.Remove(nameof(Version));
        return Page();
    }

    private async Task Show(Reader reader, CancellationToken cancel)
    {
        var history = await queries.History(Case.Id, cancel);
        Timeline = CaseTimeline.For(reader, history);
        Question = history.Select(recorded => recorded.Fact).OfType<ComplaintEvent.Asked>().LastOrDefault()?.Question;
        var title = history.FirstOrDefault(recorded => recorded.Version == Case.TitleVersion);
        // Until an office has named the case its title would be the story's first words.
        Title =
            title?.Fact is ComplaintEvent.Submitted && reader == Reader.Complainant
                ? texts["track.untitled"]
                : (title is null ? null : CaseTitle.Of(title.Fact)) ?? texts["track.untitled"];
        Version = Case.Version;
    }
}
