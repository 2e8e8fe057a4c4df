using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Asks the custodian to be shown a protected identity.</summary>
public sealed class RequestUnmaskingModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override Act Does => Act.RequestUnmasking;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) =>
        Send(new ComplaintCommand.RequestUnmasking(new CustodyRequestId(Guid.CreateVersion7()), Trimmed(Reason) ?? ""), cancel);
}
