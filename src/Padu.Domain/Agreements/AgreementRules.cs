using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;

namespace Padu.Domain.Agreements;

/// <summary>Every request to an agreement, decided: the one door for pages, the demonstration and the sweep.</summary>
public static class AgreementRules
{
    public const int MostClauses = 40;

    public static readonly RuleCode ExpiryWarning = new("padu.peringatan_berakhir");

    public static Decision<AgreementEvent> Decide(Agreement agreement, AgreementCommand command, AgreementContext context) =>
        command switch
        {
            AgreementCommand.Begin c => Negotiating.Begin(agreement, c, context),
            AgreementCommand.Draft c => Negotiating.Draft(agreement, c, context),
            AgreementCommand.Approve c => Negotiating.Approve(agreement, c, context),
            AgreementCommand.Sign c => Negotiating.Sign(agreement, c, context),
            AgreementCommand.AddDocuments c => AddDocuments(agreement, c, context),
            AgreementCommand.End c => End(agreement, c, context),
            AgreementCommand.BeRenewed c => BeRenewed(agreement, c, context),
            AgreementCommand.Evaluate c => Evaluate(agreement, c, context),
            AgreementCommand.AgreeEvaluation c => AgreeEvaluation(agreement, c, context),
            AgreementCommand.PassTime => PassTime(agreement, context),
            AgreementCommand.Record c => Record(agreement, c, context),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };

    /// <summary>The acts a page may offer this actor now.</summary>
    public static ImmutableArray<AgreementAct> Offers(Agreement agreement, Actor actor) =>
        [.. Acts.Where(act => Barred(agreement, act, actor) is null && Takes(agreement, act, actor))];

    /// <law>Rule 61: a clause of an agreement in force, or an item of a plan, may become an obligation of an office; each by its number.</law>
    public static Refusal? MayPromise(Agreement agreement, int item, Actor actor) =>
        Barred(agreement, AgreementAct.Promise, actor)
        ?? (
            agreement.Stage != AgreementStage.InForce ? new Refusal("agreement.not-in-force")
            : item < 1 || item > agreement.Clauses ? new Refusal("agreement.no-such-clause", "Item")
            : null
        );

    /// <law>Rule 61: evaluation, every year in which it held.</law>
    public static bool LacksEvaluation(Agreement agreement, int year) =>
        agreement is { NeedsSignatures: true, SignedOn: { } signed }
        && signed.Year <= year
        && (agreement.EndedOn is not { } ended || ended.Year >= year)
        && agreement.Evaluations.All(one => one.Year != year);

    public static SourceKind SourceOf(AgreementKind kind) =>
        kind is AgreementKind.Plan or AgreementKind.Activity ? SourceKind.PlanItem : SourceKind.Clause;

    /// <summary>When the sweep must look: at the warning, then at the end of the last day; null where no end is stated.</summary>
    public static LocalDate? LooksAgainOn(Agreement agreement, LegalContext legal) =>
        agreement is not { Stage: AgreementStage.InForce, Term.Ends: { } ends } ? null
        : agreement.WarnedOf == ends ? ends.PlusDays(1)
        : WarnsOn(ends, legal);

    private static readonly ImmutableArray<AgreementAct> Acts =
    [
        AgreementAct.Approve,
        AgreementAct.Sign,
        AgreementAct.Draft,
        AgreementAct.Promise,
        AgreementAct.AgreeEvaluation,
        AgreementAct.Evaluate,
        AgreementAct.AddDocument,
        AgreementAct.End,
    ];

    private static bool Takes(Agreement agreement, AgreementAct act, Actor actor) =>
        act switch
        {
            AgreementAct.Draft => agreement.Stage == AgreementStage.Draft
                || (agreement is { Stage: AgreementStage.Approved, SignedBy.IsEmpty: true }),
            AgreementAct.Approve => agreement.Stage == AgreementStage.Draft && !agreement.ApprovedBy.Contains(actor.OfficeOf!.Value),
            AgreementAct.Sign => agreement.Stage == AgreementStage.Approved && !agreement.SignedBy.Contains(actor.OfficeOf!.Value),
            AgreementAct.Promise => agreement is { Stage: AgreementStage.InForce, Clauses: > 0 },
            AgreementAct.AddDocument => true,
            AgreementAct.End => agreement.Stage == AgreementStage.InForce,
            AgreementAct.Evaluate => agreement is { NeedsSignatures: true, Stage: AgreementStage.InForce or AgreementStage.Ended },
            AgreementAct.AgreeEvaluation => agreement.Evaluations.Any(one => one.AgreedBy is null && one.Writer != actor.OfficeOf),
            _ => false,
        };

    /// <law>Rule 61: the documents of an agreement are kept, each by its fingerprint.</law>
    private static Decision<AgreementEvent> AddDocuments(
        Agreement agreement,
        AgreementCommand.AddDocuments add,
        AgreementContext context
    ) =>
        Barred(agreement, AgreementAct.AddDocument, context.Actor) is { } no ? no
        : add.Documents.IsDefaultOrEmpty ? new Refusal("agreement.no-document", "Files")
        : new AgreementEvent.DocumentsAdded(add.Documents);

    /// <law>Rule 61: an agreement ends; who ended it says why, and the day is not before it was signed nor after today.</law>
    private static Decision<AgreementEvent> End(Agreement agreement, AgreementCommand.End end, AgreementContext context) =>
        agreement.Stage switch
        {
            _ when Barred(agreement, AgreementAct.End, context.Actor) is { } no => no,
            not AgreementStage.InForce => new Refusal("agreement.not-in-force"),
            _ when end.On > context.Today || end.On < agreement.SignedOn => new Refusal("agreement.ending-out-of-range", nameof(end.On)),
            _ when Wording.Check(nameof(end.Reason), end.Reason, required: true, longest: 2_000) is { } wrong => wrong,
            _ => new AgreementEvent.Ended(EndingKind.Ended, end.On, end.Reason),
        };

