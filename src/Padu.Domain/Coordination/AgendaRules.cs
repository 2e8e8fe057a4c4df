using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Coordination;

/// <summary>Every request to an agenda item, decided: the one door for pages and the demonstration.</summary>
public static class AgendaRules
{
    public const int MostOffices = 15;

    /// <summary>Files of one joint activity.</summary>
    public const int MostFiles = 40;

    public static Decision<AgendaEvent> Decide(Agenda agenda, AgendaCommand command, AgendaContext context) =>
        command switch
        {
            AgendaCommand.Propose c => Propose(agenda, c, context),
            AgendaCommand.Move c => Move(agenda, c, context),
            AgendaCommand.Accept => Accept(agenda, context),
            AgendaCommand.Decline c => Decline(agenda, c, context),
            AgendaCommand.Cancel c => Cancel(agenda, c, context),
            AgendaCommand.MoveOccurrence c => ChangeDay(agenda, c.Original, c.Slot, c.Reason, context),
            AgendaCommand.CancelOccurrence c => ChangeDay(agenda, c.Original, null, c.Reason, context),
            AgendaCommand.Plan c => Plan(agenda, c, context),
            AgendaCommand.AddFile c => AddFile(agenda, c, context),
            AgendaCommand.RecordOutcome c => RecordOutcome(agenda, c, context),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };

    /// <summary>The acts a page may offer this actor now.</summary>
    public static ImmutableArray<AgendaAct> Offers(Agenda agenda, Actor actor, Instant now) =>
        [.. Acts.Where(act => Barred(agenda, act, actor) is null && Takes(agenda, act, now))];

    private static readonly ImmutableArray<AgendaAct> Acts =
    [
        AgendaAct.Accept,
        AgendaAct.Move,
        AgendaAct.ChangeDay,
        AgendaAct.Decline,
        AgendaAct.Plan,
        AgendaAct.AddFile,
        AgendaAct.RecordOutcome,
        AgendaAct.Cancel,
    ];

    private static bool Takes(Agenda agenda, AgendaAct act, Instant now) =>
        act switch
        {
            AgendaAct.Accept or AgendaAct.Decline => agenda.Awaits is not null,
            AgendaAct.Move => agenda.Awaits is not null || agenda is { State: AgendaState.Accepted, Repeat: null },
            AgendaAct.ChangeDay => agenda is { State: AgendaState.Accepted, Repeat: not null },
            AgendaAct.Cancel => agenda.Awaits is not null || agenda.State == AgendaState.Accepted,
            AgendaAct.Plan => agenda is { State: AgendaState.Accepted, Repeat: null },
            AgendaAct.AddFile => agenda is { State: AgendaState.Accepted or AgendaState.Held, Repeat: null, Files: < MostFiles },
            AgendaAct.RecordOutcome => agenda is { State: AgendaState.Accepted, Repeat: null } && agenda.StartOf(agenda.Slot!) <= now,
            _ => false,
        };

    /// <law>Rule 62: a joint agenda of both institutions, proposed by either side; the other one is asked.</law>
    private static Decision<AgendaEvent> Propose(Agenda agenda, AgendaCommand.Propose propose, AgendaContext context)
    {
        if (agenda.Exists)
        {
            return new Refusal("agenda.exists");
        }

        if (context.Actor is not Actor.Staff staff || !Access.MayProposeAgenda(staff))
        {
            return new Refusal("access.not-yours");
        }

        var offices = propose.Offices.Append(staff.Office).DistinctBy(office => office.Code).ToImmutableArray();
        var wrong =
            offices.Length > MostOffices ? new Refusal("agenda.too-many-offices", nameof(propose.Offices), MostOffices)
            : offices.Any(office => office.Institution == Institution.Other) ? new Refusal("agenda.foreign-office", nameof(propose.Offices))
            : offices.Select(office => office.Institution).Distinct().Count() < 2 ? new Refusal("agenda.one-sided", nameof(propose.Offices))
            : CheckTime(propose.Slot, propose.Repeat, context)
                ?? Wording.FirstOf(
                    Wording.Check(nameof(propose.Title), propose.Title, required: true, oneLine: true),
                    Wording.Check(nameof(propose.Place), propose.Place, required: false, oneLine: true),
                    Wording.Check(nameof(propose.Description), propose.Description, required: false, longest: 5_000)
                );
        return wrong is not null
            ? wrong
            : new AgendaEvent.Proposed(
                propose.Id,
                propose.Code,
                propose.Kind,
                propose.Visibility,
                staff.Office.Code,
                staff.Office.Institution,
                [.. offices.Select(office => office.Code).OrderBy(code => code.Value, StringComparer.Ordinal)],
                propose.Slot,
                propose.Repeat,
                (int)(context.Legal.Zone.GetUtcOffset(context.At).Seconds / 60),
                propose.CarriesOut,
                new AgendaText(propose.Title, propose.Place, propose.Description)
            );
    }

