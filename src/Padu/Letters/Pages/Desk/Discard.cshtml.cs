using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Letters.Pages.Desk;

/// <summary>Gives a letter up before it has a number.</summary>
public sealed class DiscardModel(
    LetterDesk desk,
    LetterQueries queries,
    LetterPapers papers,
    HostSettings settings,
    CurrentActor current,
    Texts texts
) : LetterActPageModel(desk, queries, papers, settings, current, texts)
{
    protected override LetterAct Does => LetterAct.Discard;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new LetterCommand.Discard(), cancel);
}
