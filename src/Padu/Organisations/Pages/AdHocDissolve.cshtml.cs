using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Web;

namespace Padu.Organisations.Pages;

/// <summary>Ends one body early.</summary>
[Authorize(Policy = Policies.AdHocBodies)]
public sealed class AdHocDissolveModel(AdHocDesk desk, AdHocBodies bodies, OfficeRegister offices, CurrentActor actor, Texts texts)
    : PageModel
{
    [BindProperty(Name = "kode", SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public LocalDate? Last { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    public AdHocBody Body { get; private set; } = null!;

    public string Name => bodies.NameOf(Body);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Find(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await Find(cancel))
        {
            return NotFound();
        }

        if (Last is not { } last)
        {
            ModelState.AddModelError(nameof(Last), texts["form.required"]);
            return Page();
        }

        if (await desk.Dissolve(actor.Actor, Body.Code, last, Basis, cancel) is { } refusal)
        {
            ModelState.AddRefusal(refusal, texts);
            return Page();
        }

        TempData["Done"] = "adhoc.dissolved.done";
        return RedirectToPage("/Organisations/Pages/AdHocList", new { kantor = Body.Parent.Value });
    }

    private async Task<bool> Find(CancellationToken cancel)
    {
        if (
            string.IsNullOrEmpty(Code)
            || await bodies.Find(new AdHocCode(Code), cancel) is not { } row
            || !AdHocRules.MayKeep(actor.Actor, offices.Find(row.Parent))
        )
        {
            return false;
        }

        Body = row.Body;
        return true;
    }
}
