using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Oversight;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Oversight.Pages;

/// <summary>Stands by one rule or one list of holidays, or takes that back.</summary>
[Authorize(Policy = Policies.LawReader)]
public sealed class ConfirmLawModel(Law law, LawDesk desk, CurrentActor current, Texts texts) : PageModel
{
    [BindProperty(Name = "perihal", SupportsGet = true)]
    public string? Item { get; set; }

    /// <summary>What of it was on the page.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    public LawStanding Standing { get; private set; } = null!;

    public DeadlineRule? Rule => law.Rules.Rows.FirstOrDefault(row => LawItem.Of(row) == Standing.Item);

    public HolidaySet? Set => law.Calendar.Sets.FirstOrDefault(set => LawItem.Of(set) == Standing.Item);

    public Election? Election => law.Elections.All.FirstOrDefault(one => LawItem.Of(one) == Standing.Item);

    public bool IsOwn => Standing.Confirmed.Any(row => row.Account == current.Staff!.Account);

    public IActionResult OnGet() => Find() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Find() ? Told(await desk.Confirm(current.Staff!, Standing, Seen, Basis, cancel), "law.confirmed") : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) =>
        Find() ? Told(await desk.Withdraw(current.Staff!, Standing, cancel), "law.withdrawn") : NotFound();

    private bool Find()
    {
        if (desk.Find(Item) is not { } found || !(Confirming.May(current.Actor, found.Binds) || found.Confirmed.Any(IsMine)))
        {
            return false;
        }

        Standing = found;
        return true;
    }

    private bool IsMine(LawConfirmationRow row) => row.Account == current.Staff!.Account;

    private IActionResult Told(Refusal? refusal, string done)
    {
        if (refusal is not null)
        {
            ModelState.AddRefusal(refusal, texts);
            return Page();
        }

        TempData["Done"] = done;
        return RedirectToPage(
            "/Oversight/Pages/LawPage",
            null,
            null,
            Set is not null ? "libur"
                : Election is not null ? "tahapan"
                : "aturan"
        );
    }
}
