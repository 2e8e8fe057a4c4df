using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Obligations;

/// <summary>Every request to an obligation, decided: the one door for pages, the demonstration and the sweeps.</summary>
public static class ObligationRules
{
    /// <summary>Where no date is named: the period an office has to show that it kept a promise.</summary>
    public static readonly RuleCode StandardTerm = new("padu.kewajiban");

    public static Decision<ObligationEvent> Decide(Obligation obligation, ObligationCommand command, ObligationContext context) =>
        command switch
        {
            ObligationCommand.Promise c => Promise(obligation, c, context),
            ObligationCommand.RecordRuling c => RecordRuling(obligation, c, context),
            ObligationCommand.TakeOver c => TakeOver(obligation, c, context),
            ObligationCommand.GiveEvidence c => GiveEvidence(obligation, c, context),
            ObligationCommand.RefuseEvidence c => Refuse(obligation, c, context),
            ObligationCommand.Accept c => Accept(obligation, c, context),
            ObligationCommand.CarryOver c => CarryOver(obligation, c, context),
            ObligationCommand.Withdraw c => Withdraw(obligation, c, context),
            ObligationCommand.PassDue => PassDue(obligation, context),
            ObligationCommand.Recount => Recount(obligation, context),
            ObligationCommand.EndWithSource c => EndWithSource(obligation, c, context),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };

    /// <summary>The acts a page may offer this actor now.</summary>
    public static ImmutableArray<ObligationAct> Offers(Obligation obligation, Actor actor) =>
        [.. Acts.Where(act => Barred(obligation, act, actor) is null && Takes(obligation, act))];

    private static readonly ImmutableArray<ObligationAct> Acts =
    [
        ObligationAct.Judge,
        ObligationAct.GiveEvidence,
        ObligationAct.CarryOver,
        ObligationAct.Withdraw,
    ];

    private static bool Takes(Obligation obligation, ObligationAct act) =>
        act switch
        {
            ObligationAct.GiveEvidence => obligation.State is ObligationState.Promised or ObligationState.EvidenceRefused,
            ObligationAct.Judge => obligation.State == ObligationState.EvidenceGiven,
            ObligationAct.CarryOver or ObligationAct.Withdraw => obligation.State
                is ObligationState.Promised
                    or ObligationState.EvidenceRefused,
            _ => false,
        };

    /// <law>Rule 63: a decision has an owner, a due date and evidence. Rule 61: a clause may become an office's duty. No office judges itself.</law>
    private static Decision<ObligationEvent> Promise(Obligation obligation, ObligationCommand.Promise promise, ObligationContext context) =>
        (promise.Owner, promise.Judge, promise.Term) switch
        {
            _ when obligation.Exists => new Refusal("obligation.exists"),
            _ when promise.Source is not { Item: > 0 } || promise.Source.Stream == Guid.Empty => new Refusal("obligation.no-source"),
            (null or { Institution: Institution.Other }, _, _) => new Refusal("obligation.unknown-owner", nameof(promise.Owner)),
            (_, null or { Institution: Institution.Other } or { Level: OfficeLevel.Regency }, _) => new Refusal(
                "obligation.unknown-judge",
                nameof(promise.Judge)
            ),
            ({ } owner, { } judge, _) when owner.Code == judge.Code => new Refusal("obligation.own-judge", nameof(promise.Judge)),
            (_, _, { On: null, Rule: null } or { On: not null, Rule: not null }) => new Refusal(
                "obligation.one-term",
                nameof(promise.Term)
            ),
            (_, _, { On: { } on }) when on < context.Legal.DayOf(context.At) => new Refusal("obligation.due-in-past", nameof(promise.Term)),
            _ when Wording.Check(nameof(promise.Title), promise.Title, required: true, longest: 500) is { } wrong => wrong,
            (_, _, { Rule: { } rule }) when Counting.Start(ClockKind.Obligation, rule, context.At, context.Legal) is var clock =>
                new ObligationEvent.Promised(
                    promise.Id,
                    promise.Source,
                    promise.Owner!.Code,
                    promise.Owner.Institution,
                    promise.Judge!.Code,
                    clock.DueDate!.Value,
                    clock.Due!.Value,
                    clock,
                    null,
                    promise.Title
                ),
            (_, _, var term) => new ObligationEvent.Promised(
                promise.Id,
                promise.Source,
                promise.Owner!.Code,
                promise.Owner.Institution,
                promise.Judge!.Code,
                term.On!.Value,
                EndOf(term.On.Value, context),
                null,
                null,
                promise.Title
            ),
        };

