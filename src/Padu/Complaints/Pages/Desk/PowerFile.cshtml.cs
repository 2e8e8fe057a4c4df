using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Complaints.Pages.Desk;

/// <summary>A power of attorney as a download: for whoever may see who the person is, or has just read it with a reason; for nobody else.</summary>
public sealed class PowerFileModel(ComplaintQueries queries, CurrentActor current, EvidenceDownload download)
    : CasePageModel(queries, current)
{
    private readonly ComplaintQueries queries = queries;

    private bool HasJustRead =>
        Unmasking.OpensPapers(
            Case.Complaint,
            Case.Reader,
            Case.History.LastOrDefault(recorded =>
                recorded.Fact is ComplaintEvent.IdentityRevealed && recorded.Actor == Case.Reader.Name
            )?.RecordedAt,
            Case.Now
        );

    public async Task<IActionResult> OnGet(int version, int index, CancellationToken cancel)
    {
        if (!Access.SeesIdentity(Case.Reader, Case.Complaint.Subject) && !HasJustRead)
        {
            return NotFound();
        }

        var found = (await queries.PowerOf(Case.Complaint, cancel)).FirstOrDefault(one => (one.Version, one.Index) == (version, index));
        return found.File is null ? NotFound() : await download.Of(HttpContext, found.File, cancel);
    }
}
