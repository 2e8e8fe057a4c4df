using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Coordination.Pages.InputsDesk;

/// <summary>Says that the input was read and is being looked into.</summary>
public sealed class AcknowledgeModel(InputDesk desk, InputQueries queries, CurrentActor current, Texts texts)
    : InputActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Note { get; set; }

    protected override InputAct Does => InputAct.Acknowledge;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new InputCommand.Acknowledge(Trimmed(Note)), cancel);
}
