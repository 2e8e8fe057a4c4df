using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Web;

namespace Padu.Complaints.Pages.Filing;

/// <summary>
/// The receipt (tanda terima; UU 25/2009 art. 44(1)–(2)): number and secret code apart, what happens next and by when. Opens again for thirty minutes in
/// the same browser session; the code is derived from the draft each time and stored nowhere.
/// </summary>
[AllowAnonymous]
public sealed class ReceiptModel(
    DraftStore drafts,
    ComplaintQueries queries,
    IOmbudsmanSide ombudsman,
    AccessCodes codes,
    CasePapers papers,
    IClock clock
) : PageModel
{
    public static readonly Duration OpenFor = Duration.FromMinutes(30);

    public Complaint Complaint { get; private set; } = Complaint.None;

    /// <summary>Where it was filed straight to the Ombudsman.</summary>
    public OmbudsmanSide? Ombudsman { get; private set; }

    public string Code { get; private set; } = "";

    public string? Story { get; private set; }

    public int Files { get; private set; }

    /// <summary>Number and code as one QR code; no address, so that scanning it opens nothing.</summary>
    public QrCode Qr { get; private set; } = QrCode.Empty;

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await Elsewhere(cancel) ?? Page();

    /// <summary>The same as a file, under the same conditions.</summary>
    public async Task<IActionResult> OnGetPdf(CancellationToken cancel) =>
        await Elsewhere(cancel) ?? papers.Receipt(HttpContext, Complaint, Code, Story, Files, Ombudsman);

    /// <summary>Reads the receipt of this browser session; where there is none, the way to the door.</summary>
    private async Task<IActionResult?> Elsewhere(CancellationToken cancel)
    {
        if (await drafts.Find(HttpContext, cancel) is not { Filed: { } filed } draft)
        {
            return RedirectToPage("/Complaints/Pages/Tracking/Door");
        }

        if (clock.GetCurrentInstant() - filed.At > OpenFor)
        {
            return RedirectToPage("/Complaints/Pages/Tracking/Door", new { nomor = filed.Number.Value });
        }

        Complaint = await queries.State(filed.Complaint, cancel);
        Ombudsman = await ombudsman.Of(Complaint, TimelineReader.Complainant, cancel);
        Code = codes.Derive(draft.Id);
        if (!codes.Matches(Complaint.Number, Code, Complaint.Verifier))
        {
            // Another code was issued since: this one opens nothing, so it is no receipt.
            return RedirectToPage("/Complaints/Pages/Tracking/Door", new { nomor = filed.Number.Value });
        }

        var history = await queries.History(filed.Complaint, cancel);
        if (history[0].Fact is ComplaintEvent.Submitted submitted)
        {
            Story = submitted.Story;
            Files = submitted.Evidence?.Length ?? 0;
        }

        Qr = QrCode.Of($"{Complaint.Number} {Code}");
        return null;
    }
}
