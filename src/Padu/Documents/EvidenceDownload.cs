using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Padu.Domain.Complaints;
using Padu.Storage;
using Padu.Web;

namespace Padu.Documents;

/// <summary>Serves a file of a case: as an attachment, under its own name, sandboxed, stored nowhere on the way. The caller has asked for access.</summary>
public sealed class EvidenceDownload(IBlobStore blobs)
{
    public async Task<IActionResult> Of(HttpContext http, Evidence file, CancellationToken cancel)
    {
        if (await blobs.Open(file.Hash, file.Key, cancel) is not { } content)
        {
            return new NotFoundResult();
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.FileName);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        SecurityPolicy.SandboxThis(http);
        http.Response.Headers.CacheControl = "no-store";
        return new FileStreamResult(content, file.MediaType);
    }
}