    /// <law>
    /// Rules 42, 43: from the day an office received it, by the period of that body and election. An office enters its own; the province also those of
    /// the ten.
    /// </law>
    private static Decision<ObligationEvent> RecordRuling(
        Obligation obligation,
        ObligationCommand.RecordRuling record,
        ObligationContext context
    ) =>
        record switch
        {
            _ when !Access.MayRecordRulings(context.Actor) => new Refusal("obligation.unknown"),
            { Owner: null or { Institution: not Institution.Kpu } } => new Refusal("obligation.unknown-owner", nameof(record.Owner)),
            { Owner: var owner } when !Access.MayRecordRuling(context.Actor, owner) => new Refusal("access.not-yours"),
            _ when context.At > record.EnteredAt => new Refusal("ruling.in-future", "ReceivedOn"),
            { DecidedOn: var day } when day > context.Legal.DayOf(context.At) => new Refusal(
                "ruling.received-before-decided",
                "ReceivedOn"
            ),
            _ => Promise(
                obligation,
                new ObligationCommand.Promise(
                    record.Id,
                    new ObligationSource(SourceKind.Ruling, record.Id.Value, 1),
                    record.Owner,
                    record.Judge,
                    DueTerm.Counted(Rulings.Execution(record.Body, record.Election, record.DecidedOn, context.Legal.Rules)),
                    record.Title
                ),
                context
            ),
        };

    /// <law>Rule 63: what was not done goes on under the same source, owner and judge, so that carrying over loses none.</law>
    private static Decision<ObligationEvent> TakeOver(Obligation obligation, ObligationCommand.TakeOver take, ObligationContext context) =>
        take.From switch
        {
            _ when obligation.Exists => new Refusal("obligation.exists"),
            { IsOpen: false } or { Source: null } => new Refusal("obligation.not-open"),
            var from => new ObligationEvent.Promised(
                take.Id,
                from.Source,
                from.Owner,
                from.Institution,
                from.Judge,
                take.On,
                EndOf(take.On, context),
                null,
                from.Id,
                take.Title
            ),
        };

    /// <law>Rule 63: evidence; of words, a link or files at least the words say what was done.</law>
    private static Decision<ObligationEvent> GiveEvidence(
        Obligation obligation,
        ObligationCommand.GiveEvidence give,
        ObligationContext context
    ) =>
        obligation.State switch
        {
            _ when Barred(obligation, ObligationAct.GiveEvidence, context.Actor) is { } no => no,
            ObligationState.EvidenceGiven => new Refusal("obligation.evidence-waits"),
            not (ObligationState.Promised or ObligationState.EvidenceRefused) => new Refusal("obligation.not-open"),
            _ when Wording.Check(nameof(give.Text), give.Text, required: true, longest: 5_000) is { } wrong => wrong,
            _ when CheckLink(give.Link) is { } wrong => wrong,
            _ => After(obligation, context, new ObligationEvent.EvidenceGiven(give.Text, give.Link, give.Evidence)),
        };

    /// <law>access.md: each side judges its own part; nobody judges what the own office owes. A refusal says why.</law>
    private static Decision<ObligationEvent> Refuse(
        Obligation obligation,
        ObligationCommand.RefuseEvidence refuse,
        ObligationContext context
    ) =>
        obligation.State switch
        {
            _ when Barred(obligation, ObligationAct.Judge, context.Actor) is { } no => no,
            not ObligationState.EvidenceGiven => new Refusal("obligation.nothing-to-judge"),
            _ when Wording.Check(nameof(refuse.Reason), refuse.Reason, required: true, longest: 2_000) is { } wrong => wrong,
            _ => new ObligationEvent.EvidenceRefused(refuse.Reason),
        };

    /// <law>access.md: each side judges its own part; nobody judges what the own office owes.</law>
    private static Decision<ObligationEvent> Accept(Obligation obligation, ObligationCommand.Accept accept, ObligationContext context) =>
        obligation.State switch
        {
            _ when Barred(obligation, ObligationAct.Judge, context.Actor) is { } no => no,
            not ObligationState.EvidenceGiven => new Refusal("obligation.nothing-to-judge"),
            _ when Wording.Check(nameof(accept.Note), accept.Note, required: false, longest: 2_000) is { } wrong => wrong,
            _ => new ObligationEvent.Accepted(accept.Note),
        };

