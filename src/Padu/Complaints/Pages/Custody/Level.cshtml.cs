using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Custody;

/// <summary>The custodian hides somebody better who asked for it without their code. Less secrecy is the complainant's own hand alone.</summary>
[Authorize(Policy = Policies.Custodian)]
public sealed class LevelModel(ComplaintQueries queries, ComplaintDesk desk, CurrentActor current, Texts texts) : PageModel
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Level { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The number of the case that was changed a moment ago.</summary>
    [TempData]
    public string? Done { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!CodeOf.TryParse<IdentityLevel>(Level, out var level))
        {
            ModelState.AddModelError(nameof(Level), texts["desk.choose"]);
            return Page();
        }

        var id = PublicNumbers.Read(Number) is { } number ? await queries.Unscoped(number, cancel) : null;
        if (id is not { } known)
        {
            ModelState.AddRefusal(new Refusal("code.number-unknown", nameof(Number)), texts);
            return Page();
        }

        var acted = await desk.Act(known, current.Actor, new ComplaintCommand.ChangeLevel(level, null, Reason?.Trim()), cancel: cancel);
        if (acted.Refusal is { } refusal)
        {
            ModelState.AddRefusal(refusal, texts);
            return Page();
        }

        Done = acted.State.Number.Value;
        return RedirectToPage();
    }
}
