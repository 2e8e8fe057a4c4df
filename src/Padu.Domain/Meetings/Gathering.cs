using Padu.Domain.Organisations;

namespace Padu.Domain.Meetings;

/// <summary>The day itself: who is present, what is handed out, and that it was held.</summary>
internal static class Gathering
{
    /// <summary>Links are shown around the hours of the meeting only.</summary>
    internal static Decision<MeetingEvent> OpenAttendance(Meeting meeting, MeetingCommand.OpenAttendance open, MeetingContext context) =>
        meeting.Stage switch
        {
            _ when MeetingRules.Barred(meeting, MeetingAct.OpenAttendance, context.Actor) is { } no => no,
            not (MeetingStage.Invited or MeetingStage.Held) => new Refusal("meeting.not-invited"),
            _ when context.At < meeting.Starts - MeetingRules.AroundTheHour || context.At >= meeting.Ends + MeetingRules.AroundTheHour =>
                new Refusal("meeting.not-the-hour"),
            _ => new MeetingEvent.AttendanceOpened(meeting.Ends + MeetingRules.AroundTheHour, open.Secret),
        };

    /// <summary>By the link anybody in the room, for an office that was invited or convenes; by the list who convenes.</summary>
    internal static Decision<MeetingEvent> Attend(Meeting meeting, MeetingCommand.Attend attend, MeetingContext context) =>
        (meeting.Stage, attend.Way) switch
        {
            (_, AttendanceWay.List) when MeetingRules.Barred(meeting, MeetingAct.NoteAttendance, context.Actor) is { } no => no,
            (_, AttendanceWay.Code) when !meeting.Exists || !(meeting.AttendanceUntil > context.At) => new Refusal(
                "meeting.attendance-closed"
            ),
            (not (MeetingStage.Invited or MeetingStage.Held), _) => new Refusal("meeting.not-invited"),
            (_, AttendanceWay.List) when context.Legal.DayOf(meeting.Starts) > context.Today => new Refusal("meeting.not-yet"),
            _ when !meeting.Concerned.Contains(attend.Office) => new Refusal("meeting.office-not-invited", nameof(attend.Office)),
            _ when Wording.FirstOf(
                    Wording.Check(nameof(attend.Name), attend.Name, required: true, oneLine: true),
                    Wording.Check(nameof(attend.Post), attend.Post, required: false, oneLine: true)
                )
                    is { } wrong => wrong,
            _ => new MeetingEvent.Attended(attend.Office, attend.Way, new Participant(attend.Name, attend.Post)),
        };

    internal static Decision<MeetingEvent> AddMaterials(Meeting meeting, MeetingCommand.AddMaterials add, MeetingContext context) =>
        MeetingRules.Barred(meeting, MeetingAct.AddMaterial, context.Actor) is { } no ? no
        : meeting.Stage is not (MeetingStage.Drafted or MeetingStage.Invited or MeetingStage.Held) ? new Refusal("meeting.too-late")
        : add.Files.IsDefaultOrEmpty ? new Refusal("meeting.no-file", "Files")
        : new MeetingEvent.MaterialsAdded(add.Readers, add.Files);

    internal static Decision<MeetingEvent> Hold(Meeting meeting, MeetingContext context) =>
        meeting.Stage switch
        {
            _ when MeetingRules.Barred(meeting, MeetingAct.Hold, context.Actor) is { } no => no,
            not MeetingStage.Invited => new Refusal("meeting.not-invited"),
            _ when context.Legal.DayOf(meeting.Starts) > context.Today => new Refusal("meeting.not-yet"),
            _ => new MeetingEvent.MeetingHeld(),
        };
}
