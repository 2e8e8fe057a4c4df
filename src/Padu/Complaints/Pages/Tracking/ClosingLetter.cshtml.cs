using Microsoft.AspNetCore.Mvc;
using Padu.Calendar;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>The letter of the own closed case.</summary>
public sealed class ClosingLetterModel(TrackingSession session, ComplaintQueries queries, OfficeRegister offices, Law calendar, Texts texts)
    : TrackingPage(session)
{
    public ClosingLetter Letter { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var history = await queries.History(Case.Id, cancel);
        if (ClosingLetter.Of(Case, history, offices, calendar.For(Case.Number.Value[..2]), texts) is not { } letter)
        {
            return ToCase();
        }

        Letter = letter;
        return Page();
    }
}
