using Padu.Domain.Organisations;

namespace Padu.Domain.Meetings;

/// <summary>Minutes and decisions, from the meeting to its close.</summary>
internal static class Concluding
{
    /// <summary>Several write at once: who has not read the section's last words is shown both and loses nothing.</summary>
    internal static Decision<MeetingEvent> WriteMinutes(Meeting meeting, MeetingCommand.WriteMinutes write, MeetingContext context) =>
        meeting.Stage switch
        {
            _ when MeetingRules.Barred(meeting, MeetingAct.WriteMinutes, context.Actor) is { } no => no,
            MeetingStage.MinutesApproved or MeetingStage.Closed => new Refusal("meeting.minutes-frozen"),
            not MeetingStage.Held => new Refusal("meeting.not-held"),
            _ when write.Theme != 0 && meeting.Themes.All(theme => theme.Number != write.Theme) => new Refusal(
                "meeting.no-such-theme",
                nameof(write.Theme)
            ),
            _ when write.Seen != meeting.MinutesOf(write.Theme) => new Refusal("meeting.section-changed"),
            _ when Wording.Check(nameof(write.Text), write.Text, required: true) is { } wrong => wrong,
            _ => new MeetingEvent.MinutesWritten(write.Theme, write.Text),
        };

    /// <law>Rule 63: a decision has owners, a due date and somebody else who judges the evidence.</law>
    internal static Decision<MeetingEvent> Decide(Meeting meeting, MeetingCommand.Decide decide, MeetingContext context) =>
        (meeting.Stage, decide.Judge) switch
        {
            _ when MeetingRules.Barred(meeting, MeetingAct.Decide, context.Actor) is { } no => no,
            (MeetingStage.MinutesApproved or MeetingStage.Closed, _) => new Refusal("meeting.minutes-frozen"),
            (not MeetingStage.Held, _) => new Refusal("meeting.not-held"),
            _ when decide.Number != meeting.Decisions.Length + 1 => new Refusal("meeting.decision-taken"),
            _ when meeting.Decisions.Length >= MeetingRules.MostDecisions => new Refusal(
                "meeting.too-many-decisions",
                null,
                MeetingRules.MostDecisions
            ),
            _ when meeting.Themes.All(theme => theme.Number != decide.Theme) => new Refusal("meeting.no-such-theme", nameof(decide.Theme)),
            _ when decide.Owners.IsEmpty => new Refusal("meeting.no-owner", nameof(decide.Owners)),
            _ when decide.Owners.Any(owner => owner is null || !meeting.Concerned.Contains(owner.Code)) => new Refusal(
                "meeting.office-not-invited",
                nameof(decide.Owners)
            ),
            (_, null or { Institution: Institution.Other } or { Level: OfficeLevel.Regency }) => new Refusal(
                "obligation.unknown-judge",
                nameof(decide.Judge)
            ),
            (_, { } judge) when decide.Owners.Any(owner => owner!.Code == judge.Code) => new Refusal(
                "obligation.own-judge",
                nameof(decide.Judge)
            ),
            _ when decide.Due < context.Today => new Refusal("obligation.due-in-past", nameof(decide.Due)),
            _ when Wording.Check(nameof(decide.Text), decide.Text, required: true, longest: 500) is { } wrong => wrong,
            _ => new MeetingEvent.Decided(
                decide.Number,
                decide.Theme,
                [.. decide.Owners.Select(owner => owner!.Code).Distinct().OrderBy(code => code.Value, StringComparer.Ordinal)],
                decide.Judge!.Code,
                decide.Due,
                decide.Text
            ),
        };

    /// <summary>The head of each convening office, of the minutes as they were read; the last approval freezes them.</summary>
    internal static Decision<MeetingEvent> Approve(Meeting meeting, MeetingCommand.ApproveMinutes approve, MeetingContext context) =>
        meeting.Stage switch
        {
            _ when MeetingRules.Barred(meeting, MeetingAct.ApproveMinutes, context.Actor) is { } no => no,
            MeetingStage.MinutesApproved or MeetingStage.Closed => new Refusal("meeting.minutes-frozen"),
            not MeetingStage.Held => new Refusal("meeting.not-held"),
            _ when approve.Seen != meeting.MinutesVersion => new Refusal("meeting.minutes-changed"),
            _ when meeting.Themes.FirstOrDefault(theme => meeting.MinutesOf(theme.Number) == 0) is { } missing => new Refusal(
                "meeting.minutes-incomplete",
                null,
                missing.Number
            ),
            _ when meeting.ApprovedBy.Contains(context.Actor.OfficeOf!.Value) => new Refusal("meeting.already-approved"),
            _ => new MeetingEvent.MinutesApproved(context.Actor.OfficeOf!.Value),
        };

    internal static Decision<MeetingEvent> Close(Meeting meeting, MeetingContext context) =>
        meeting.Stage switch
        {
            _ when MeetingRules.Barred(meeting, MeetingAct.Close, context.Actor) is { } no => no,
            not MeetingStage.MinutesApproved => new Refusal("meeting.minutes-not-approved"),
            _ => new MeetingEvent.MeetingClosed(),
        };
}
