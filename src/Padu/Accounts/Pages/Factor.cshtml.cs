using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Accounts.Pages;

/// <summary>Sets up the second factor; a new key travels sealed through the form until a code proves that the telephone has it.</summary>
[Authorize(Policy = Policies.Account)]
public sealed class FactorModel(
    Sessions sessions,
    AccountDesk accounts,
    SignInDesk desk,
    SecondFactor factor,
    SiteIdentity site,
    Texts texts
) : PageModel
{
    [BindProperty]
    public string? CurrentPassword { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? KeyToken { get; set; }

    public bool IsSetUp => sessions.Account!.HasSecondFactor;

    public string KeyText { get; private set; } = "";

    public QrPath Qr { get; private set; } = QrPath.Empty;

    /// <summary>The recovery codes, in the one answer that shows them.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public void OnGet() => Offer(Totp.NewKey());

    public async Task<IActionResult> OnPostAsync()
    {
        var account = sessions.Account!;
        if (factor.Unseal(account.Id, KeyToken) is not { } key)
        {
            return Refused(new Refusal("factor.expired"), Totp.NewKey());
        }

        if (IsSetUp && (await desk.Password(account.UserName!, CurrentPassword ?? "", device: true)).Refusal is { } wrong)
        {
            return Refused(wrong.Code == "sign-in.wait" ? wrong : new Refusal("password.wrong", nameof(CurrentPassword)), key);
        }

        if (factor.SetUp(account, key, Code ?? "") is not { } codes)
        {
            return Refused(new Refusal("sign-in.wrong-code", nameof(Code)), key);
        }

        if ((await accounts.Save(account)).Refusal is { } refusal)
        {
            return Refused(refusal, key);
        }

        Codes = codes;
        return Page();
    }

    private PageResult Refused(Refusal refusal, byte[] key)
    {
        ModelState.Remove(nameof(Code));
        ModelState.AddRefusal(refusal, texts);
        Offer(key);
        return Page();
    }

    private void Offer(byte[] key)
    {
        var account = sessions.Account!;
        ModelState.Remove(nameof(KeyToken));
        KeyToken = factor.Seal(account.Id, key);
        KeyText = string.Join(' ', Totp.Text(key).Chunk(4).Select(group => new string(group)));
        Qr = QrPath.Of(Totp.Address(key, site.Province is { } province ? $"Padu {province}" : "Padu", account.UserName!));
    }
}