    /// <law>Rule 62: the institution that is asked may name another time; what both agreed on either may move, with a reason that both read.</law>
    private static Decision<AgendaEvent> Move(Agenda agenda, AgendaCommand.Move move, AgendaContext context) =>
        agenda switch
        {
            _ when Barred(agenda, AgendaAct.Move, context.Actor) is { } no => no,
            { State: AgendaState.Accepted, Repeat: not null } => new Refusal("agenda.move-a-day"),
            { State: not (AgendaState.Proposed or AgendaState.Countered or AgendaState.Accepted) } => new Refusal("agenda.over"),
            _ when CheckTime(move.Slot, agenda.Awaits is null ? null : move.Repeat, context) is { } wrong => wrong,
            _ when Wording.Check(nameof(move.Place), move.Place, required: false, oneLine: true) is { } wrong => wrong,
            _ when Reason(move.Reason) is { } wrong => wrong,
            { State: AgendaState.Accepted } => new AgendaEvent.Moved(move.Slot, move.Place is not null, move.Place, move.Reason),
            _ => new AgendaEvent.Countered(agenda.Awaits!.Value, move.Slot, move.Repeat, move.Place is not null, move.Place, move.Reason),
        };

    /// <law>Rule 62: accepted by the institution that did not name the time.</law>
    private static Decision<AgendaEvent> Accept(Agenda agenda, AgendaContext context) =>
        agenda switch
        {
            _ when Barred(agenda, AgendaAct.Accept, context.Actor) is { } no => no,
            _ when agenda.Occurrences[^1].Slot.On < context.Today => new Refusal("agenda.in-past"),
            _ => new AgendaEvent.Accepted(context.Actor.OfficeOf!.Value),
        };

    private static Decision<AgendaEvent> Decline(Agenda agenda, AgendaCommand.Decline decline, AgendaContext context) =>
        agenda switch
        {
            _ when Barred(agenda, AgendaAct.Decline, context.Actor) is { } no => no,
            _ when Reason(decline.Reason) is { } wrong => wrong,
            _ => new AgendaEvent.Declined(decline.Reason),
        };

    /// <law>Rule 62: what was agreed may be called off by either side, what is only proposed by whoever proposed it; always with a reason.</law>
    private static Decision<AgendaEvent> Cancel(Agenda agenda, AgendaCommand.Cancel cancel, AgendaContext context) =>
        agenda switch
        {
            _ when Barred(agenda, AgendaAct.Cancel, context.Actor) is { } no => no,
            { State: not (AgendaState.Proposed or AgendaState.Countered or AgendaState.Accepted) } => new Refusal("agenda.over"),
            _ when Reason(cancel.Reason) is { } wrong => wrong,
            _ => new AgendaEvent.Cancelled(cancel.Reason),
        };

    /// <summary>One day of a series is moved, or cancelled where there is no <paramref name="slot"/>; the rest stays.</summary>
    private static Decision<AgendaEvent> ChangeDay(
        Agenda agenda,
        LocalDate original,
        AgendaSlot? slot,
        string reason,
        AgendaContext context
    ) =>
        agenda.Occurrences.FirstOrDefault(one => one.Original == original) switch
        {
            _ when Barred(agenda, AgendaAct.ChangeDay, context.Actor) is { } no => no,
            _ when agenda.State != AgendaState.Accepted => new Refusal("agenda.over"),
            _ when agenda.Repeat is null => new Refusal("agenda.not-recurring"),
            null => new Refusal("agenda.no-such-day", "Original"),
            { IsOff: true } => new Refusal("agenda.day-is-off", "Original"),
            var day when day.Slot.On < context.Today => new Refusal("agenda.in-past", "Original"),
            _ when slot is not null && CheckTime(slot, null, context) is { } wrong => wrong,
            _ when Reason(reason) is { } wrong => wrong,
            _ when slot is null => new AgendaEvent.OccurrenceCancelled(original, reason),
            _ => new AgendaEvent.OccurrenceMoved(original, slot, reason),
        };

