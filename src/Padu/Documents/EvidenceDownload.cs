using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Padu.Domain.Complaints;
using Padu.Storage;
using Padu.Web;

namespace Padu.Documents;

/// <summary>Serves a file of a case: as an attachment, under its own name, sandboxed, stored nowhere on the way. The caller has asked for access.</summary>
public sealed class EvidenceDownload(IBlobStore blobs)
{
    public async Task<IActionResult> Of(HttpContext http, Evidence file, CancellationToken cancel) =>
        await blobs.Open(file.Hash, file.Key, cancel) is { } content
            ? Serve(http, content, file.FileName, file.MediaType)
            : new NotFoundResult();

    /// <summary>A picture that was drawn anew, to be shown in a page. What is no picture is a download.</summary>
    public async Task<IActionResult> Picture(HttpContext http, Evidence file, CancellationToken cancel)
    {
        if (!FileKind.All.Any(kind => kind.IsPicture && kind.MediaType == file.MediaType))
        {
            return await Of(http, file, cancel);
        }

        if (await blobs.Open(file.Hash, file.Key, cancel) is not { } content)
        {
            return new NotFoundResult();
        }

        SecurityPolicy.SandboxThis(http);
        return new FileStreamResult(content, file.MediaType);
    }

    /// <summary>The bytes as received, for an act that was written; null when they are not here or do not open.</summary>
    public Task<Stream?> OpenOriginal(OriginalFile original, CancellationToken cancel) => blobs.Open(original.Hash, original.Key, cancel);

    public IActionResult Original(HttpContext http, Stream content, Evidence file) =>
        Serve(http, content, $"asli-{file.FileName}", file.MediaType);

    internal static FileStreamResult Serve(HttpContext http, Stream content, string name, string mediaType)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        SecurityPolicy.SandboxThis(http);
        http.Response.Headers.CacheControl = "no-store";
        return new FileStreamResult(content, mediaType);
    }
}
