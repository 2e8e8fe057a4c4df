using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Meetings;

/// <summary>Every request to a meeting, decided: the one door for pages, the demonstration and the loader of history.</summary>
public static class MeetingRules
{
    public const int MostThemes = 20;

    public const int MostDecisions = 40;

    public const int MostQuestions = 60;

    /// <summary>How long before its beginning and after its end links for attendance are shown.</summary>
    public static readonly Duration AroundTheHour = Duration.FromHours(2);

    public static Decision<MeetingEvent> Decide(Meeting meeting, MeetingCommand command, MeetingContext context) =>
        command switch
        {
            MeetingCommand.Convene c => Planning.Convene(meeting, c, context),
            MeetingCommand.Plan c => Planning.Plan(meeting, c, context),
            MeetingCommand.Invite c => Planning.Invite(meeting, c, context),
            MeetingCommand.Move c => Planning.Move(meeting, c, context),
            MeetingCommand.Cancel c => Planning.Cancel(meeting, c, context),
            MeetingCommand.SetInstrument c => Asking.SetInstrument(meeting, c, context),
            MeetingCommand.GiveAnswers c => Asking.GiveAnswers(meeting, c, context),
            MeetingCommand.OpenAttendance c => Gathering.OpenAttendance(meeting, c, context),
            MeetingCommand.Attend c => Gathering.Attend(meeting, c, context),
            MeetingCommand.AddMaterials c => Gathering.AddMaterials(meeting, c, context),
            MeetingCommand.Hold => Gathering.Hold(meeting, context),
            MeetingCommand.WriteMinutes c => Concluding.WriteMinutes(meeting, c, context),
            MeetingCommand.Decide c => Concluding.Decide(meeting, c, context),
            MeetingCommand.ApproveMinutes c => Concluding.Approve(meeting, c, context),
            MeetingCommand.Close => Concluding.Close(meeting, context),
            MeetingCommand.Record c => Record(meeting, c, context),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };

    /// <summary>The acts a page may offer this actor now, the next one first.</summary>
    public static ImmutableArray<MeetingAct> Offers(Meeting meeting, Actor actor) =>
        [.. Acts.Where(act => Barred(meeting, act, actor) is null && Takes(meeting, act, actor))];

    private static readonly ImmutableArray<MeetingAct> Acts =
    [
        MeetingAct.Fill,
        MeetingAct.Hold,
        MeetingAct.ApproveMinutes,
        MeetingAct.Close,
        MeetingAct.WriteMinutes,
        MeetingAct.Decide,
        MeetingAct.Plan,
        MeetingAct.SetInstrument,
        MeetingAct.Invite,
        MeetingAct.OpenAttendance,
        MeetingAct.NoteAttendance,
        MeetingAct.AddMaterial,
        MeetingAct.Move,
        MeetingAct.Cancel,
    ];

    private static bool Takes(Meeting meeting, MeetingAct act, Actor actor) =>
        (act, meeting.Stage) switch
        {
            (MeetingAct.Fill, MeetingStage.Invited) => !meeting.Instruments.IsEmpty,
            (MeetingAct.Plan or MeetingAct.Invite, MeetingStage.Drafted) => true,
            (MeetingAct.SetInstrument, MeetingStage.Drafted or MeetingStage.Invited) => !meeting.Themes.IsEmpty,
            (MeetingAct.Hold or MeetingAct.Move or MeetingAct.Cancel, MeetingStage.Invited) => true,
            (MeetingAct.OpenAttendance or MeetingAct.NoteAttendance, MeetingStage.Invited or MeetingStage.Held) => true,
            (MeetingAct.AddMaterial, MeetingStage.Drafted or MeetingStage.Invited or MeetingStage.Held) => true,
            (MeetingAct.WriteMinutes or MeetingAct.Decide, MeetingStage.Held) => true,
            (MeetingAct.ApproveMinutes, MeetingStage.Held) => !meeting.Minutes.IsEmpty
                && !meeting.ApprovedBy.Contains(actor.OfficeOf!.Value),
            (MeetingAct.Close, MeetingStage.MinutesApproved) => true,
            _ => false,
        };

    /// <law>Rule 63 and the origin: only what a source says, each statement with its source; by the loader, once.</law>
    private static Decision<MeetingEvent> Record(Meeting meeting, MeetingCommand.Record record, MeetingContext context) =>
        meeting switch
        {
            _ when context.Actor is not Actor.System => new Refusal("meeting.unknown"),
            { Exists: true } => new Refusal("meeting.exists"),
            _ when record.History.Statements is not { IsDefaultOrEmpty: false } => new Refusal("meeting.nothing-stated"),
            _ when record.History.Statements.Value.Any(one => string.IsNullOrWhiteSpace(one.Source)) => new Refusal(
                "meeting.statement-without-source"
            ),
            _ => record.History,
        };

    /// <summary>Who is not to know of it hears that there is none; who may not do it, that it is not theirs.</summary>
    internal static Refusal? Barred(Meeting meeting, MeetingAct act, Actor actor) =>
        !meeting.Exists || meeting.Stage == MeetingStage.Archive || !Access.May(actor, MeetingAct.Read, meeting.Subject)
            ? new Refusal("meeting.unknown")
        : !Access.May(actor, act, meeting.Subject) ? new Refusal("access.not-yours")
        : null;
}
