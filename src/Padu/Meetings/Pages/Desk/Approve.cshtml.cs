using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Meetings.Pages.Desk;

/// <summary>Approves the minutes as they stand on this page; the last approval freezes them and publishes them.</summary>
public sealed class ApproveModel(MeetingDesk desk, MeetingQueries queries, CurrentActor current, Texts texts)
    : MeetingActPageModel(desk, queries, current, texts)
{
    /// <summary>The version of the minutes that was read.</summary>
    [BindProperty]
    public int Seen { get; set; }

    protected override MeetingAct Does => MeetingAct.ApproveMinutes;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        ModelState.IsValid ? await Send(new MeetingCommand.ApproveMinutes(Seen), cancel) : Page();
}
