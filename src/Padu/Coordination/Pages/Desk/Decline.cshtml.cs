using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Coordination.Pages.Desk;

/// <summary>Declines the item, with a reason.</summary>
public sealed class DeclineModel(AgendaDesk desk, AgendaQueries queries, CurrentActor current, Texts texts, IClock clock)
    : AgendaActPageModel(desk, queries, current, texts, clock)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override AgendaAct Does => AgendaAct.Decline;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new AgendaCommand.Decline(Trimmed(Reason) ?? ""), cancel);
}
