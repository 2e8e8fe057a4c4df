using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Examinations.Pages.Desk;

/// <summary>An examiner takes a registered report up.</summary>
public sealed class BeginModel(ExaminationDesk desk, ExaminationQueries queries, CurrentActor current, Texts texts)
    : ReportActPageModel(desk, queries, current, texts)
{
    protected override ExaminationAct Does => ExaminationAct.Begin;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new ExaminationCommand.Begin(), cancel);
}
