using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Web;

namespace Padu.Accounts.Pages;

/// <summary>The second factor, after the right password in this browser within ten minutes.</summary>
[AllowAnonymous]
public sealed class SignInCodeModel(SignInDesk desk, Entrance entrance, Sessions sessions, Texts texts) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(Name = "kembali", SupportsGet = true)]
    public string? ReturnPath { get; set; }

    public async Task<IActionResult> OnGetAsync() => await sessions.InCodeStep(HttpContext) is null ? Again() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await sessions.InCodeStep(HttpContext) is not { } account)
        {
            return Again();
        }

        var outcome = await desk.Code(account, Code ?? "");
        if (outcome.Account is { } known)
        {
            return await entrance.Enter(HttpContext, known, ReturnPath);
        }

        ModelState.Remove(nameof(Code));
        ModelState.AddRefusal(outcome.Refusal!, texts);
        return Page();
    }

    private RedirectToPageResult Again() => RedirectToPage("/Accounts/Pages/SignIn", new { kembali = ReturnPath });
}
