using Microsoft.AspNetCore.Mvc;
using Padu.Calendar;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>The letter of the own closed case.</summary>
public sealed class ClosingLetterModel(
    TrackingSession session,
    ComplaintQueries queries,
    OfficeRegister offices,
    Law calendar,
    CasePapers papers,
    Texts texts
) : TrackingPage(session)
{
    public ClosingLetter Letter { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (await Find(cancel) is not { } letter)
        {
            return ToCase();
        }

        Letter = letter;
        return Page();
    }

    public async Task<IActionResult> OnGetPdf(CancellationToken cancel) =>
        await Find(cancel) is { } letter ? papers.Closing(HttpContext, Case, letter) : ToCase();

    private async Task<ClosingLetter?> Find(CancellationToken cancel) =>
        ClosingLetter.Of(Case, await queries.History(Case.Id, cancel), offices, calendar.For(Case.Number.Value[..2]), texts);
}
