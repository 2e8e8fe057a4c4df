using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Letters.Pages.Desk;

/// <summary>Gives an approved letter the next number of the book, and the date.</summary>
public sealed class IssueModel(
    LetterDesk desk,
    LetterQueries queries,
    LetterPapers papers,
    HostSettings settings,
    CurrentActor current,
    Texts texts
) : LetterActPageModel(desk, queries, papers, settings, current, texts)
{
    protected override LetterAct Does => LetterAct.Issue;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        await Answer((await Desk.Issue(Opened, Version, cancel)).Refusal, cancel);
}
