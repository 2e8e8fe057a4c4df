using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Accounts.Pages;

/// <summary>Changes the own password; every other session ends, this one goes on.</summary>
[Authorize(Policy = Policies.Account)]
public sealed class PasswordModel(Sessions sessions, AccountDesk accounts, SignInDesk desk, CurrentActor actor, Texts texts) : PageModel
{
    [BindProperty]
    public string CurrentPassword { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public string RepeatPassword { get; set; } = "";

    [TempData]
    public string? Done { get; set; }

    public bool Must => sessions.Account!.MustChangePassword;

    public async Task<IActionResult> OnPostAsync()
    {
        if ((Password ?? "") != (RepeatPassword ?? ""))
        {
            return Refused(new Refusal("password.not-repeated", nameof(RepeatPassword)));
        }

        // A stolen session must not be a faster way to guess the password than signing in.
        var account = sessions.Account!;
        var known = await desk.Password(account.UserName!, CurrentPassword ?? "", device: true);
        if (known.Refusal is { } wrong)
        {
            return Refused(wrong.Code == "sign-in.wait" ? wrong : new Refusal("password.wrong", nameof(CurrentPassword)));
        }

        var outcome = await accounts.ChangePassword(account, CurrentPassword ?? "", Password ?? "");
        if (outcome.Refusal is { } refusal)
        {
            return Refused(refusal);
        }

        await sessions.SignIn(HttpContext, account, actor.Staff?.Post, continues: true);
        Done = "account.password.done";
        return RedirectToPage("/Accounts/Pages/OwnAccount");
    }

    private PageResult Refused(Refusal refusal)
    {
        ModelState.AddRefusal(refusal, texts);
        return Page();
    }
}
