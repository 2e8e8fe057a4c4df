using System.Collections.Frozen;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Accounts;
using Padu.Calendar;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;
using Padu.Domain.Oversight;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Oversight.Pages;

/// <summary>One item as its reader sees it.</summary>
/// <param name="Names">Of those who confirmed it, by account.</param>
public sealed record LawStandingView(LawStanding Standing, Actor.Staff Reader, IReadOnlyDictionary<Guid, string> Names, string Somebody)
{
    public bool IsOwn => Standing.Confirmed.Any(row => row.Account == Reader.Account);

    public bool MayAct => IsOwn || Confirming.May(Reader, Standing.Binds);

    public string NameOf(LawConfirmationRow row) => Names.GetValueOrDefault(row.Account, Somebody);
}

/// <summary>The rules and holidays by which everything here is counted, each with its source and who stands by it.</summary>
[Authorize(Policy = Policies.LawReader)]
public sealed class LawPageModel(Law law, LawDesk desk, PeopleQueries people, CurrentActor current, Texts texts) : PageModel
{
    private FrozenDictionary<Guid, string> names = FrozenDictionary<Guid, string>.Empty;

    [TempData]
    public string? Done { get; set; }

    public IReadOnlyList<(DeadlineRule Row, LawStanding Standing)> Rules { get; private set; } = [];

    public IReadOnlyList<(HolidaySet Set, LawStanding Standing)> Holidays { get; private set; } = [];

    public IReadOnlyList<(Election Election, LawStanding Standing)> Elections { get; private set; } = [];

    public LawStandingView View(LawStanding standing) => new(standing, current.Staff!, names, texts["law.somebody"]);

    public async Task OnGet(CancellationToken cancel)
    {
        Rules = [.. law.Rules.Rows.Select(row => (row, desk.Of(row)))];
        Holidays = [.. law.Calendar.Sets.Select(set => (set, desk.Of(set)))];
        Elections = [.. law.Elections.All.Select(election => (election, desk.Of(election)))];
        var confirmed = Rules
            .Select(one => one.Standing)
            .Concat(Holidays.Select(one => one.Standing))
            .Concat(Elections.Select(one => one.Standing))
            .SelectMany(standing => standing.Confirmed);
        var known = await people.Named([.. confirmed.Select(row => row.Account).Distinct()], cancel);
        names = known.ToFrozenDictionary(one => one.Key, one => one.Value.DisplayName);
    }
}
