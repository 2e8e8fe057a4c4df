using System.Collections.Immutable;
using Padu.Domain.Organisations;

namespace Padu.Domain.Meetings;

/// <summary>From the first plan to the invitation, and what may change after it.</summary>
internal static class Planning
{
    /// <law>Issue of the origin: KPU's province office convenes its ten (Rakor Terpadu), or the Ombudsman does, or both together.</law>
    internal static Decision<MeetingEvent> Convene(Meeting meeting, MeetingCommand.Convene convene, MeetingContext context)
    {
        var refused =
            meeting.Exists ? new Refusal("meeting.exists")
            : !Access.MayConvene(context.Actor) ? new Refusal("access.not-yours")
            : WrongJoint(convene.Joint, (Actor.Staff)context.Actor)
                ?? WrongPrevious(convene.Previous, context.Actor)
                ?? Check(convene.First, context);
        if (refused is not null)
        {
            return refused;
        }

        var office = ((Actor.Staff)context.Actor).Office;
        return ImmutableArray.Create<MeetingEvent>(
            new MeetingEvent.Convened(
                convene.Id,
                convene.Code,
                convene.Previous.Exists ? convene.Previous.Series : convene.Id,
                convene.Previous.Exists ? convene.Previous.Id : null,
                office.Code,
                office.Institution,
                convene.Joint?.Code
            ),
            Planned(convene.First)
        );
    }

    /// <law>Rule 63: themes are free text, each with its division where it has one.</law>
    internal static Decision<MeetingEvent> Plan(Meeting meeting, MeetingCommand.Plan plan, MeetingContext context) =>
        meeting.Stage switch
        {
            _ when MeetingRules.Barred(meeting, MeetingAct.Plan, context.Actor) is { } no => no,
            not MeetingStage.Drafted => new Refusal("meeting.no-longer-draft"),
            _ when plan.Seen != meeting.PlanVersion => new Refusal("meeting.plan-changed"),
            _ when Check(plan, context) is { } wrong => wrong,
            _ when meeting.Instruments.Any(one => one.Theme > plan.Themes.Length) => new Refusal(
                "meeting.theme-has-instrument",
                nameof(plan.Themes)
            ),
            _ => Planned(plan),
        };

    /// <law>Rule 63 by analogy with rule 61: what the offices are called to is complete and still to come.</law>
    internal static Decision<MeetingEvent> Invite(Meeting meeting, MeetingCommand.Invite invite, MeetingContext context) =>
        meeting.Stage switch
        {
            _ when MeetingRules.Barred(meeting, MeetingAct.Invite, context.Actor) is { } no => no,
            not MeetingStage.Drafted => new Refusal("meeting.already-invited"),
            _ when meeting.Invited.IsEmpty => new Refusal("meeting.nobody-invited"),
            _ when context.Legal.DayOf(meeting.Starts) < context.Today => new Refusal("meeting.in-past"),
            _ when Wording.Check(nameof(invite.Words), invite.Words, required: false, longest: 5_000) is { } wrong => wrong,
            _ => new MeetingEvent.InvitationsSent(invite.Words),
        };

    internal static Decision<MeetingEvent> Move(Meeting meeting, MeetingCommand.Move move, MeetingContext context) =>
        meeting.Stage switch
        {
            _ when MeetingRules.Barred(meeting, MeetingAct.Move, context.Actor) is { } no => no,
            not MeetingStage.Invited => new Refusal("meeting.not-invited"),
            _ when WrongTimes(move.Starts, move.Ends, context) is { } wrong => wrong,
            _ when Wording.FirstOf(
                    Wording.Check(nameof(move.Venue), move.Venue, required: true, oneLine: true),
                    Wording.Check(nameof(move.Place), move.Place, required: false, oneLine: true),
                    Wording.Check(nameof(move.Reason), move.Reason, required: true, longest: 2_000)
                )
                    is { } wrong => wrong,
            _ => new MeetingEvent.Moved(move.Starts, move.Ends, new MeetingPlace(move.Venue, move.Place), move.Reason),
        };

    internal static Decision<MeetingEvent> Cancel(Meeting meeting, MeetingCommand.Cancel cancel, MeetingContext context) =>
        meeting.Stage switch
        {
            _ when MeetingRules.Barred(meeting, MeetingAct.Cancel, context.Actor) is { } no => no,
            not MeetingStage.Invited => new Refusal("meeting.not-invited"),
            _ when Wording.Check(nameof(cancel.Reason), cancel.Reason, required: true, longest: 2_000) is { } wrong => wrong,
            _ => new MeetingEvent.Cancelled(cancel.Reason),
        };

