using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Meetings.Pages.Desk;

/// <summary>Cancels a meeting, with a reason that everybody reads.</summary>
public sealed class CancelModel(MeetingDesk desk, MeetingQueries queries, CurrentActor current, Texts texts)
    : MeetingActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override MeetingAct Does => MeetingAct.Cancel;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        ModelState.IsValid ? await Send(new MeetingCommand.Cancel(Reason?.Trim() ?? ""), cancel) : Page();
}
