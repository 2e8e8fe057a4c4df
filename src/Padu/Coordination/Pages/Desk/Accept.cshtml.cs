using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Coordination.Pages.Desk;

/// <summary>Accepts the item as it stands, for the own institution.</summary>
public sealed class AcceptModel(AgendaDesk desk, AgendaQueries queries, CurrentActor current, Texts texts, IClock clock)
    : AgendaActPageModel(desk, queries, current, texts, clock)
{
    protected override AgendaAct Does => AgendaAct.Accept;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new AgendaCommand.Accept(), cancel);
}
