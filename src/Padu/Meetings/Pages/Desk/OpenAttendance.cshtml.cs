using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Meetings.Pages.Desk;

/// <summary>Opens attendance by link; links of an earlier opening end.</summary>
public sealed class OpenAttendanceModel(MeetingDesk desk, MeetingQueries queries, CurrentActor current, Texts texts)
    : MeetingActPageModel(desk, queries, current, texts)
{
    protected override MeetingAct Does => MeetingAct.OpenAttendance;

    protected override IActionResult Done() => Redirect($"{Root}/hadir/kode");

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        ModelState.IsValid ? await Answer((await Desk.OpenAttendance(Meeting.Id, Reader, cancel)).Refusal, cancel) : Page();
}
