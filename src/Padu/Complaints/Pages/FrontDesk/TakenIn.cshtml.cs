using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Complaints;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.FrontDesk;

/// <summary>
/// The receipt for handing over (tanda terima; UU 25/2009 art. 44(1)–(2)): the officer's post, stamp and signature; opens again for half an hour for the
/// officer who entered it.
/// </summary>
[Authorize(Policy = Policies.FrontDesk)]
public sealed class TakenInModel(
    DeskReceipts receipts,
    ComplaintQueries queries,
    AccessCodes codes,
    CurrentActor current,
    Web.IWhoIsSignedIn who
) : PageModel
{
    public Complaint Complaint { get; private set; } = Complaint.None;

    public string Code { get; private set; } = "";

    public ComplaintEvent.Submitted? Filed { get; private set; }

    public ComplaintEvent.TakenIn? Entry { get; private set; }

    /// <summary>Number and code as one QR code; no address, so that scanning it opens nothing.</summary>
    public QrCode Qr { get; private set; } = QrCode.Empty;

    /// <summary>The post that took it in, as the law wants it on the receipt.</summary>
    public string Post => who.Current?.Post ?? "";

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (receipts.Find(HttpContext, current.Staff!.Account) is not { } kept)
        {
            return RedirectToPage("/Complaints/Pages/FrontDesk/TakeIn");
        }

        Complaint = await queries.State(kept.Complaint, cancel);
        Code = codes.Derive(kept.Draft);
        var history = (await queries.History(kept.Complaint, cancel)).Select(recorded => recorded.Fact).ToList();
        Filed = history.OfType<ComplaintEvent.Submitted>().FirstOrDefault();
        Entry = history.OfType<ComplaintEvent.TakenIn>().FirstOrDefault();
        Qr = QrCode.Of($"{Complaint.Number} {Code}");
        return Page();
    }

    /// <summary>Handed over: the code is shown here no more.</summary>
    public IActionResult OnPost()
    {
        receipts.Forget(HttpContext);
        return RedirectToPage("/Complaints/Pages/FrontDesk/TakeIn");
    }
}
