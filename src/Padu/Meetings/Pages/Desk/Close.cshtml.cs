using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Meetings.Pages.Desk;

/// <summary>Closes a meeting whose minutes are approved; what was decided stays owed.</summary>
public sealed class CloseModel(MeetingDesk desk, MeetingQueries queries, CurrentActor current, Texts texts)
    : MeetingActPageModel(desk, queries, current, texts)
{
    protected override MeetingAct Does => MeetingAct.Close;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        ModelState.IsValid ? await Send(new MeetingCommand.Close(), cancel) : Page();
}
