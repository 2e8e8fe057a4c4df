using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Calendar;
using Padu.Domain.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Organisations.Pages;

/// <summary>Forms the bodies of a list, all or none, with what is wrong named by its line.</summary>
[Authorize(Policy = Policies.AdHocBodies)]
public sealed class AdHocImportModel(AdHocDesk desk, OfficeRegister offices, Law law, PostNames names, CurrentActor actor, Texts texts)
    : PageModel
{
    /// <summary>So many wrong lines are told at once; the rest after these are right.</summary>
    private const int MostTold = 20;

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public string? Election { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    [BindProperty]
    public string? Rows { get; set; }

    public IEnumerable<Choice> Offices =>
        AdHocListModel.Kept(offices, actor).Select(office => new Choice(office.Code.Value, names.Office(office.Code)));

    public IEnumerable<Choice> Elections => law.Elections.All.Select(one => new Choice(one.Code.Value, one.Name(Languages.Current)));

    public void OnGet(string? kantor) => Office = kantor ?? actor.Staff!.Office.Code.Value;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Elections.All(one => one.Value != Election))
        {
            ModelState.AddModelError(nameof(Election), texts["refusal.adhoc.no-such-election"]);
            return Page();
        }

        var problems = await desk.Import(actor.Actor, new OfficeCode(Office ?? ""), Election, Basis, Rows, cancel);
        foreach (var problem in problems.Take(MostTold))
        {
            if (problem.Line == 0)
            {
                ModelState.AddRefusal(problem.Refusal, texts);
            }
            else
            {
                ModelState.AddModelError(nameof(Rows), texts["stages.line", problem.Line, problem.Refusal.Sentence(texts)]);
            }
        }

        if (!problems.IsEmpty)
        {
            return Page();
        }

        TempData["Done"] = "adhoc.imported";
        return RedirectToPage("/Organisations/Pages/AdHocList", new { kantor = Office });
    }
}
