using Microsoft.AspNetCore.Mvc;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>The letter of a closed case, to print for somebody who has no screen.</summary>
public sealed class ClosingLetterModel(
    ComplaintQueries queries,
    CurrentActor current,
    OfficeRegister offices,
    CaseWords words,
    CasePapers papers,
    Texts texts
) : CasePageModel(queries, current)
{
    public ClosingLetter Letter { get; private set; } = null!;

    public IActionResult OnGet()
    {
        if (Find() is not { } letter)
        {
            return ToCase();
        }

        Letter = letter;
        return Page();
    }

    public IActionResult OnGetPdf() => Find() is { } letter ? papers.Closing(HttpContext, Case.Complaint, letter) : ToCase();

    private ClosingLetter? Find() => ClosingLetter.Of(Case.Complaint, Case.History, offices, words.Legal, texts);
}
