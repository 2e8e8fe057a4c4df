using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Letters.Pages.Desk;

/// <summary>Whoever signs reads the letter and approves it, or gives it back with a comment.</summary>
public sealed class ApproveModel(
    LetterDesk desk,
    LetterQueries queries,
    LetterPapers papers,
    HostSettings settings,
    CurrentActor current,
    Texts texts
) : LetterActPageModel(desk, queries, papers, settings, current, texts)
{
    [BindProperty]
    public string? Choice { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    protected override LetterAct Does => LetterAct.Approve;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) =>
        Choice switch
        {
            "setujui" => Send(new LetterCommand.Approve(), cancel),
            "kembalikan" => Send(new LetterCommand.Return(Trimmed(Comment) ?? ""), cancel),
            _ => Task.FromResult<IActionResult>(Ask(nameof(Choice))),
        };
}
