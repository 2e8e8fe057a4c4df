using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>The reader's own filters: kept under a name, named anew, forgotten.</summary>
[Authorize(Policy = Policies.Desk)]
public sealed class SavedFiltersModel(SavedFilters saved, CurrentActor current, Texts texts) : PageModel
{
    /// <summary>Long enough for every condition at once.</summary>
    private const int LongestQuery = 600;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public Guid? Id { get; set; }

    /// <summary>The tab of what is to be kept.</summary>
    [BindProperty]
    public string? Tab { get; set; }

    /// <summary>The conditions of what is to be kept, as an address has them.</summary>
    [BindProperty]
    public string? Query { get; set; }

    public IReadOnlyList<SavedFilter> Saved { get; private set; } = [];

    private Actor.Staff Staff => current.Staff!;

    public async Task OnGet(CancellationToken cancel)
    {
        Query = null;
        Saved = await saved.Of(Staff.Account, cancel);
    }

    public async Task<IActionResult> OnPostSave(CancellationToken cancel)
    {
        var pairs = QueryHelpers.ParseQuery(Query is { Length: <= LongestQuery } ? Query : "");
        var filter = CaseFilter.Read(key => pairs.GetValueOrDefault(key));
        var tab = DeskTabs.Read(Tab, DeskTabs.For(Staff)).Word();
        (Query, Tab) = (filter.Query, tab);
        var refusal = await saved.Save(Staff.Account, Name ?? "", tab, filter, cancel);
        return refusal is null ? Redirect($"/meja?tab={tab}{filter.Query}") : await Refused(refusal, cancel);
    }

    public async Task<IActionResult> OnPostRename(CancellationToken cancel)
    {
        Query = null;
        var refusal = await saved.Rename(Staff.Account, Id ?? default, Name ?? "", cancel);
        return refusal is null ? RedirectToPage() : await Refused(refusal, cancel);
    }

    public async Task<IActionResult> OnPostDelete(CancellationToken cancel)
    {
        await saved.Delete(Staff.Account, Id ?? default, cancel);
        return RedirectToPage();
    }

    private async Task<IActionResult> Refused(Refusal refusal, CancellationToken cancel)
    {
        ModelState.AddRefusal(refusal, texts);
        Saved = await saved.Of(Staff.Account, cancel);
        return Page();
    }
}
