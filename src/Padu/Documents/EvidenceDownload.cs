using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Padu.Domain.Complaints;
using Padu.Storage;

namespace Padu.Documents;

/// <summary>
/// Serves a file that somebody sent, always as an attachment: the browser saves it and never shows, sniffs or runs it under our name.
/// </summary>
public sealed class EvidenceDownload(IBlobStore blobs)
{
    /// <summary>Null when there is no such file any more, or its key is gone.</summary>
    public async Task<IActionResult?> Of(Evidence evidence, HttpResponse response, CancellationToken cancel)
    {
        if (await blobs.Open(evidence.Hash, evidence.Key, cancel) is not { } content)
        {
            return null;
        }

        // The original name by RFC 6266: an ASCII form for old browsers, and the true one in UTF-8.
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(evidence.FileName);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.CacheControl = "no-store";
        return new FileStreamResult(content, evidence.MediaType);
    }
}
