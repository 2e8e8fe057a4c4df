using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Padu.Domain.Coordination;
using Padu.Web;

namespace Padu.Coordination;

/// <summary>The half hour in which the receipt opens again in the same browser session: a sealed cookie that names draft and input.</summary>
public sealed class InputReceipt(IDataProtectionProvider protection, PaduCookies cookies, IClock clock)
{
    public static readonly Duration Lasts = Duration.FromMinutes(30);

    private readonly IDataProtector protector = protection.CreateProtector("padu.masukan.v1");

    private string CookieName => cookies.Named("padu-masukan");

    public void Keep(HttpContext http, Guid draft, InputId input)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{draft:N}|{input.Value:N}|{clock.GetCurrentInstant().ToUnixTimeSeconds()}"
        );
        http.Response.Cookies.Append(CookieName, protector.Protect(text), cookies.ForSession());
    }

    /// <summary>Draft and input of this session; null when there is none or the half hour is over.</summary>
    public (Guid Draft, InputId Input)? Find(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is not { Length: < 2_000 } cookie)
        {
            return null;
        }

        try
        {
            var parts = protector.Unprotect(cookie).Split('|');
            var kept = Instant.FromUnixTimeSeconds(long.Parse(parts[2], CultureInfo.InvariantCulture));
            return clock.GetCurrentInstant() - kept < Lasts
                ? (Guid.ParseExact(parts[0], "N"), new InputId(Guid.ParseExact(parts[1], "N")))
                : null;
        }
        catch (CryptographicException)
        {
            // Not sealed by us, or by a key that is gone: no receipt.
            return null;
        }
    }
}
