using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Calendar;
using Padu.Documents;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Triage;
using Padu.Web;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>The case as its complainant follows it: whose move, by when and why, what happened, and what can be done now.</summary>
[RequestSizeLimit(EvidenceIntake.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceIntake.LargestRequest)]
public sealed partial class CaseModel(
    TrackingSession session,
    ComplaintQueries queries,
    ComplaintDesk desk,
    AccessCodes codes,
    EvidenceIntake intake,
    EvidenceUse use,
    CaseCustody custody,
    IOmbudsmanSide ombudsman,
    OfficeRegister offices,
    Law calendar,
    Triager triage,
    StageWords stages,
    AdHocBodies bodies,
    Addressees addressees,
    Say say,
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

    /// <summary>The files this reader may see, with what was done with each.</summary>
    public IReadOnlyList<FileSheet> Sheets { get; private set; } = [];

    /// <summary>Who the complainant said to be; only after the code was given again.</summary>
    public Identity? Identity { get; private set; }

    /// <summary>Where it stands at the Ombudsman; null when it never went there.</summary>
    public OmbudsmanSide? Ombudsman { get; private set; }

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
    public string OfficeName => NameOf(Case is { Mover: Mover.Ombudsman, Ombudsman: { } there } ? there.Office : Case.Subject.Seat);

    public string NameOf(OfficeCode office) => offices.NameOf(office, texts.Language.TwoLetterISOLanguageName);

    public string NameOf(TimelineEntry entry) =>
        entry.Office is { } office ? offices.NameOf(office, texts.Language.TwoLetterISOLanguageName) : texts["timeline.system"];

    /// <summary>A code of an entry in words; an office's by its name.</summary>
    public string DetailOf(string code) =>
        code.StartsWith("office.", StringComparison.Ordinal) ? NameOf(new OfficeCode(code["office.".Length..]))
        : code.StartsWith("kind.", StringComparison.Ordinal) ? triage.NameOf(code["kind.".Length..], Languages.Current)
        : code.StartsWith("stage-of.", StringComparison.Ordinal) ? CaseWords.StageOf(code["stage-of.".Length..], stages)
        : code.StartsWith(CompensationWords.Prefix, StringComparison.Ordinal) ? CompensationWords.Read(code, texts, say)
        : code.StartsWith("body-of.", StringComparison.Ordinal) ? bodies.NameOf(new AdHocCode(code["body-of.".Length..]))
        : texts[code];

    public Task OnGet(CancellationToken cancel) => Show(TimelineReader.Complainant, cancel);

    /// <summary>The own story and identity, for this one answer, after the code was given again.</summary>
    public async Task<IActionResult> OnPostOwn(CancellationToken cancel)
    {
        var letter = await queries.Letter(Case, cancel);
        if (codes.Matches(letter.Number, Code ?? "", letter.Verifier))
        {
            Again = true;
            Identity = await queries.IdentityOf(Case, cancel);
        }
        else
        {
            ModelState.AddRefusal(new Domain.Refusal("track.code-wrong", nameof(Code)), texts);
        }

        await Show(Again ? TimelineReader.ComplainantAgain : TimelineReader.Complainant, cancel);
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
        var holds = await use.Of(custody.HolderOf(Case.Id), cancel);
        var taken = await intake.Take(Files, [], new Visitor(Case.Id.Value, HttpContext.Connection.RemoteIpAddress, holds), cancel);
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

        await Show(TimelineReader.Complainant, cancel);
        // The form is shown again over the case as it is now.
        Version = Case.Version;
        ModelState.Remove(nameof(Version));
        return Page();
    }

    private async Task Show(TimelineReader reader, CancellationToken cancel)
    {
        Related = await queries.FamilyOf(Case, cancel);
        await ShowDemands(cancel);
        var history = await queries.History(Case.Id, cancel);
        Question = history.Select(recorded => recorded.Fact).OfType<ComplaintEvent.Asked>().LastOrDefault()?.Question;
        TransferReason = history.Select(recorded => recorded.Fact).OfType<ComplaintEvent.TransferProposed>().LastOrDefault()?.Reason;
        var own = CaseTimeline.For(reader, history);
        // The own first story is told without its files until the code was given again, and its files have no address at all.
        var shown = own.Where(entry => entry.Files.Count > 0).Select(entry => entry.Event.Version).ToHashSet();
        Sheets =
        [
            .. (await custody.Of(Case, history, cancel))
                .Where(file => shown.Contains(file.Ref.Version))
                .Select(file => new FileSheet(
                    file,
                    file.Place.Event.Fact is ComplaintEvent.Submitted ? null : $"/lacak/bukti/{file.Ref.Version}/{file.Ref.Ordinal}",
                    ShowsGivenName: !file.Place.FromOffice
                )),
        ];
        Ombudsman = await ombudsman.Of(Case, reader, cancel);
        Timeline = own.With(Ombudsman);
        var title = history.FirstOrDefault(recorded => recorded.Version == Case.TitleVersion);
        // Until an office has named the case its title would be the story's first words.
        Title =
            title?.Fact is ComplaintEvent.Submitted or ComplaintEvent.SplitOff && reader == TimelineReader.Complainant
                ? texts["track.untitled"]
                : (title is null ? null : CaseTitle.Of(title.Fact)) ?? texts["track.untitled"];
        Version = Case.Version;
    }
}
