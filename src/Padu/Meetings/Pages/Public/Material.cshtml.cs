using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Domain.Meetings;

namespace Padu.Meetings.Pages.Public;

/// <summary>A material for anybody, as a download.</summary>
public sealed class MaterialModel(MeetingQueries queries, EvidenceDownload download) : PublicMeetingPageModel(queries)
{
    public async Task<IActionResult> OnGet(int version, int index, CancellationToken cancel) =>
        Opened.Materials.FirstOrDefault(one => one.Event.Version == version && one.Index == index && one.Readers == MaterialReaders.Public)
            is { } found
            ? await download.Of(HttpContext, found.File, cancel)
            : NotFound();
}
