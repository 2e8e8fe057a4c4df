using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Obligations.Pages.Desk;

/// <summary>What Bawaslu or DKPP decided reached an office: from then it is owed within the period of that body and election.</summary>
[Authorize(Policy = Policies.Obligations)]
public sealed class RulingModel(ObligationDesk desk, OfficeRegister offices, ObligationWords words, CurrentActor current, Texts texts)
    : PageModel
{
    /// <summary>A code of <see cref="RulingBody"/>.</summary>
    [BindProperty]
    public string? Body { get; set; }

    /// <summary>A code of <see cref="ElectionKind"/>.</summary>
    [BindProperty]
    public string? Election { get; set; }

    [BindProperty]
    public LocalDate? DecidedOn { get; set; }

    [BindProperty]
    public LocalDate? ReceivedOn { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    /// <summary>The code of the office that has to carry it out.</summary>
    [BindProperty]
    public string? Owner { get; set; }

    /// <summary>The code of the office that judges whether it did.</summary>
    [BindProperty]
    public string? Judge { get; set; }

    /// <summary>The own office, and of the province also the ten.</summary>
    public IEnumerable<Choice> Owners =>
        offices.Tree.ChildrenOf(Own).Select(office => office.Code).Prepend(Own).Select(code => new Choice(code.Value, words.Office(code)));

    /// <summary>The offices of the province: the election commission's own and the Ombudsman's.</summary>
    public IEnumerable<Choice> Judges =>
        offices
            .Tree.All.Where(office => office is { Level: OfficeLevel.Province, Institution: Institution.Kpu or Institution.Ombudsman })
            .Select(office => new Choice(office.Code.Value, words.Office(office.Code)));

    private OfficeCode Own => current.Staff!.Office.Code;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!Access.MayRecordRulings(current.Actor))
        {
            context.Result = NotFound();
        }
    }

    public void OnGet() => Owner = Own.Value;

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var body = CodeOf.TryParse<RulingBody>(Body, out var who);
        var election = CodeOf.TryParse<ElectionKind>(Election, out var kind);
        foreach (
            var (field, isTold) in new[]
            {
                (nameof(Body), body),
                (nameof(Election), election),
                (nameof(DecidedOn), DecidedOn is not null),
                (nameof(ReceivedOn), ReceivedOn is not null),
            }
        )
        {
            if (!isTold && ModelState[field] is not { Errors.Count: > 0 })
            {
                ModelState.AddModelError(field, texts["desk.choose"]);
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var acted = await desk.RecordRuling(
            current.Actor,
            who,
            kind,
            DecidedOn!.Value,
            ReceivedOn!.Value,
            offices.Find(new OfficeCode(Owner ?? "")),
            offices.Find(new OfficeCode(Judge ?? "")),
            Title?.Trim() ?? "",
            cancel
        );
        if (acted.Refusal is { } refusal)
        {
            ModelState.AddRefusal(refusal, texts);
            return Page();
        }

        return Redirect($"/kerja-sama/kewajiban/{acted.State.Id}");
    }
}
