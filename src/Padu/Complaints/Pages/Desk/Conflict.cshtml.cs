using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Declares an interest in the matter; from then on the case does not exist for this person.</summary>
public sealed class ConflictModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override Act Does => Act.DeclareConflict;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) =>
        Send(new ComplaintCommand.DeclareConflict(Trimmed(Reason) ?? ""), cancel);
}
