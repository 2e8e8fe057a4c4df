using Microsoft.AspNetCore.Mvc;
using Padu.Domain;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Examinations.Pages.Desk;

/// <summary>Flags a report for rapid response by its criteria.</summary>
public sealed class RapidResponseModel(ExaminationDesk desk, ExaminationQueries queries, CurrentActor current, Texts texts)
    : ReportActPageModel(desk, queries, current, texts)
{
    /// <summary>Codes of <see cref="RapidCriterion"/>.</summary>
    [BindProperty]
    public List<string> Criteria { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    protected override ExaminationAct Does => ExaminationAct.FlagRapid;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) =>
        Send(
            new ExaminationCommand.FlagRapid(
                [.. Enum.GetValues<RapidCriterion>().Where(one => Criteria.Contains(one.Code()))],
                Trimmed(Note) ?? ""
            ),
            cancel
        );
}
