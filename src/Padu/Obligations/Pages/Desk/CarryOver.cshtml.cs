using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Obligations.Pages.Desk;

/// <summary>Lets a successor take it over with a later day.</summary>
public sealed class CarryOverModel(ObligationDesk desk, ObligationQueries queries, CurrentActor current, Texts texts)
    : ObligationActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public LocalDate? On { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    protected override ObligationAct Does => ObligationAct.CarryOver;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (On is not { } day)
        {
            return Ask(nameof(On));
        }

        var acted = await Desk.CarryOver(Obligation.Id, Reader, day, Trimmed(Reason) ?? "", Version, cancel);
        return await Answer(acted.Refusal, cancel);
    }
}
