using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Letters.Pages.Desk;

/// <summary>Sends a draft to whoever signs.</summary>
public sealed class ProposeModel(
    LetterDesk desk,
    LetterQueries queries,
    LetterPapers papers,
    HostSettings settings,
    CurrentActor current,
    Texts texts
) : LetterActPageModel(desk, queries, papers, settings, current, texts)
{
    protected override LetterAct Does => LetterAct.Propose;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new LetterCommand.Propose(), cancel);
}
