using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Calendar;
using Padu.Domain.Calendar;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Oversight.Pages;

/// <summary>Brings a changed schedule: the table as it stands is in the form, to be corrected by the new decree.</summary>
[Authorize(Policy = Policies.Schedules)]
public sealed class ImportStagesModel(Law law, ElectionDesk desk, CurrentActor current, Texts texts) : PageModel
{
    [BindProperty]
    public string? Election { get; set; }

    [BindProperty]
    public LocalDate? VotingDay { get; set; }

    [BindProperty]
    public string? Decree { get; set; }

    [BindProperty]
    public string? Rows { get; set; }

    public IEnumerable<Choice> Choices => law.Elections.All.Select(one => new Choice(one.Code.Value, one.Name(Languages.Current)));

    public void OnGet(string? pemilihan)
    {
        if (law.Elections.All.FirstOrDefault(one => one.Code.Value == pemilihan) is { } election)
        {
            (Election, VotingDay, Rows) = (election.Code.Value, election.VotingDay, StageText.Write(election.Stages));
        }
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var problems = await desk.Import(current.Actor, Election, VotingDay, Decree, Rows, cancel);
        foreach (var problem in problems)
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

        TempData["Done"] = "stages.imported";
        return RedirectToPage("/Oversight/Pages/ElectionList");
    }
}
