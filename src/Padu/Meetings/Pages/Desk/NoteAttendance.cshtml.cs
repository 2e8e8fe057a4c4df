using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Meetings.Pages.Desk;

/// <summary>The list at the door: notes one person at a time, and shows who is noted already.</summary>
public sealed class NoteAttendanceModel(MeetingDesk desk, MeetingQueries queries, CurrentActor current, Texts texts, MeetingWords words)
    : MeetingActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Post { get; set; }

    public IEnumerable<Choice> Offices => Meeting.Concerned.Select(office => new Choice(office.Value, words.Office(office)));

    protected override MeetingAct Does => MeetingAct.NoteAttendance;

    protected override IActionResult Done() => Redirect($"{Root}/hadir");

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel) =>
        !ModelState.IsValid ? Page()
        : string.IsNullOrEmpty(Office) ? Ask(nameof(Office))
        : await Send(new MeetingCommand.Attend(new OfficeCode(Office), AttendanceWay.List, Name?.Trim() ?? "", Trimmed(Post)), cancel);
}
