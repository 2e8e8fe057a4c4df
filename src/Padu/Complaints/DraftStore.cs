using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using Padu.Storage;
using Padu.Web;

namespace Padu.Complaints;

/// <summary>
/// Drafts of the filing pages: a sealed row bound to a session cookie, a day old at most, not journaled; nothing stays on the device but the cookie.
/// </summary>
public sealed class DraftStore(IDbContextFactory<PaduDb> databases, Journal journal, IClock clock, HostSettings settings)
{
    private static readonly Duration Unfiled = Duration.FromDays(1);
    private static readonly Duration AfterFiling = Duration.FromDays(7);
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web).ConfigureForNodaTime(
        DateTimeZoneProviders.Tzdb
    );

    private string CookieName => settings.IsHttps ? "__Host-padu-draf" : "padu-draf";

    /// <summary>The draft of this browser session, or null.</summary>
    public async Task<Draft?> Find(HttpContext http, CancellationToken cancel)
    {
        if (SecretOf(http) is not { } secret)
        {
            return null;
        }

        await using var database = await databases.CreateDbContextAsync(cancel);
        var id = IdOf(secret);
        var row = await database.Set<DraftRow>().AsNoTracking().SingleOrDefaultAsync(draft => draft.Id == id, cancel);
        return row is null || row.PurgeAt < clock.GetCurrentInstant() ? null : Open(row, secret);
    }

    /// <summary>Stores the draft under the session's secret; a first draft makes the secret and its cookie.</summary>
    public async Task Save(HttpContext http, Draft draft, CancellationToken cancel)
    {
        var secret = SecretOf(http) ?? NewSecret(http);
        await journal.Store(Seal(draft, secret));
    }

    /// <summary>The row to store in the same transaction as the filing.</summary>
    public DraftRow RowAfterFiling(HttpContext http, Draft draft, FiledMark mark) =>
        Seal(new Draft { Id = draft.Id, Filed = mark }, SecretOf(http) ?? throw new InvalidOperationException("Filed without a draft."));

    /// <summary><i>Hapus dan keluar</i>: the row and the cookie go at once; its files are orphans and swept.</summary>
    public async Task Forget(HttpContext http, CancellationToken cancel)
    {
        if (SecretOf(http) is { } secret)
        {
            await journal.Remove(new DraftRow { Id = IdOf(secret), Sealed = [] });
        }

        http.Response.Cookies.Delete(CookieName, Cookie());
    }

    /// <summary>A new draft for a session whose last one was filed.</summary>
    public void StartOver(HttpContext http) => NewSecret(http);

    private static Draft Open(DraftRow row, byte[] secret)
    {
        var plain = SealedBox.Open(KeyOf(secret), row.Sealed);
        return JsonSerializer.Deserialize<Draft>(plain, Json) ?? throw new InvalidOperationException("An empty draft was sealed.");
    }

    private DraftRow Seal(Draft draft, byte[] secret) =>
        new()
        {
            Id = IdOf(secret),
            Sealed = SealedBox.Seal(KeyOf(secret), JsonSerializer.SerializeToUtf8Bytes(draft, Json)),
            PurgeAt = clock.GetCurrentInstant() + (draft.Filed is null ? Unfiled : AfterFiling),
        };

    private static string IdOf(byte[] secret) => Convert.ToHexStringLower(SHA256.HashData(secret));

    private static byte[] KeyOf(byte[] secret) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "padu draft v1"u8.ToArray());

    private byte[]? SecretOf(HttpContext http)
    {
        if (http.Items[nameof(DraftStore)] is byte[] made)
        {
            return made;
        }

        var value = http.Request.Cookies[CookieName];
        if (value is not { Length: 43 })
        {
            return null;
        }

        try
        {
            return WebEncoders.Base64UrlDecode(value);
        }
        catch (FormatException)
        {
            // A cookie nobody of ours made: as good as none.
            return null;
        }
    }

    private byte[] NewSecret(HttpContext http)
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        http.Items[nameof(DraftStore)] = secret;
        http.Response.Cookies.Append(CookieName, WebEncoders.Base64UrlEncode(secret), Cookie());
        return secret;
    }

    private CookieOptions Cookie() =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            Secure = settings.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
        };
}
