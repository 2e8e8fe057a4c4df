using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Coordination.Pages.InputsDesk;

/// <summary>Tells what changed, once nothing of it is owed any more.</summary>
public sealed class TellChangeModel(InputDesk desk, InputQueries queries, CurrentActor current, Texts texts)
    : InputActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Change { get; set; }

    protected override InputAct Does => InputAct.TellChange;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        await Answer((await Desk.TellChange(Input, Reader, Trimmed(Change) ?? "", Version, cancel)).Refusal, cancel);
}
