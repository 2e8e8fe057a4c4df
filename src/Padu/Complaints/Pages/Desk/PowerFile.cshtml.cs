using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Complaints.Pages.Desk;

/// <summary>A power of attorney as a download: for whoever may see who the person is, and for nobody else.</summary>
public sealed class PowerFileModel(ComplaintQueries queries, CurrentActor current, EvidenceDownload download)
    : CasePageModel(queries, current)
{
    private readonly ComplaintQueries queries = queries;

    public async Task<IActionResult> OnGet(int version, int index, CancellationToken cancel)
    {
        if (!Access.SeesIdentity(Case.Reader, Case.Complaint.Subject))
        {
            return NotFound();
        }

        var found = (await queries.PowerOf(Case.Complaint, cancel)).FirstOrDefault(one => (one.Version, one.Index) == (version, index));
        return found.File is null ? NotFound() : await download.Of(HttpContext, found.File, cancel);
    }
}
