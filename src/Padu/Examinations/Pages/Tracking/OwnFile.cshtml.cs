using Microsoft.AspNetCore.Mvc;
using Padu.Complaints;
using Padu.Complaints.Pages.Tracking;
using Padu.Documents;

namespace Padu.Examinations.Pages.Tracking;

/// <summary>One file that the complainant sent to the Ombudsman, of the last report.</summary>
public sealed class OwnFileModel(TrackingSession session, ExaminationQueries queries, EvidenceDownload download) : TrackingPage(session)
{
    public async Task<IActionResult> OnGet(int version, int index, CancellationToken cancel)
    {
        var all = await queries.OfComplaint(Case.Id, part => ExaminationTimeline.MayOpen(Audience.Complainant, part), cancel);
        var files =
            all.Count == 0
                ? []
                : all[^1].History.Where(recorded => recorded.Version == version).SelectMany(recorded => ExaminationFile.FilesOf(recorded));
        return files.ElementAtOrDefault(index) is { } file && index >= 0 ? await download.Of(HttpContext, file, cancel) : NotFound();
    }
}
