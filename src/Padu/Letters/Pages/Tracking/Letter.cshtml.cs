using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Padu.Complaints;
using Padu.Complaints.Pages.Tracking;
using Padu.Domain.Letters;
using Padu.Web;

namespace Padu.Letters.Pages.Tracking;

/// <summary>One letter about the own case, as page, PDF and text. A letter that is not the complainant's leads back to the list.</summary>
public sealed class LetterModel(TrackingSession session, LetterQueries queries, LetterPapers papers, HostSettings settings)
    : TrackingPage(session)
{
    public LetterFile Kept { get; private set; } = null!;

    public LetterPaper? Paper { get; private set; }

    public Task<IActionResult> OnGet(Guid id, CancellationToken cancel) => Found(id, Page, cancel);

    public Task<IActionResult> OnGetPdf(Guid id, CancellationToken cancel) =>
        Found(id, () => Paper is { } paper ? papers.Pdf(HttpContext, paper) : NotFound(), cancel);

    public Task<IActionResult> OnGetTeks(Guid id, CancellationToken cancel) =>
        Found(id, () => LetterPapers.Text(HttpContext, Kept), cancel);

    private async Task<IActionResult> Found(Guid id, Func<IActionResult> answer, CancellationToken cancel)
    {
        if (await queries.OpenForComplainant(Case, new LetterId(id), cancel) is not { } found)
        {
            return Redirect("/lacak/surat");
        }

        (Kept, Paper) = (found, papers.Of(HttpContext, found, settings));
        return answer();
    }
}
