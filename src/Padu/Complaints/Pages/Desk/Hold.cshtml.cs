using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Keeps a file from erasure while proceedings need it, or lets it go again.</summary>
public sealed class HoldModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override Act Does => Act.PlaceHold;

    public bool IsHeld => Case.Complaint.IsHeld;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) =>
        Send(IsHeld ? new ComplaintCommand.LiftHold(Trimmed(Reason) ?? "") : new ComplaintCommand.PlaceHold(Trimmed(Reason) ?? ""), cancel);
}
