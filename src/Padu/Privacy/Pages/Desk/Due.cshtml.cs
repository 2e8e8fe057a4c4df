using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Complaints;
using Padu.Coordination;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Privacy.Pages.Desk;

/// <summary>Whose data nothing obliges to keep any longer. One person proposes here, the custodian decides: nothing is erased by itself.</summary>
[Authorize(Policy = Policies.PersonalData)]
public sealed class DueModel(
    PrivacyQueries queries,
    PrivacyDesk desk,
    ComplaintQueries cases,
    InputQueries inputs,
    InputDesk inputDesk,
    Retentions retentions,
    CaseWords words,
    CurrentActor current,
    IClock clock,
    Texts texts
) : PageModel
{
    /// <summary>The number of the case proposed for erasure.</summary>
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>The number of the input whose author is erased.</summary>
    [BindProperty]
    public string? Input { get; set; }

    public IReadOnlyList<InputRow> Inputs { get; private set; } = [];

    /// <summary>Only the custodian erases.</summary>
    public bool MayErase => current.Staff is { Role: Role.Custodian };

    public IReadOnlyList<ComplaintRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public RetentionSchedule Schedule => retentions.Schedule;

    public LocalDate DueOn(ComplaintRow row) => Schedule.KeptUntil(row.KeptSince!.Value, words.Legal.Zone);

    public LocalDate DueOn(InputRow row) => Schedule.KeptUntil(row.KeptSince!.Value, words.Legal.Zone, RetentionSchedule.AuthorOfAnInput);

    public Task OnGet(string? setelah, CancellationToken cancel) => Show(setelah, cancel);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var complaint =
            PublicNumbers.Read(Number) is { } number && await cases.Unscoped(number, cancel) is { } id
                ? await cases.State(id, cancel)
                : Complaint.None;
        var today = words.Legal.DayOf(clock.GetCurrentInstant());
        var refusal =
            complaint.ClosedAt is { } closed && Schedule.KeptUntil(closed, words.Legal.Zone) > today
                ? new Refusal("privacy.still-kept")
                : (
                    await desk.Receive(
                        current.Actor,
                        complaint,
                        new PrivacyAsk(RequestKind.Erasure, RequestChannel.Retention, [], null, null),
                        cancel
                    )
                ).Refusal;
        if (refusal is null)
        {
            return RedirectToPage("/Privacy/Pages/Desk/Requests");
        }

        ModelState.AddRefusal(refusal, texts);
        await Show(null, cancel);
        return Page();
    }

    /// <summary>Destroys the keys of an input's author: when its time is over, or when the author asks for it at a desk.</summary>
    public async Task<IActionResult> OnPostInput(CancellationToken cancel)
    {
        var id = InputNumbers.Read(Input) is { } number ? await inputs.IdOf(number, cancel) : null;
        var refusal =
            !MayErase ? new Refusal("privacy.custodian-only")
            : id is not { } found ? new Refusal("input.unknown")
            : (await inputDesk.Act(found, current.Actor, new InputCommand.Erase(), cancel: cancel)).Refusal;
        if (refusal is null)
        {
            return Redirect("/meja/pdp/retensi");
        }

        ModelState.AddRefusal(refusal with { Field = nameof(Input) }, texts);
        await Show(null, cancel);
        return Page();
    }

    private async Task Show(string? after, CancellationToken cancel)
    {
        var before = Schedule.DueIfClosedBefore(words.Legal.DayOf(clock.GetCurrentInstant()), words.Legal.Zone);
        (Rows, Next) = await queries.DueForErasure(current.Staff!, before, after, cancel);
        Inputs = await inputs.DueForErasure(
            current.Staff!.Office.Institution,
            Schedule.DueIfClosedBefore(words.Legal.DayOf(clock.GetCurrentInstant()), words.Legal.Zone, RetentionSchedule.AuthorOfAnInput),
            cancel
        );
    }
}
