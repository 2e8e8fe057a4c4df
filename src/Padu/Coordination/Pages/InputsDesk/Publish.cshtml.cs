using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Coordination.Pages.InputsDesk;

/// <summary>Publishes what was asked, in the office's own words, with answer and change.</summary>
public sealed class PublishModel(InputDesk desk, InputQueries queries, CurrentActor current, Texts texts)
    : InputActPageModel(desk, queries, current, texts)
{
    /// <summary>What was asked, in words that name nobody.</summary>
    [BindProperty]
    public string? Asked { get; set; }

    protected override InputAct Does => InputAct.Publish;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new InputCommand.Publish(Trimmed(Asked) ?? ""), cancel);
}
