using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Opens a closed case again, with a reason the complainant reads.</summary>
public sealed class ReopenModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override Act Does => Act.Reopen;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new ComplaintCommand.Reopen(Trimmed(Reason) ?? ""), cancel);
}
