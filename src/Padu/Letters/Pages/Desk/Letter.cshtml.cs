using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Letters.Pages.Desk;

/// <summary>One letter: how it stands on paper, what became of it, and what may be done next.</summary>
public sealed class LetterModel(LetterQueries queries, LetterPapers papers, HostSettings settings, CurrentActor current)
    : LetterPageModel(queries, current)
{
    public LetterPaper? Paper { get; private set; }

    /// <summary>The name of the page of an act, as its address ends.</summary>
    public static string PathOf(LetterAct act) =>
        act switch
        {
            LetterAct.Edit => "ubah",
            LetterAct.Propose => "ajukan",
            LetterAct.Approve => "setujui",
            LetterAct.Issue => "terbitkan",
            LetterAct.Revoke => "cabut",
            LetterAct.Discard => "batalkan",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static string IconOf(LetterAct act) =>
        act switch
        {
            LetterAct.Edit => "pencil",
            LetterAct.Propose => "send",
            LetterAct.Approve => "user-check",
            LetterAct.Issue => "circle-check",
            LetterAct.Revoke => "ban",
            LetterAct.Discard => "trash-2",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public void OnGet() => Paper = papers.Of(HttpContext, Kept, settings);

    public IActionResult OnGetPdf() => papers.Of(HttpContext, Kept, settings) is { } paper ? papers.Pdf(HttpContext, paper) : NotFound();

    public IActionResult OnGetTeks() => LetterPapers.Text(HttpContext, Kept);
}
