using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Coordination.Pages.Desk;

/// <summary>Calls the item off, with a reason.</summary>
public sealed class CancelModel(AgendaDesk desk, AgendaQueries queries, CurrentActor current, Texts texts, IClock clock)
    : AgendaActPageModel(desk, queries, current, texts, clock)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override AgendaAct Does => AgendaAct.Cancel;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new AgendaCommand.Cancel(Trimmed(Reason) ?? ""), cancel);
}
