using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Web;

namespace Padu.Accounts.Pages;

/// <summary>Name and password.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInDesk desk, Entrance entrance, KnownDevices devices, Texts texts) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(Name = "kembali", SupportsGet = true)]
    public string? ReturnPath { get; set; }

    [BindProperty(Name = "keluar", SupportsGet = true)]
    public bool SignedOut { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(UserName) || string.IsNullOrEmpty(Password))
        {
            ModelState.AddRefusal(new Refusal("sign-in.empty", nameof(UserName)), texts);
            return Page();
        }

        var outcome = await desk.Password(UserName, Password, devices.Knows(HttpContext, UserName));
        if (outcome.Account is { } account)
        {
            return await entrance.AfterPassword(HttpContext, account, ReturnPath);
        }

        SignedOut = false;
        ModelState.AddRefusal(outcome.Refusal!, texts);
        return Page();
    }
}
