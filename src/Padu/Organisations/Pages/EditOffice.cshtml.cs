using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Web;

namespace Padu.Organisations.Pages;

/// <summary>An office's address and channels.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class EditOfficeModel(OrganisationDesk desk, OfficeRegister offices, CurrentActor actor, Texts texts, IClock clock)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [TempData]
    public string? Done { get; set; }

    public IActionResult OnGet()
    {
        if (offices.Row(new OfficeCode(Code)) is not { } row || !Administration.MayFill(actor.Actor, row.Office, Role.AgencyAdmin))
        {
            return NotFound();
        }

        (Address, Email, Phone) = (row.Address, row.Email, row.Phone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var refusal = await desk.ChangeOffice(
            actor.Actor,
            clock.GetCurrentInstant(),
            new OfficeCode(Code),
            new OfficeDetails(Address, Email, Phone)
        );
        if (refusal is null)
        {
            Done = "office.edit.saved";
            return RedirectToPage(new { Code });
        }

        if (refusal.Code == "office.not-yours")
        {
            return NotFound();
        }

        ModelState.AddRefusal(refusal, texts);
        return Page();
    }
}
