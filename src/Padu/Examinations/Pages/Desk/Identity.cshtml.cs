using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Examinations.Pages.Desk;

/// <summary>
/// Reads an identity that the reporter shared with the Ombudsman and keeps from everybody else. The event with its reason is written first; only then is
/// the identity opened, shown in this one answer and nowhere else.
/// </summary>
public sealed class IdentityModel(ExaminationDesk desk, ExaminationQueries queries, CurrentActor current, Texts texts)
    : ReportActPageModel(desk, queries, current, texts)
{
    private readonly ExaminationQueries queries = queries;

    [BindProperty]
    public string? Reason { get; set; }

    public bool IsRevealed { get; private set; }

    /// <summary>Null also after the unmasking when the person was erased.</summary>
    public Identity? Revealed { get; private set; }

    protected override ExaminationAct Does => ExaminationAct.RevealIdentity;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (await Written(new ExaminationCommand.RevealIdentity(Trimmed(Reason) ?? ""), cancel) is null)
        {
            return Page();
        }

        IsRevealed = true;
        Revealed = await queries.IdentityOf(Report.Case.Complaint, cancel);
        return Page();
    }
}
