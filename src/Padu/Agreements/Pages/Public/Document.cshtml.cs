using Microsoft.AspNetCore.Mvc;
using Padu.Documents;

namespace Padu.Agreements.Pages.Public;

/// <summary>A document of an agreement that anybody may read, as a download.</summary>
public sealed class DocumentModel(AgreementQueries queries, EvidenceDownload download) : PublicPageModel(queries)
{
    public async Task<IActionResult> OnGet(int version, int index, CancellationToken cancel) =>
        Opened.Documents.FirstOrDefault(one => one.Event.Version == version && one.Index == index) is { } found
            ? await download.Of(HttpContext, found.File, cancel)
            : NotFound();
}
