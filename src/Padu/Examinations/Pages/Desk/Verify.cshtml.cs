using Microsoft.AspNetCore.Mvc;
using Padu.Domain;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Examinations.Pages.Desk;

/// <summary>Records the formal and the material verification, and what is proposed to the plenary.</summary>
public sealed class VerifyModel(ExaminationDesk desk, ExaminationQueries queries, CurrentActor current, Texts texts)
    : ReportActPageModel(desk, queries, current, texts)
{
    /// <summary>Codes of <see cref="VerifiedItem"/>.</summary>
    [BindProperty]
    public List<string> Met { get; set; } = [];

    /// <summary><c>terima</c>, or a code of <see cref="DeclineReason"/>.</summary>
    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    protected override ExaminationAct Does => ExaminationAct.Verify;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        DeclineReason? reason = CodeOf.TryParse<DeclineReason>(Outcome, out var no) ? no : null;
        return reason is null && Outcome != "terima"
            ? Ask(nameof(Outcome))
            : await Send(
                new ExaminationCommand.Verify(
                    new Proposal([.. Enum.GetValues<VerifiedItem>().Where(item => Met.Contains(item.Code()))], reason, Trimmed(Note) ?? "")
                ),
                cancel
            );
    }
}
