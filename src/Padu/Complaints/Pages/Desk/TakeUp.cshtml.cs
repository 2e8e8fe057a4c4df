using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Takes the case on for the reader's own post.</summary>
public sealed class TakeUpModel(ComplaintDesk desk, ComplaintQueries queries, CurrentActor current, Texts texts)
    : ActPageModel(desk, queries, current, texts)
{
    protected override Act Does => Act.TakeUp;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken cancel) => Send(new ComplaintCommand.TakeUp(), cancel);
}
