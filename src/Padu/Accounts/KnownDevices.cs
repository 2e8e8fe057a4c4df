using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Padu.Web;

namespace Padu.Accounts;

/// <summary>
/// Remembers in a browser which account signed in there, so that somebody who guesses at that account from elsewhere does not slow its owner
/// (see <see cref="SignInDelay"/>). It gives no right.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, PaduCookies cookies)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);
    private readonly IDataProtector protector = protection.CreateProtector("Padu.Accounts.Device");

    private string Cookie => cookies.Named("padu-perangkat");

    public void Remember(HttpContext http, Account account) =>
        http.Response.Cookies.Append(Cookie, protector.Protect(account.UserName!), cookies.Lasting(Remembered));

    public bool Knows(HttpContext http, string userName)
    {
        try
        {
            return http.Request.Cookies[Cookie] is { } cookie
                && string.Equals(protector.Unprotect(cookie), userName.Trim(), StringComparison.OrdinalIgnoreCase);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
