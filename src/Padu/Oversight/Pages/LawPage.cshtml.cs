using System.Collections.Frozen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Accounts;
using Padu.Calendar;
using Padu.Domain.Calendar;
using Padu.Domain.Oversight;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Oversight.Pages;

/// <summary>One item on the page.</summary>
public sealed record LawStandingView(LawPageModel Page, LawStanding Standing);

/// <summary>The rules and holidays by which everything here is counted, each with its source and who stands by it.</summary>
[Authorize(Policy = Policies.LawReader)]
public sealed class LawPageModel(Law law, LawDesk desk, PeopleQueries people, CurrentActor current, Texts texts) : PageModel
{
    [BindProperty]
    public string? Item { get; set; }

    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    [TempData]
    public string? Done { get; set; }

    public IReadOnlyList<(DeadlineRule Row, LawStanding Standing)> Rules { get; private set; } = [];

    public IReadOnlyList<(HolidaySet Set, LawStanding Standing)> Holidays { get; private set; } = [];

    private FrozenDictionary<Guid, string> names = FrozenDictionary<Guid, string>.Empty;

    public string NameOf(LawConfirmationRow row) => names.GetValueOrDefault(row.Account, texts["law.somebody"]);

    public bool MayConfirm(LawStanding standing) =>
        Confirming.May(current.Actor, standing.Binds) && standing.Confirmed.All(row => row.Account != current.Staff!.Account);

    public bool IsOwn(LawConfirmationRow row) => row.Account == current.Staff!.Account;

    /// <summary>The form that was sent and refused stays open with what was typed.</summary>
    public bool IsAsked(LawStanding standing) => Item == standing.Item.Value && !ModelState.IsValid;

    public Task OnGet(CancellationToken cancel) => Show(cancel);

    public async Task<IActionResult> OnPostConfirm(CancellationToken cancel)
    {
        if (desk.Find(Item) is not { } standing)
        {
            return NotFound();
        }

        if (await desk.Confirm(current.Staff!, standing, Seen, Basis, cancel) is not { } refusal)
        {
            Done = "law.confirmed";
            return RedirectToPage(null, null, null, standing.Item.Value.StartsWith("libur", StringComparison.Ordinal) ? "libur" : "aturan");
        }

        ModelState.AddRefusal(refusal, texts);
        await Show(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostWithdraw(CancellationToken cancel)
    {
        if (desk.Find(Item) is not { } standing)
        {
            return NotFound();
        }

        if (await desk.Withdraw(current.Staff!, standing, cancel) is not { } refusal)
        {
            Done = "law.withdrawn";
            return RedirectToPage();
        }

        ModelState.AddRefusal(refusal, texts);
        await Show(cancel);
        return Page();
    }

    private async Task Show(CancellationToken cancel)
    {
        Rules = [.. law.Rules.Rows.Select(row => (row, desk.Of(row)))];
        Holidays = [.. law.Calendar.Sets.Select(set => (set, desk.Of(set)))];
        Guid[] accounts =
        [
            .. Rules.SelectMany(one => one.Standing.Confirmed).Concat(Holidays.SelectMany(one => one.Standing.Confirmed)).Select(row => row.Account).Distinct(),
        ];
        names = (await people.Named(accounts, cancel)).ToFrozenDictionary(one => one.Key, one => one.Value.DisplayName);
    }
}
