using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Accounts.Pages;

/// <summary>The own account: which post to act in, and what keeps it safe.</summary>
[Authorize(Policy = Policies.Account)]
public sealed class OwnAccountModel(Sessions sessions, AccountDesk accounts, Entrance entrance, CurrentActor actor, HostSettings settings)
    : PageModel
{
    public Account Account => sessions.Account!;

    public IReadOnlyList<HeldPost> Posts { get; private set; } = [];

    public PostId? ActingIn => actor.Staff?.Post;

    public bool Demonstration => settings.Demonstration;

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync() => Posts = await entrance.Held(Account);

    /// <summary>Acts in another of the own posts; a post that is not held is simply not there.</summary>
    public async Task<IActionResult> OnPostPostAsync(Guid post)
    {
        if ((await entrance.Held(Account)).All(held => held.Post.Row.Id != post))
        {
            return NotFound();
        }

        await sessions.SignIn(HttpContext, Account, new PostId(post), continues: true);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndSessionsAsync()
    {
        await accounts.EndSessions(Account);
        await HttpContext.SignOutAsync(Sessions.Scheme);
        return RedirectToPage("/Accounts/Pages/SignIn", new { keluar = true });
    }
}
