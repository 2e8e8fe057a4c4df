using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Web;

namespace Padu.Complaints;

/// <summary>
/// The half hour after somebody showed number and code: a sealed cookie that names the case and nothing else, good for the tracking pages alone. What the
/// person wrote and who the person is are shown only after the code was given again (SecureDrop's habit: a found telephone reveals less).
/// </summary>
public sealed class TrackingSession(IDataProtectionProvider protection, PaduCookies cookies, ComplaintQueries queries, IClock clock)
{
    public static readonly Duration Lasts = Duration.FromMinutes(30);

    private readonly IDataProtector protector = protection.CreateProtector("padu.lacak.v1");

    private string CookieName => cookies.Named("padu-lacak");

    /// <param name="letter">Whose code opened it: the case itself, or the letter it is a part of.</param>
    public void Begin(HttpContext http, Complaint complaint, Complaint letter)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{complaint.Id}|{clock.GetCurrentInstant().ToUnixTimeSeconds()}|{letter.Verifier}"
        );
        http.Response.Cookies.Append(CookieName, protector.Protect(text), cookies.ForSession());
    }

    public void End(HttpContext http) => http.Response.Cookies.Delete(CookieName, cookies.ForSession());

    /// <summary>The case of this session with its complainant, or null when there is none, the half hour is over, or another code was issued since.</summary>
    public async Task<(Complaint Case, Actor.Complainant Complainant)?> Find(HttpContext http, CancellationToken cancel)
    {
        if (http.Request.Cookies[CookieName] is not { Length: < 2_000 } cookie || Read(cookie) is not { } session)
        {
            return null;
        }

        var complaint = await queries.State(session.Id, cancel);
        var letter = await queries.Letter(complaint, cancel);
        return complaint.Exists && letter.Verifier == session.Verifier ? (complaint, new Actor.Complainant(complaint.ReporterId)) : null;
    }

    private (ComplaintId Id, CodeVerifier Verifier)? Read(string cookie)
    {
        try
        {
            var parts = protector.Unprotect(cookie).Split('|');
            var begun = Instant.FromUnixTimeSeconds(long.Parse(parts[1], CultureInfo.InvariantCulture));
            return clock.GetCurrentInstant() - begun < Lasts ? (new ComplaintId(Guid.Parse(parts[0])), new CodeVerifier(parts[2])) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Not sealed by us, or by a key that is gone: no session.
            return null;
        }
    }
}
