using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Meetings.Pages.Desk;

/// <summary>Invites the offices: the meeting stands on their desks and in public from now on.</summary>
public sealed class InviteModel(MeetingDesk desk, MeetingQueries queries, CurrentActor current, Texts texts)
    : MeetingActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Words { get; set; }

    protected override MeetingAct Does => MeetingAct.Invite;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        ModelState.IsValid ? await Send(new MeetingCommand.Invite(Trimmed(Words)), cancel) : Page();
}