    /// <law>Rule 63: an unfinished duty goes on with a new date, given by the one who judges, never by the one who owes.</law>
    private static Decision<ObligationEvent> CarryOver(
        Obligation obligation,
        ObligationCommand.CarryOver carry,
        ObligationContext context
    ) =>
        obligation.State switch
        {
            _ when Barred(obligation, ObligationAct.CarryOver, context.Actor) is { } no => no,
            ObligationState.EvidenceGiven => new Refusal("obligation.judge-first"),
            not (ObligationState.Promised or ObligationState.EvidenceRefused) => new Refusal("obligation.not-open"),
            _ when carry.On <= obligation.DueDate || carry.On < context.Legal.DayOf(context.At) => new Refusal(
                "obligation.not-later",
                nameof(carry.On)
            ),
            _ when Wording.Check(nameof(carry.Reason), carry.Reason, required: true, longest: 2_000) is { } wrong => wrong,
            _ => After(obligation, context, new ObligationEvent.CarriedOver(carry.Successor, carry.Reason)),
        };

    /// <law>Rule 62 by analogy: what is no longer asked is said so with a reason, by the one who judges.</law>
    private static Decision<ObligationEvent> Withdraw(
        Obligation obligation,
        ObligationCommand.Withdraw withdraw,
        ObligationContext context
    ) =>
        obligation.State switch
        {
            _ when Barred(obligation, ObligationAct.Withdraw, context.Actor) is { } no => no,
            ObligationState.EvidenceGiven => new Refusal("obligation.judge-first"),
            not (ObligationState.Promised or ObligationState.EvidenceRefused) => new Refusal("obligation.not-open"),
            _ when Wording.Check(nameof(withdraw.Reason), withdraw.Reason, required: true, longest: 2_000) is { } wrong => wrong,
            _ => After(obligation, context, new ObligationEvent.Withdrawn(withdraw.Reason)),
        };

    /// <law>Rule 20: lateness is recorded once, dated at the moment the period really ended. Evidence that lies with the judge stops it.</law>
    private static Decision<ObligationEvent> PassDue(Obligation obligation, ObligationContext context) =>
        obligation switch
        {
            _ when context.Actor is not Actor.System => new Refusal("obligation.unknown"),
            { SweepAt: null } => new Refusal("lapse.nothing-running"),
            { Due: var due } when due > context.At => new Refusal("lapse.not-due"),
            _ => new ObligationEvent.Overdue(obligation.Due),
        };

    /// <law>Rule 58: what still runs is counted again when the holidays change; the date that was told stays in the record.</law>
    private static Decision<ObligationEvent> Recount(Obligation obligation, ObligationContext context) =>
        context.Actor is not Actor.System || !obligation.Exists ? new Refusal("obligation.unknown")
        : obligation is { SweepAt: not null, Clock: { } clock } && Counting.Recount(clock, context.At, context.Legal) is { } counted
            ? new ObligationEvent.Recounted(counted, counted.DueDate!.Value, counted.Due!.Value)
        : new Refusal("recount.nothing-changed");

    /// <law>Rule 61: what an agreement asks for after its end is owed no longer; what was due before stays owed.</law>
    private static Decision<ObligationEvent> EndWithSource(
        Obligation obligation,
        ObligationCommand.EndWithSource end,
        ObligationContext context
    ) =>
        obligation switch
        {
            _ when context.Actor is not Actor.System => new Refusal("obligation.unknown"),
            { IsOpen: false } => new Refusal("obligation.not-open"),
            { State: ObligationState.EvidenceGiven } => new Refusal("obligation.judge-first"),
            { DueDate: var due } when due <= end.EndedOn => new Refusal("obligation.due-before-end"),
            _ => new ObligationEvent.Lapsed(end.EndedOn),
        };

    /// <summary>Who is not to know of it and who may not do it hear the same.</summary>
    private static Refusal? Barred(Obligation obligation, ObligationAct act, Actor actor) =>
        !obligation.Exists || !Access.May(actor, ObligationAct.Read, obligation.Subject) ? new Refusal("obligation.unknown")
        : !Access.May(actor, act, obligation.Subject) ? new Refusal("access.not-yours")
        : null;

    /// <summary>Lateness the sweep has not come to yet is recorded before the fact that would hide it.</summary>
    private static Decision<ObligationEvent> After(Obligation obligation, ObligationContext context, ObligationEvent fact) =>
        obligation.SweepAt <= context.At ? ImmutableArray.Create<ObligationEvent>(new ObligationEvent.Overdue(obligation.Due), fact) : fact;

    private static Refusal? CheckLink(string? link) =>
        Wording.Check("Link", link, required: false, oneLine: true, longest: 500)
        ?? (
            string.IsNullOrWhiteSpace(link)
            || (
                Uri.TryCreate(link, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            )
                ? null
                : new Refusal("obligation.link-unreadable", "Link")
        );

    private static Instant EndOf(LocalDate day, ObligationContext context) =>
        day.PlusDays(1).AtStartOfDayInZone(context.Legal.Zone).ToInstant();
}
