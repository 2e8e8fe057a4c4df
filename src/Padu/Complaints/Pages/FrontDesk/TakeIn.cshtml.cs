using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Calendar;
using Padu.Documents;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Complaints.Pages.FrontDesk;

/// <summary>
/// The counter: one page for whoever stands there, calls, or wrote a letter. What was received earlier keeps its true moment; nothing typed is lost when
/// the form comes back, files included, and sending it twice gives one complaint.
/// </summary>
[Authorize(Policy = Policies.FrontDesk)]
[RequestSizeLimit(EvidenceIntake.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceIntake.LargestRequest)]
public sealed class TakeInModel(
    ComplaintDesk desk,
    ComplaintQueries queries,
    DeskReceipts receipts,
    Receivers receivers,
    CurrentActor current,
    EvidenceIntake intake,
    EvidenceCarrier carrier,
    Law calendar,
    StageWords stages,
    IClock clock,
    Texts texts
) : PageModel
{
    [BindProperty]
    public TakeInForm Form { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public List<IFormFile> Power { get; set; } = [];

    public ImmutableArray<Evidence> Kept { get; private set; } = [];

    public ImmutableArray<Evidence> KeptPower { get; private set; } = [];

    public IReadOnlyList<Office> Offices => receivers.All;

    /// <summary>The stages of these days; none where no election is near.</summary>
    public IReadOnlyList<Choice> Stages =>
        [.. stages.Topical(Officer.Office.Region!.Value.Province, clock.GetCurrentInstant().InZone(Zone).Date)];

    /// <summary>What this office entered today.</summary>
    public IReadOnlyList<ComplaintRow> Today { get; private set; } = [];

    private Actor.Staff Officer => current.Staff!;

    private DateTimeZone Zone => calendar.For(Officer.Office.Region!.Value.Province).Zone;

    public async Task OnGet(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant().InZone(Zone);
        Form = new TakeInForm
        {
            Ticket = receipts.NewForm(),
            Office = receivers.For(Officer.Office.Code.Value).Code.Value,
            ReceivedOn = now.Date,
            ReceivedTime = TakeInForm.TimeFormat.Format(now.TimeOfDay),
            OnBehalf = "diri",
        };
        await Show(cancel);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (receipts.Read(Form.Ticket) is not { } draft)
        {
            return BadRequest();
        }

        Kept = await Take(Files, draft, Form.Carried, "bukti");
        KeptPower = await Take(Power, KeyOfPower(draft), Form.CarriedPower, "kuasa");
        Form.Carried = Kept.IsEmpty ? null : carrier.Seal(draft, Kept);
        Form.CarriedPower = KeptPower.IsEmpty ? null : carrier.Seal(KeyOfPower(draft), KeptPower);
        ModelState.Remove("Form.Carried");
        ModelState.Remove("Form.CarriedPower");
        var (filing, entry, wrong) = Form.Read(draft, receivers.For(Form.Office), Kept, KeptPower, Zone, stages);
        if (ModelState.IsValid && wrong is null && filing is not null && entry is not null)
        {
            var filed = await desk.TakeIn(Officer, filing, entry, cancel);
            if (filed.Refusal is null)
            {
                receipts.Keep(HttpContext, Officer.Account, draft, filed.Complaint.Id);
                return RedirectToPage("/Complaints/Pages/FrontDesk/TakenIn");
            }

            wrong = filed.Refusal;
        }

        if (wrong is not null)
        {
            ModelState.AddRefusal(wrong with { Field = wrong.Field is null ? null : $"Form.{wrong.Field}" }, texts);
        }

        await Show(cancel);
        return Page();
    }

    private async Task<ImmutableArray<Evidence>> Take(List<IFormFile> files, Guid draft, string? carried, string field)
    {
        var kept = carrier.Read(draft, carried);
        var taken = await intake.Take(files, kept, visitor: null, HttpContext.RequestAborted);
        ModelState.AddRefusals(
            texts,
            [.. taken.Refusals.Select(refusal => refusal with { Field = field == "kuasa" ? nameof(Power) : nameof(Files) })]
        );
        return kept.AddRange(taken.Evidence);
    }

    /// <summary>The two lists of one form are sealed apart, so that neither passes for the other.</summary>
    private static Guid KeyOfPower(Guid draft)
    {
        var bytes = draft.ToByteArray();
        bytes[0] ^= 0xFF;
        return new Guid(bytes);
    }

    private async Task Show(CancellationToken cancel)
    {
        var midnight = clock.GetCurrentInstant().InZone(Zone).Date.AtStartOfDayInZone(Zone).ToInstant();
        Today = await queries.TakenIn(Officer.Office.Code, midnight, cancel);
    }
}
