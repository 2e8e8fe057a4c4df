using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Domain.Complaints;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>One file of the own case; the complainant's own filing only within the answer that asked for the code again, so not here.</summary>
public sealed class EvidenceModel(TrackingSession session, ComplaintQueries queries, EvidenceDownload download) : TrackingPage(session)
{
    public async Task<IActionResult> OnGet(int version, int index, CancellationToken cancel)
    {
        var history = await queries.History(Case.Id, cancel);
        var entry = CaseTimeline.For(TimelineReader.Complainant, history).FirstOrDefault(one => one.Event.Version == version);
        return entry is null || index < 0 || index >= entry.Files.Count || Case.Quarantined.Contains(new FileRef(version, index))
            ? NotFound()
            : await download.Of(HttpContext, entry.Files[index], cancel);
    }
}
