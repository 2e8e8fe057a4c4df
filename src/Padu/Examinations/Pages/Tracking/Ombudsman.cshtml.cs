using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Calendar;
using Padu.Complaints;
using Padu.Complaints.Pages.Tracking;
using Padu.Documents;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Web;

namespace Padu.Examinations.Pages.Tracking;

/// <summary>
/// The complainant and the Ombudsman: to ask for it, with what the record itself says of the office's silence; and, while it is there, to answer what it
/// asks and to let it know who one is.
/// </summary>
[RequestSizeLimit(EvidenceIntake.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceIntake.LargestRequest)]
public sealed class OmbudsmanModel(
    TrackingSession session,
    EscalationDesk escalations,
    ExaminationDesk desk,
    ExaminationQueries queries,
    EvidenceIntake intake,
    EvidenceUse use,
    CaseCustody custody,
    Law calendar,
    IClock clock,
    Texts texts
) : TrackingPage(session)
{
    [BindProperty]
    public string? Wish { get; set; }

    /// <summary><c>ya</c> or <c>tidak</c>.</summary>
    [BindProperty]
    public string? SharesIdentity { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Mediated without being brought together with the other side.</summary>
    [BindProperty]
    public bool Apart { get; set; }

    /// <summary>The version of the complaint, or for a completion of the examination, that the form was read at.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The examination that runs; null while the complaint is not there.</summary>
    public Examination? Examination { get; private set; }

    /// <summary>What the Ombudsman asked for, last.</summary>
    public ExaminationEvent.CompletionRequested? Asked { get; private set; }

    public string? RegisterNumber { get; private set; }

    public LegalContext Legal => calendar.For(Case.Number.Value[..2]);

    public Exhaustion Exhaustion => Exhaustion.Of(Case, clock.GetCurrentInstant(), Legal);

    public bool AsksIdentity => Case is { Level: not IdentityLevel.Open, IdentityVersion: > 0 };

    public Task OnGet(CancellationToken cancel) => Show(cancel);

    public async Task<IActionResult> OnPostEscalate(CancellationToken cancel)
    {
        bool? shares = SharesIdentity switch
        {
            "ya" => true,
            "tidak" => false,
            _ => null,
        };
        var acted = await escalations.Escalate(Case.Id, Complainant, shares, Trimmed(Wish), Version, cancel);
        Case = acted.First.State;
        return await Answer(acted.Refusal, cancel);
    }

    public async Task<IActionResult> OnPostComplete(CancellationToken cancel)
    {
        await Show(cancel);
        var holds = await use.Of(custody.HolderOf(Case.Id), cancel);
        var taken = await intake.Take(Files, [], new Visitor(Case.Id.Value, HttpContext.Connection.RemoteIpAddress, holds), cancel);
        ModelState.AddRefusals(texts, [.. taken.Refusals]);
        if (!ModelState.IsValid || Examination is null)
        {
            return Page();
        }

        var complete = new ExaminationCommand.Complete(Trimmed(Text) ?? "", [.. taken.Evidence]);
        var acted = await desk.Act(Examination.Id, Complainant, complete, Version, cancel);
        return await Answer(acted.Refusal, cancel);
    }

    /// <summary>Asks the Ombudsman to mediate (UU 25/2009 art. 46(5)).</summary>
    public async Task<IActionResult> OnPostSettle(CancellationToken cancel)
    {
        await Show(cancel);
        if (Examination is null)
        {
            return Page();
        }

        var acted = await desk.Act(Examination.Id, Complainant, new ExaminationCommand.AskSettlement(Apart), Version, cancel);
        return await Answer(acted.Refusal, cancel);
    }

    public async Task<IActionResult> OnPostShare(CancellationToken cancel)
    {
        var acted = await desk.ShareIdentity(Case, Complainant, Version, cancel);
        Case = acted.First.State;
        return await Answer(acted.Refusal, cancel);
    }

    private async Task<IActionResult> Answer(Refusal? refusal, CancellationToken cancel)
    {
        if (refusal is null)
        {
            return RedirectToPage("/Complaints/Pages/Tracking/Case");
        }

        ModelState.AddRefusal(refusal, texts);
        await Show(cancel);
        return Page();
    }

    private async Task Show(CancellationToken cancel)
    {
        // The forms carry the versions as they are now.
        ModelState.Remove(nameof(Version));
        if (Case is not { IsAtOmbudsman: true, Ombudsman: { } there })
        {
            Examination = null;
            return;
        }

        Examination = await queries.State(there.Examination, cancel);
        var all = await queries.OfComplaint(Case.Id, part => ExaminationTimeline.MayOpen(Audience.Complainant, part), cancel);
        Asked = all[^1].History.Select(recorded => recorded.Fact).OfType<ExaminationEvent.CompletionRequested>().LastOrDefault();
        RegisterNumber = await queries.RegisterNumber(there.Examination, cancel) is { } entry ? ExaminationWords.Number(entry) : null;
    }

    private static string? Trimmed(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize(System.Text.NormalizationForm.FormC);
}
