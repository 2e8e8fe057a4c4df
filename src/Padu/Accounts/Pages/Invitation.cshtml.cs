using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Web;

namespace Padu.Accounts.Pages;

/// <summary>An invited person sets the own password. The code is typed, never part of an address.</summary>
[AllowAnonymous]
public sealed class InvitationModel(AccountDesk accounts, SignInDesk desk, Entrance entrance, Texts texts) : PageModel
{
    [BindProperty]
    public string UserName { get; set; } = "";

    [BindProperty]
    public string InvitationCode { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string RepeatPassword { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        if ((Password ?? "") != (RepeatPassword ?? ""))
        {
            return Refused(new Refusal("password.not-repeated", nameof(RepeatPassword)));
        }

        if (desk.BeginInvitation(UserName ?? "") is { } wait)
        {
            return Refused(wait);
        }

        var outcome = await accounts.Accept((UserName ?? "").Trim(), InvitationCode ?? "", Password ?? "");
        return outcome.Account is { } account ? await entrance.Enter(HttpContext, account, null) : Refused(outcome.Refusal!);
    }

    private PageResult Refused(Refusal refusal)
    {
        ModelState.AddRefusal(refusal, texts);
        return Page();
    }
}
