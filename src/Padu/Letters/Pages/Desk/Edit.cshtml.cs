using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Letters.Pages.Desk;

/// <summary>Changes the words of a draft.</summary>
public sealed class EditModel(
    LetterDesk desk,
    LetterQueries queries,
    LetterPapers papers,
    HostSettings settings,
    CurrentActor current,
    Texts texts
) : LetterActPageModel(desk, queries, papers, settings, current, texts)
{
    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    protected override LetterAct Does => LetterAct.Edit;

    public void OnGet() => (Subject, Body) = Kept.Words;

    public Task<IActionResult> OnPost(CancellationToken cancel) =>
        Send(new LetterCommand.Redraft(Trimmed(Subject) ?? "", Body ?? ""), cancel);
}
