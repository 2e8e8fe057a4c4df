using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>A head reads the proposed answer and sends it out, or gives it back with a comment.</summary>
public sealed class ApproveModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    private readonly ComplaintDesk desk = desk;

    [BindProperty]
    public string? Choice { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    protected override Act Does => Act.Approve;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) =>
        Choice switch
        {
            "setujui" => Done(() => desk.Approve(Case.Complaint.Id, Case.Reader, Version, cancel), cancel),
            "kembalikan" => Send(new ComplaintCommand.ReturnAnswer(Trimmed(Comment) ?? ""), cancel),
            _ => Task.FromResult<IActionResult>(Ask(nameof(Choice))),
        };
}