    private static MeetingEvent.Planned Planned(MeetingCommand.Plan plan) =>
        new(
            plan.BudgetYear,
            plan.Starts,
            plan.Ends,
            [.. plan.Themes.Select((theme, index) => new ThemeShape(index + 1, theme.Division))],
            [.. plan.Invited.Select(office => office!.Code).Distinct().OrderBy(code => code.Value, StringComparer.Ordinal)],
            [.. plan.Invited.Select(office => office!.Institution).Distinct().Order()],
            new MeetingText(
                plan.Title,
                plan.Letter,
                plan.Venue,
                plan.Place,
                [.. plan.Themes.Select((theme, index) => new Theme(index + 1, theme.Title, theme.Lead))],
                plan.Guests
            )
        );

    private static Refusal? WrongJoint(Office? joint, Actor.Staff actor) =>
        joint switch
        {
            null => null,
            { Level: OfficeLevel.Province, Institution: Institution.Kpu or Institution.Ombudsman }
                when joint.Institution != actor.Office.Institution => null,
            _ => new Refusal("meeting.wrong-joint", nameof(MeetingCommand.Convene.Joint)),
        };

    private static Refusal? WrongPrevious(Meeting previous, Actor actor) =>
        previous switch
        {
            { Exists: false } => null,
            { Stage: MeetingStage.Held or MeetingStage.MinutesApproved or MeetingStage.Closed }
                when previous.Subject.Convenes(actor.OfficeOf!.Value) => null,
            _ => new Refusal("meeting.wrong-previous", nameof(MeetingCommand.Convene.Previous)),
        };

    private static Refusal? WrongTimes(NodaTime.Instant starts, NodaTime.Instant ends, MeetingContext context) =>
        ends <= starts ? new Refusal("meeting.ends-before-start", "Ends")
        : context.Legal.DayOf(starts) < context.Today ? new Refusal("meeting.in-past", "Starts")
        : ends - starts > NodaTime.Duration.FromDays(14) ? new Refusal("meeting.too-long", "Ends")
        : null;

    private static Refusal? Check(MeetingCommand.Plan plan, MeetingContext context) =>
        Wording.FirstOf(
            Wording.Check(nameof(plan.Title), plan.Title, required: true, oneLine: true),
            Wording.Check(nameof(plan.Letter), plan.Letter, required: false, oneLine: true),
            Wording.Check(nameof(plan.Venue), plan.Venue, required: true, oneLine: true),
            Wording.Check(nameof(plan.Place), plan.Place, required: false, oneLine: true),
            plan.BudgetYear is < 2000 or > 2199 ? new Refusal("meeting.budget-year", nameof(plan.BudgetYear)) : null,
            WrongTimes(plan.Starts, plan.Ends, context),
            plan.Themes.IsEmpty ? new Refusal("meeting.no-theme", nameof(plan.Themes)) : null,
            plan.Themes.Length > MeetingRules.MostThemes
                ? new Refusal("meeting.too-many-themes", nameof(plan.Themes), MeetingRules.MostThemes)
                : null,
            plan.Invited.Any(office => office is null or { Institution: Institution.Other })
                ? new Refusal("meeting.unknown-office", nameof(plan.Invited))
                : null,
            plan.Guests.Length > 40 ? new Refusal("meeting.too-many-guests", nameof(plan.Guests), 40) : null
        )
        ?? plan.Themes.Select(theme => Check(theme, context)).FirstOrDefault(wrong => wrong is not null)
        ?? plan.Guests.Select(guest => Wording.Check(nameof(plan.Guests), guest, required: true, oneLine: true))
            .FirstOrDefault(wrong => wrong is not null);

    private static Refusal? Check(ThemePlan theme, MeetingContext context) =>
        Wording.Check(nameof(MeetingCommand.Plan.Themes), theme.Title, required: true, oneLine: true)
        ?? Wording.Check(nameof(MeetingCommand.Plan.Themes), theme.Lead, required: false, oneLine: true)
        ?? (
            theme.Division is { } division && !context.Divisions.Contains(division)
                ? new Refusal("meeting.unknown-division", nameof(MeetingCommand.Plan.Themes))
                : null
        );
}
