using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Padu.Web;

namespace Padu.Coordination;

/// <summary>A feed as an answer: its own fingerprint, by which a calendar that asks again is told that nothing changed.</summary>
internal static class FeedAnswer
{
    /// <param name="isPublic">A public feed may lie a quarter of an hour in caches; a personal one in none that others read.</param>
    public static IActionResult Of(HttpContext http, string text, bool isPublic)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
        SecurityPolicy.MayKeep(http, isPublic ? "public, max-age=900" : "private, no-cache");
        return new FileContentResult(bytes, "text/calendar; charset=utf-8") { EntityTag = tag };
    }
}
