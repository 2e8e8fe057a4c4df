using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Domain.Complaints;
using Padu.Organisations;

namespace Padu.Complaints.Pages.Desk;

/// <summary>One file of a case as a download, behind the same door as the case itself.</summary>
public sealed class FileModel(ComplaintQueries queries, CurrentActor current, EvidenceDownload download) : CasePageModel(queries, current)
{
    public async Task<IActionResult> OnGet(int version, int index, CancellationToken cancel) =>
        Case.FileAt(version, index) is { } evidence && !Case.Complaint.Quarantined.Contains(new FileRef(version, index))
            ? await download.Of(HttpContext, evidence, cancel)
            : NotFound();
}
