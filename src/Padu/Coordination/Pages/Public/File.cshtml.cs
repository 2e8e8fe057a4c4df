using Microsoft.AspNetCore.Mvc;
using Padu.Documents;

namespace Padu.Coordination.Pages.Public;

/// <summary>A picture of an activity, shown in its page, or another file as a download.</summary>
public sealed class FileModel(AgendaQueries queries, EvidenceDownload download) : PublicAgendaPageModel(queries)
{
    public async Task<IActionResult> OnGet(int version, CancellationToken cancel) =>
        Opened.Files.FirstOrDefault(one => one.Version == version) is { } found
            ? await (found.IsPicture ? download.Picture(HttpContext, found.File, cancel) : download.Of(HttpContext, found.File, cancel))
            : NotFound();
}
