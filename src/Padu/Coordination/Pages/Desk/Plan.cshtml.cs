using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Coordination.Pages.Desk;

/// <summary>Makes the item a joint activity: what is done and who takes part.</summary>
public sealed class PlanModel(AgendaDesk desk, AgendaQueries queries, CurrentActor current, Texts texts, IClock clock, AgendaWords words)
    : AgendaActPageModel(desk, queries, current, texts, clock)
{
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Codes of the offices that take part.</summary>
    [BindProperty]
    public string[] Participants { get; set; } = [];

    /// <summary>Names, one a line.</summary>
    [BindProperty]
    public string? People { get; set; }

    public IEnumerable<Choice> AllParticipants => Agenda.Offices.Select(office => new Choice(office.Value, words.Office(office)));

    protected override AgendaAct Does => AgendaAct.Plan;

    public void OnGet()
    {
        (Words, People) = (Opened.Plan, Opened.People);
        Participants = [.. (Agenda.Participants.IsEmpty ? Agenda.Offices : Agenda.Participants).Select(office => office.Value)];
    }

    public Task<IActionResult> OnPost(CancellationToken cancel) =>
        Send(
            new AgendaCommand.Plan(
                [.. Participants.Distinct().Select(code => new OfficeCode(code))],
                Trimmed(Words) ?? "",
                Trimmed(People)
            ),
            cancel
        );
}
