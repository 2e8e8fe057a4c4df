using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Complaints;
using Padu.Domain.Privacy;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Privacy.Pages.Breaches;

/// <summary>What happened, as far as it is known now: the three days run from when somebody knew.</summary>
[Authorize(Policy = Policies.BreachKeepers)]
public sealed class RecordModel(BreachDesk desk, CaseWords words, CurrentActor current, Texts texts) : PageModel
{
    [BindProperty]
    public LocalDate? KnownOn { get; set; }

    /// <summary>Hours and minutes in the province.</summary>
    [BindProperty]
    public string? KnownTime { get; set; }

    /// <summary>Codes of <see cref="BreachKind"/>.</summary>
    [BindProperty]
    public List<string> Kinds { get; set; } = [];

    /// <summary>Codes of <see cref="DataCategory"/>.</summary>
    [BindProperty]
    public List<string> Categories { get; set; } = [];

    [BindProperty]
    public int? People { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Measures { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var id = new BreachId(Guid.CreateVersion7());
        var record = new BreachCommand.Record(
            id,
            BreachForm.Moment(KnownOn, KnownTime, words.Legal.Zone),
            [.. BreachForm.Codes<BreachKind>(Kinds)],
            [.. BreachForm.Codes<DataCategory>(Categories)],
            People,
            What?.Trim() ?? "",
            Measures?.Trim() ?? ""
        );
        if (await desk.Act(current.Actor, id, record, expectedVersion: 0, cancel) is not { } refusal)
        {
            return RedirectToPage("/Privacy/Pages/Breaches/One", new { id = id.Value });
        }

        ModelState.AddRefusal(refusal.Field == nameof(record.KnownAt) ? refusal with { Field = nameof(KnownOn) } : refusal, texts);
        return Page();
    }
}
