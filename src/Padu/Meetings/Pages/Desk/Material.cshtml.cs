using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Domain.Meetings;
using Padu.Organisations;

namespace Padu.Meetings.Pages.Desk;

/// <summary>A material this reader may read, as a download.</summary>
public sealed class MaterialModel(MeetingQueries queries, CurrentActor current, EvidenceDownload download)
    : MeetingPageModel(queries, current)
{
    public async Task<IActionResult> OnGet(int version, int index, CancellationToken cancel) =>
        Opened.Materials.FirstOrDefault(one => one.Event.Version == version && one.Index == index) is { } found
        && (found.Readers != MaterialReaders.Organisers || Convenes)
            ? await download.Of(HttpContext, found.File, cancel)
            : NotFound();
}
