using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Documents;
using Padu.Organisations;

namespace Padu.Coordination.Pages.Desk;

/// <summary>A file of an activity behind the same door as the item: a picture is shown, another file is a download.</summary>
public sealed class FileModel(AgendaQueries queries, CurrentActor current, IClock clock, EvidenceDownload download)
    : AgendaPageModel(queries, current, clock)
{
    public async Task<IActionResult> OnGet(int version, CancellationToken cancel) =>
        Opened.Files.FirstOrDefault(one => one.Version == version) is { } found
            ? await (found.IsPicture ? download.Picture(HttpContext, found.File, cancel) : download.Of(HttpContext, found.File, cancel))
            : NotFound();
}
