using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Web;

namespace Padu.Complaints;

/// <summary>
/// What the counter's form and its receipt keep between two requests: the draft id in the form, sealed, so that sending twice gives one complaint; and for
/// thirty minutes after it, in a sealed cookie of the officer's own, of which filing the receipt is shown. The code is derived each time and stored nowhere.
/// </summary>
public sealed class DeskReceipts(IDataProtectionProvider protection, PaduCookies cookies, IClock clock)
{
    public static readonly Duration OpenFor = Duration.FromMinutes(30);

    private readonly IDataProtector forms = protection.CreateProtector("padu.loket.formulir.v1");

    private string CookieName => cookies.Named("padu-loket");

    public string NewForm() => forms.Protect(Guid.CreateVersion7().ToString("D"));

    /// <summary>The draft of a form we made; null for any other.</summary>
    public Guid? Read(string? form)
    {
        try
        {
            return form is { Length: < 500 } ? Guid.ParseExact(forms.Unprotect(form), "D") : null;
        }
        catch (CryptographicException)
        {
            // Not sealed by us, or by a key that is gone.
            return null;
        }
    }

    public void Keep(HttpContext http, Guid account, Guid draft, ComplaintId id) =>
        http.Response.Cookies.Append(
            CookieName,
            Of(account)
                .Protect(string.Create(CultureInfo.InvariantCulture, $"{draft:D}|{id}|{clock.GetCurrentInstant().ToUnixTimeSeconds()}")),
            cookies.ForSession()
        );

    /// <summary>The last filing of this officer in this browser, within the half hour.</summary>
    public (Guid Draft, ComplaintId Complaint)? Find(HttpContext http, Guid account)
    {
        if (http.Request.Cookies[CookieName] is not { Length: < 1_000 } cookie)
        {
            return null;
        }

        try
        {
            var parts = Of(account).Unprotect(cookie).Split('|');
            var kept = Instant.FromUnixTimeSeconds(long.Parse(parts[2], CultureInfo.InvariantCulture));
            return clock.GetCurrentInstant() - kept < OpenFor
                ? (Guid.ParseExact(parts[0], "D"), new ComplaintId(Guid.ParseExact(parts[1], "D")))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Forget(HttpContext http) => http.Response.Cookies.Delete(CookieName, cookies.ForSession());

    private IDataProtector Of(Guid account) => protection.CreateProtector("padu.loket.tanda-terima.v1", account.ToString("D"));
}
