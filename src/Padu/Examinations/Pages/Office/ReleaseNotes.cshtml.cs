using Microsoft.AspNetCore.Mvc;
using Padu.Complaints;
using Padu.Complaints.Pages.Desk;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Examinations.Pages.Office;

/// <summary>The office lets the Ombudsman read what it wrote for itself in this case.</summary>
public sealed class ReleaseNotesModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override Act Does => Act.ReleaseNotes;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new ComplaintCommand.ReleaseNotes(Trimmed(Reason) ?? ""), cancel);
}
