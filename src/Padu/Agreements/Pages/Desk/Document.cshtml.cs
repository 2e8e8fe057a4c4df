using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Organisations;

namespace Padu.Agreements.Pages.Desk;

/// <summary>A document, also of a draft, as a download for the desk.</summary>
public sealed class DocumentModel(AgreementQueries queries, CurrentActor current, EvidenceDownload download)
    : AgreementPageModel(queries, current)
{
    public async Task<IActionResult> OnGet(int version, int index, CancellationToken cancel) =>
        Opened.Documents.FirstOrDefault(one => one.Event.Version == version && one.Index == index) is { } found
            ? await download.Of(HttpContext, found.File, cancel)
            : NotFound();
}
