using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>How the own office works: whether the head approves answers, and its ready replies.</summary>
[Authorize(Policy = Policies.Verifier)]
public sealed class OfficePracticeModel(
    OfficePractices practices,
    CannedReplies replies,
    CurrentActor current,
    OfficeRegister offices,
    Texts texts
) : PageModel
{
    [BindProperty]
    public bool NeedsApproval { get; set; }

    [TempData]
    public string? Done { get; set; }

    public string OfficeName => offices.NameOf(current.Staff!.Office.Code, Languages.Current);

    public IReadOnlyList<CannedReplyRow> Replies { get; private set; } = [];

    public Task OnGet(CancellationToken cancel)
    {
        NeedsApproval = practices.NeedsApproval(current.Staff!.Office.Code);
        return Show(cancel);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (ModelState.IsValid && await practices.Change(current.Staff!, NeedsApproval, cancel) is { } refusal)
        {
            ModelState.AddRefusal(refusal, texts);
        }

        if (ModelState.IsValid)
        {
            Done = "practice.saved";
            return RedirectToPage();
        }

        await Show(cancel);
        return Page();
    }

    private async Task Show(CancellationToken cancel) => Replies = await replies.Of(current.Staff!.Office.Code, cancel);
}
