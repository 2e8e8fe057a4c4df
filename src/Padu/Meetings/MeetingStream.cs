using NodaTime;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Meetings;

/// <summary>The stream <c>meeting/{id}</c>: names on the wire, keys, read rows.</summary>
public sealed class MeetingStream : StreamKind<Meeting, MeetingEvent>
{
    public const string Planned = "meeting.planned.v1";
    public const string Recorded = "meeting.recorded.v1";
    public const string AttendanceOpened = "meeting.attendance-opened.v1";

    private static readonly Dictionary<string, Type> WireNames = new()
    {
        ["meeting.convened.v1"] = typeof(MeetingEvent.Convened),
        [Planned] = typeof(MeetingEvent.Planned),
        ["meeting.invitations-sent.v1"] = typeof(MeetingEvent.InvitationsSent),
        ["meeting.moved.v1"] = typeof(MeetingEvent.Moved),
        ["meeting.cancelled.v1"] = typeof(MeetingEvent.Cancelled),
        ["meeting.instrument-set.v1"] = typeof(MeetingEvent.InstrumentSet),
        ["meeting.answers-given.v1"] = typeof(MeetingEvent.AnswersGiven),
        [AttendanceOpened] = typeof(MeetingEvent.AttendanceOpened),
        ["meeting.attended.v1"] = typeof(MeetingEvent.Attended),
        ["meeting.materials-added.v1"] = typeof(MeetingEvent.MaterialsAdded),
        ["meeting.held.v1"] = typeof(MeetingEvent.MeetingHeld),
        ["meeting.minutes-written.v1"] = typeof(MeetingEvent.MinutesWritten),
        ["meeting.decided.v1"] = typeof(MeetingEvent.Decided),
        ["meeting.minutes-approved.v1"] = typeof(MeetingEvent.MinutesApproved),
        ["meeting.closed.v1"] = typeof(MeetingEvent.MeetingClosed),
        [Recorded] = typeof(MeetingEvent.Recorded),
    };

    public override string Prefix => "meeting";

    public override Meeting Empty => Meeting.None;

    public override IReadOnlyDictionary<string, Type> Names => WireNames;

    public override Meeting Evolve(Meeting state, MeetingEvent fact, Instant occurredAt) => Meeting.Evolve(state, fact, occurredAt);

    /// <summary>Each institution writes under a record key of its own …</summary>
    public override Custody CustodyOf(MeetingEvent fact) => new(KeyPurpose.Record);

    /// <summary>… who signs in the room has none and writes under the convener's …</summary>
    public override Institution Keeper(Meeting state) => state.Exists ? state.Institution : Institution.Kpu;

    /// <summary>… and the other institution reads it where it convenes too or is invited.</summary>
    public override IEnumerable<Institution> AlsoKeeps(Meeting state, KeyPurpose purpose, Institution institution)
    {
        var other = institution == Institution.Kpu ? Institution.Ombudsman : Institution.Kpu;
        return state.Joint is not null || state.Institution == other || state.Institutions.Contains(other) ? [other] : [];
    }

    public override IEnumerable<object> Rows(Guid id, Meeting state) =>
        state.Stage == MeetingStage.Archive
            ? [MeetingRow.From(state)]
            :
            [
                MeetingRow.From(state),
                .. (state.Stage == MeetingStage.Drafted ? state.Conveners : state.Concerned).Select(office => new MeetingSeatRow
                {
                    Office = office,
                    Meeting = state.Id.Value,
                    Starts = state.Starts,
                }),
            ];
}
