using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Organisations;

namespace Padu.Obligations.Pages.Desk;

/// <summary>One file of evidence as a download, behind the same door as the obligation.</summary>
public sealed class FileModel(ObligationQueries queries, CurrentActor current, EvidenceDownload download)
    : ObligationPageModel(queries, current)
{
    public async Task<IActionResult> OnGet(int version, int index, CancellationToken cancel) =>
        ObligationModel.FilesOf(Opened).FirstOrDefault(one => one.Version == version && one.Index == index) is { } found
            ? await download.Of(HttpContext, found.File, cancel)
            : NotFound();
}
