using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Coordination.Pages.Desk;

/// <summary>Moves or cancels one day of a series; the others stay.</summary>
public sealed class ChangeDayModel(
    AgendaDesk desk,
    AgendaQueries queries,
    CurrentActor current,
    Texts texts,
    IClock clock,
    AgendaWords words
) : AgendaActPageModel(desk, queries, current, texts, clock), ISlotForm
{
    /// <summary>The day the series gives.</summary>
    [BindProperty]
    public string? Original { get; set; }

    /// <summary><c>pindah</c> or <c>batal</c>.</summary>
    [BindProperty]
    public string? Change { get; set; }

    [BindProperty]
    public LocalDate? On { get; set; }

    [BindProperty]
    public string? Starts { get; set; }

    [BindProperty]
    public string? Ends { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IEnumerable<Choice> Days =>
        Agenda
            .Occurrences.Where(day => !day.IsOff && Agenda.EndOf(day.Slot) > Now)
            .Select(day => new Choice(LocalDatePattern.Iso.Format(day.Original), words.When(day.Slot)));

    protected override AgendaAct Does => AgendaAct.ChangeDay;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (LocalDatePattern.Iso.Parse(Original ?? "") is not { Success: true, Value: var day })
        {
            return Ask(nameof(Original));
        }

        switch (Change)
        {
            case "batal":
                return await Send(new AgendaCommand.CancelOccurrence(day, Trimmed(Reason) ?? ""), cancel);
            case "pindah":
                var (slot, missing) = this.Read();
                return slot is null
                    ? Ask(missing!)
                    : await Send(new AgendaCommand.MoveOccurrence(day, slot, Trimmed(Reason) ?? ""), cancel);
            default:
                return Ask(nameof(Change));
        }
    }
}
