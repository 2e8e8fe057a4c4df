using Padu.Domain.Meetings;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Meetings;

/// <summary>The history of a meeting as the desk reads it, newest first; names, answers and minutes are read on their own pages.</summary>
public sealed class MeetingHistory(Texts texts, Say say, MeetingWords words)
{
    public IReadOnlyList<TimelineItem> Of(IEnumerable<Recorded<MeetingEvent>> history) =>
        history.NewestFirst(Icon, Title, Body, words.Office);

    private string Title(MeetingEvent fact) =>
        fact switch
        {
            MeetingEvent.Convened => texts["meeting.event.convened"],
            MeetingEvent.Planned => texts["meeting.event.planned"],
            MeetingEvent.InvitationsSent => texts["meeting.event.invited"],
            MeetingEvent.Moved e => texts["meeting.event.moved", say.Moment(e.Starts)],
            MeetingEvent.Cancelled => texts["meeting.event.cancelled"],
            MeetingEvent.InstrumentSet e => texts["meeting.event.instrument-set", e.Theme],
            MeetingEvent.AnswersGiven { Submitted: true } e => texts["meeting.event.submitted", words.Office(e.Office), e.Theme],
            MeetingEvent.AnswersGiven e => texts["meeting.event.draft-kept", words.Office(e.Office), e.Theme],
            MeetingEvent.AttendanceOpened e => texts["meeting.event.attendance-opened", say.Time(e.Until)],
            MeetingEvent.Attended e => texts["meeting.event.attended", words.Office(e.Office)],
            MeetingEvent.MaterialsAdded => texts["meeting.event.materials-added"],
            MeetingEvent.MeetingHeld => texts["meeting.event.held"],
            MeetingEvent.MinutesWritten { Theme: 0 } => texts["meeting.event.minutes-general"],
            MeetingEvent.MinutesWritten e => texts["meeting.event.minutes-written", e.Theme],
            MeetingEvent.Decided e => texts["meeting.event.decided", e.Number, e.Owners.Length],
            MeetingEvent.MinutesApproved e => texts["meeting.event.minutes-approved", words.Office(e.Office)],
            MeetingEvent.MeetingClosed => texts["meeting.event.closed"],
            MeetingEvent.Recorded => texts["meeting.event.recorded"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Icon(MeetingEvent fact) =>
        fact switch
        {
            MeetingEvent.InvitationsSent => "mail",
            MeetingEvent.Moved => "calendar",
            MeetingEvent.Cancelled => "ban",
            MeetingEvent.AnswersGiven { Submitted: true } => "clipboard-check",
            MeetingEvent.Attended => "user-check",
            MeetingEvent.MaterialsAdded => "paperclip",
            MeetingEvent.MeetingHeld => "users",
            MeetingEvent.Decided => "gavel",
            MeetingEvent.MinutesApproved or MeetingEvent.MeetingClosed => "circle-check",
            MeetingEvent.Recorded => "archive",
            _ => "pencil",
        };

    private static string? Body(MeetingEvent fact) =>
        fact switch
        {
            MeetingEvent.Moved e => e.Reason,
            MeetingEvent.Cancelled e => e.Reason,
            MeetingEvent.Decided e => e.Text,
            _ => null,
        };
}