    /// <law>Rule 62: an item that both accepted may become a joint activity. Names lie apart, so that they can be forgotten apart.</law>
    private static Decision<AgendaEvent> Plan(Agenda agenda, AgendaCommand.Plan plan, AgendaContext context)
    {
        var refused =
            Barred(agenda, AgendaAct.Plan, context.Actor)
            ?? (
                agenda.State != AgendaState.Accepted ? new Refusal("agenda.not-accepted")
                : agenda.Repeat is not null ? new Refusal("agenda.recurring-no-activity")
                : plan.Participants.IsDefaultOrEmpty ? new Refusal("agenda.no-participants", nameof(plan.Participants))
                : plan.Participants.Any(code => !agenda.Offices.Contains(code))
                    ? new Refusal("agenda.foreign-office", nameof(plan.Participants))
                : Wording.Check(nameof(plan.Words), plan.Words, required: true, longest: 5_000)
                    ?? Wording.Check(nameof(plan.People), plan.People, required: false, longest: 5_000)
            );
        if (refused is not null)
        {
            return refused;
        }

        var planned = new AgendaEvent.Planned([.. plan.Participants.Distinct()], plan.Words);
        return string.IsNullOrWhiteSpace(plan.People)
            ? planned
            : ImmutableArray.Create<AgendaEvent>(
                planned,
                new AgendaEvent.PeopleNamed(
                    plan.People.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length,
                    plan.People
                )
            );
    }

    /// <law>WCAG 1.1.1 through the accessibility statement: no picture without words for it.</law>
    private static Decision<AgendaEvent> AddFile(Agenda agenda, AgendaCommand.AddFile add, AgendaContext context) =>
        agenda switch
        {
            _ when Barred(agenda, AgendaAct.AddFile, context.Actor) is { } no => no,
            { State: not (AgendaState.Accepted or AgendaState.Held) } => new Refusal("agenda.not-accepted"),
            { Repeat: not null } => new Refusal("agenda.recurring-no-activity"),
            { Files: >= MostFiles } => new Refusal("agenda.too-many-files", "Files", MostFiles),
            _ when Wording.Check("Description", add.File.Description, required: true, oneLine: true) is { } wrong => wrong,
            _ => new AgendaEvent.FileAdded(add.IsPicture, add.File),
        };

    private static Decision<AgendaEvent> RecordOutcome(Agenda agenda, AgendaCommand.RecordOutcome record, AgendaContext context) =>
        agenda switch
        {
            _ when Barred(agenda, AgendaAct.RecordOutcome, context.Actor) is { } no => no,
            { State: not AgendaState.Accepted } => new Refusal("agenda.not-accepted"),
            { Repeat: not null } => new Refusal("agenda.recurring-no-activity"),
            _ when agenda.StartOf(agenda.Slot!) > context.At => new Refusal("agenda.not-yet-held"),
            _ when record.Attended is < 0 or > 1_000_000 => new Refusal("agenda.attended-unreadable", nameof(record.Attended)),
            _ when Wording.Check(nameof(record.Outcome), record.Outcome, required: true, longest: 5_000) is { } wrong => wrong,
            _ => new AgendaEvent.OutcomeRecorded(record.Attended, record.Outcome),
        };

    /// <summary>Who is not to know of it and who may not do it hear the same.</summary>
    private static Refusal? Barred(Agenda agenda, AgendaAct act, Actor actor) =>
        !agenda.Exists || !Access.May(actor, AgendaAct.Read, agenda.Subject) ? new Refusal("agenda.unknown")
        : !Access.May(actor, act, agenda.Subject) ? new Refusal("access.not-yours")
        : null;

    private static Refusal? CheckTime(AgendaSlot slot, AgendaRepeat? repeat, AgendaContext context) =>
        slot.Ends <= slot.Starts ? new Refusal("agenda.ends-before-start", "Ends")
        : slot.On < context.Today ? new Refusal("agenda.in-past", "On")
        : slot.On > context.Today.PlusYears(10) ? new Refusal("agenda.too-far", "On")
        : repeat is null ? null
        : repeat.Until <= slot.On ? new Refusal("agenda.until-before-start", "Until")
        : repeat.Until > context.Today.PlusYears(10) ? new Refusal("agenda.too-far", "Until")
        : Agenda.DatesOf(slot.On, repeat).Take(Agenda.MostOccurrences + 1).Count() > Agenda.MostOccurrences
            ? new Refusal("agenda.too-many-days", "Until", Agenda.MostOccurrences)
        : null;

    private static Refusal? Reason(string reason) => Wording.Check("Reason", reason, required: true, longest: 2_000);
}
