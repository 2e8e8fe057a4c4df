using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Coordination.Pages.Desk;

/// <summary>Records what came of it.</summary>
public sealed class OutcomeModel(AgendaDesk desk, AgendaQueries queries, CurrentActor current, Texts texts, IClock clock)
    : AgendaActPageModel(desk, queries, current, texts, clock)
{
    [BindProperty]
    public string? Outcome { get; set; }

    /// <summary>How many people came.</summary>
    [BindProperty]
    public int? Attended { get; set; }

    protected override AgendaAct Does => AgendaAct.RecordOutcome;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        ModelState.IsValid ? await Send(new AgendaCommand.RecordOutcome(Attended, Trimmed(Outcome) ?? ""), cancel) : Page();
}