    /// <law>Rule 61: renewed by a successor; decided with the successor's last signature.</law>
    private static Decision<AgreementEvent> BeRenewed(Agreement agreement, AgreementCommand.BeRenewed renew, AgreementContext context) =>
        agreement.Stage switch
        {
            _ when Barred(agreement, AgreementAct.Sign, context.Actor) is { } no => no,
            not (AgreementStage.InForce or AgreementStage.Ended) => new Refusal("agreement.not-renewable"),
            _ => new AgreementEvent.Renewed(renew.Successor),
        };

    /// <law>Rule 61: evaluation. Of a year that has begun and in which it held; the later text replaces the earlier until both agree.</law>
    private static Decision<AgreementEvent> Evaluate(Agreement agreement, AgreementCommand.Evaluate evaluate, AgreementContext context) =>
        agreement switch
        {
            _ when Barred(agreement, AgreementAct.Evaluate, context.Actor) is { } no => no,
            { NeedsSignatures: false } or { Stage: not (AgreementStage.InForce or AgreementStage.Ended) } => new Refusal(
                "agreement.not-in-force"
            ),
            _ when evaluate.Year > context.Today.Year || evaluate.Year < agreement.SignedOn?.Year => new Refusal(
                "evaluation.year-out-of-range",
                nameof(evaluate.Year)
            ),
            _ when agreement.Evaluations.Any(one => one.Year == evaluate.Year && one.AgreedBy is not null) => new Refusal(
                "evaluation.already-agreed",
                nameof(evaluate.Year)
            ),
            _ when Wording.Check(nameof(evaluate.Text), evaluate.Text, required: true) is { } wrong => wrong,
            _ => new AgreementEvent.Evaluated(evaluate.Year, context.Actor.OfficeOf!.Value, evaluate.Text),
        };

    /// <law>Rule 61: the evaluation is joint, so the side that wrote it does not agree with itself. What the figures were that day stays beside it.</law>
    private static Decision<AgreementEvent> AgreeEvaluation(
        Agreement agreement,
        AgreementCommand.AgreeEvaluation agree,
        AgreementContext context
    ) =>
        agreement.Evaluations.FirstOrDefault(one => one.Year == agree.Year) switch
        {
            _ when Barred(agreement, AgreementAct.AgreeEvaluation, context.Actor) is { } no => no,
            null => new Refusal("evaluation.unknown", nameof(agree.Year)),
            { AgreedBy: not null } => new Refusal("evaluation.already-agreed", nameof(agree.Year)),
            { Writer: var writer } when writer == context.Actor.OfficeOf => new Refusal("evaluation.own"),
            _ => ImmutableArray.Create<AgreementEvent>(
                new AgreementEvent.EvaluationAgreed(agree.Year, context.Actor.OfficeOf!.Value),
                new AgreementEvent.EvaluationFrozen(agree.Year, agree.Figures)
            ),
        };

    /// <law>Rule 61: a renewal alert before the end, once; at the end it ends, dated at its last day, however late the sweep comes.</law>
    private static Decision<AgreementEvent> PassTime(Agreement agreement, AgreementContext context) =>
        agreement switch
        {
            _ when context.Actor is not Actor.System => new Refusal("agreement.unknown"),
            not { Stage: AgreementStage.InForce, Term.Ends: not null } => new Refusal("lapse.nothing-running"),
            { Term.Ends: { } ends } when ends < context.Today => new AgreementEvent.Ended(EndingKind.Expired, ends, null),
            { Term.Ends: { } ends } when agreement.WarnedOf == ends || WarnsOn(ends, context.Legal) > context.Today => new Refusal(
                "lapse.not-due"
            ),
            { Term.Ends: var ends } => new AgreementEvent.ExpiryWarned(ends.Value),
        };

    /// <law>Issue of the origin: only what a source says, each statement with its source; by the loader, once.</law>
    private static Decision<AgreementEvent> Record(Agreement agreement, AgreementCommand.Record record, AgreementContext context) =>
        agreement switch
        {
            _ when context.Actor is not Actor.System => new Refusal("agreement.unknown"),
            { Exists: true } => new Refusal("agreement.exists"),
            _ when record.History.Statements is not { IsDefaultOrEmpty: false } said => new Refusal("agreement.nothing-stated"),
            _ when record.History.Statements.Value.Any(one => string.IsNullOrWhiteSpace(one.Source)) => new Refusal(
                "agreement.statement-without-source"
            ),
            _ => record.History,
        };

    /// <summary>Who is not to know of it and who may not do it hear nothing of the difference outside the desk.</summary>
    internal static Refusal? Barred(Agreement agreement, AgreementAct act, Actor actor) =>
        !agreement.Exists || !Access.May(actor, AgreementAct.Read, agreement.Subject) ? new Refusal("agreement.unknown")
        : agreement.Stage == AgreementStage.Archive ? new Refusal("agreement.archive")
        : !Access.May(actor, act, agreement.Subject) ? new Refusal("access.not-yours")
        : null;

    private static LocalDate WarnsOn(LocalDate ends, LegalContext legal) => ends.PlusDays(-legal.Rules.On(ExpiryWarning, ends).Amount);
}
