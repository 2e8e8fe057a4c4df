using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Examinations.Pages.Desk;

/// <summary>Closes a report whose end was told; the complaint leaves the Ombudsman in the same transaction.</summary>
public sealed class CloseModel(ExaminationDesk desk, ExaminationQueries queries, CurrentActor current, Texts texts)
    : ReportActPageModel(desk, queries, current, texts)
{
    /// <summary>How a complainant without e-mail was told.</summary>
    [BindProperty]
    public string? Told { get; set; }

    protected override ExaminationAct Does => ExaminationAct.Close;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var acted = await Desk.Close(Report.Examination, Report.Reader, Trimmed(Told), Version, cancel);
        if (acted.Refusal is not { } refusal)
        {
            return ToReport(acted.First.Version);
        }

        await Refuse(refusal, Texts, cancel);
        return Page();
    }
}
