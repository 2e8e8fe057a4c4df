using Microsoft.AspNetCore.Mvc;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Examinations.Pages.Desk;

/// <summary>Asks the complainant for what is missing.</summary>
public sealed class RequestCompletionModel(ExaminationDesk desk, ExaminationQueries queries, CurrentActor current, Texts texts)
    : ReportActPageModel(desk, queries, current, texts)
{
    /// <summary>Codes of <see cref="MissingItem"/>.</summary>
    [BindProperty]
    public List<string> Missing { get; set; } = [];

    [BindProperty]
    public string? Message { get; set; }

    protected override ExaminationAct Does => ExaminationAct.RequestCompletion;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) =>
        Send(
            new ExaminationCommand.RequestCompletion(
                [.. Enum.GetValues<MissingItem>().Where(item => Missing.Contains(item.Code()))],
                Trimmed(Message) ?? ""
            ),
            cancel
        );
}
