using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>A head writes what is to be done.</summary>
public sealed class DirectModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Instruction { get; set; }

    protected override Act Does => Act.Direct;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new ComplaintCommand.Direct(Trimmed(Instruction) ?? ""), cancel);
}
