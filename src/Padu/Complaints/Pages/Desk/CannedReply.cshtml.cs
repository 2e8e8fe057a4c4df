using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Writes a ready reply of the own office, new or another wording of one it has.</summary>
[Authorize(Policy = Policies.Verifier)]
public sealed class CannedReplyModel(CannedReplies replies, CurrentActor current, Texts texts) : PageModel
{
    [BindProperty]
    public Guid? Id { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? TextId { get; set; }

    [BindProperty]
    public string? TextEn { get; set; }

    [BindProperty]
    public bool Retire { get; set; }

    public bool IsKnown { get; private set; }

    public async Task<IActionResult> OnGet(Guid? id, CancellationToken cancel)
    {
        if (id is { } known)
        {
            if (await replies.Find(current.Staff!.Office.Code, known, cancel) is not { } reply)
            {
                return NotFound();
            }

            (Id, Name, TextId, TextEn, IsKnown) = (reply.Id, reply.Title, reply.TextId, reply.TextEn, true);
        }

        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var staff = current.Staff!;
        IsKnown = Id is { } known && await replies.Find(staff.Office.Code, known, cancel) is not null;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        // An id that is not the office's own makes a new one: nobody rewrites another office's words.
        var refusal = await replies.Save(
            staff,
            new CannedReplyRow(
                IsKnown ? Id!.Value : Guid.CreateVersion7(),
                staff.Office.Code,
                Name?.Trim() ?? "",
                TextId?.Trim() ?? "",
                string.IsNullOrWhiteSpace(TextEn) ? null : TextEn.Trim(),
                IsKnown && Retire
            ),
            cancel
        );
        if (refusal is not null)
        {
            ModelState.AddRefusal(refusal, texts);
            return Page();
        }

        TempData[nameof(OfficePracticeModel.Done)] = "canned.saved";
        return RedirectToPage("/Complaints/Pages/Desk/OfficePractice");
    }
}
