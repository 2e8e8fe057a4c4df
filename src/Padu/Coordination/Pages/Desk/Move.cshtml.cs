using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Coordination.Pages.Desk;

/// <summary>Names another time: a counter-proposal before the item is accepted, a move afterwards.</summary>
public sealed class MoveModel(AgendaDesk desk, AgendaQueries queries, CurrentActor current, Texts texts, IClock clock)
    : AgendaActPageModel(desk, queries, current, texts, clock),
        ISlotForm
{
    [BindProperty]
    public LocalDate? On { get; set; }

    [BindProperty]
    public string? Starts { get; set; }

    [BindProperty]
    public string? Ends { get; set; }

    /// <summary>A code of <see cref="AgendaFrequency"/>; empty for once.</summary>
    [BindProperty]
    public string? Frequency { get; set; }

    [BindProperty]
    public LocalDate? Until { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>It is not accepted yet: the other side is asked in its turn.</summary>
    public bool IsCounter => Agenda.Awaits is not null;

    protected override AgendaAct Does => AgendaAct.Move;

    public void OnGet()
    {
        var slot = Agenda.Slot!;
        (On, Starts, Ends) = (slot.On, SlotForms.Write(slot.Starts), SlotForms.Write(slot.Ends));
        (Frequency, Until) = (Agenda.Repeat?.Frequency.Code(), Agenda.Repeat?.Until);
        Place = Opened.Place;
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var (slot, missing) = this.Read();
        var (repeat, lacks) = SlotForms.ReadRepeat(Frequency, Until);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        return slot is null ? Ask(missing!)
            : lacks is not null ? Ask(lacks)
            : await Send(
                new AgendaCommand.Move(slot, repeat, Trimmed(Place) == Opened.Place ? null : Trimmed(Place), Trimmed(Reason) ?? ""),
                cancel
            );
    }
}
