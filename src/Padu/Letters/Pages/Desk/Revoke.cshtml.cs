using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Letters.Pages.Desk;

/// <summary>Revokes an issued letter, with a reason.</summary>
public sealed class RevokeModel(
    LetterDesk desk,
    LetterQueries queries,
    LetterPapers papers,
    HostSettings settings,
    CurrentActor current,
    Texts texts
) : LetterActPageModel(desk, queries, papers, settings, current, texts)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override LetterAct Does => LetterAct.Revoke;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new LetterCommand.Revoke(Trimmed(Reason) ?? ""), cancel);
}
