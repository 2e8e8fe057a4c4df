using System.Collections.Immutable;
using Padu.Domain.Organisations;

namespace Padu.Domain.Agreements;

/// <summary>From the first draft to the last signature.</summary>
public static class Negotiating
{
    /// <law>Rule 61: memorandum → cooperation agreement → action plan → activity; a plan hangs under a signed agreement, an activity under a plan.</law>
    internal static Decision<AgreementEvent> Begin(Agreement agreement, AgreementCommand.Begin begin, AgreementContext context)
    {
        var partners = begin.Parent.Exists && !IsHistory(begin.Parent) ? begin.Parent.Parties : Partners(begin, context.Actor);
        var refused =
            agreement.Exists ? new Refusal("agreement.exists")
            : !Access.MayDraft(context.Actor) ? new Refusal("access.not-yours")
            : WrongParent(begin) ?? WrongRenewal(begin) ?? WrongParties(partners, context.Actor) ?? Check(begin.First);
        return refused is not null
            ? refused
            : ImmutableArray.Create<AgreementEvent>(
                new AgreementEvent.Begun(
                    begin.Id,
                    begin.Code,
                    begin.Kind,
                    begin.Parent.Exists ? begin.Parent.Id : null,
                    begin.Renews.Exists ? begin.Renews.Id : null,
                    partners
                ),
                Written(begin.First, 1, (Actor.Staff)context.Actor)
            );
    }

    /// <law>Rule 61: negotiated in drafts by both sides; a new draft needs both approvals anew. What somebody has signed is changed no more.</law>
    internal static Decision<AgreementEvent> Draft(Agreement agreement, AgreementCommand.Draft draft, AgreementContext context) =>
        agreement switch
        {
            _ when AgreementRules.Barred(agreement, AgreementAct.Draft, context.Actor) is { } no => no,
            { Stage: not (AgreementStage.Draft or AgreementStage.Approved) } or { SignedBy.IsEmpty: false } => new Refusal(
                "agreement.no-longer-draft"
            ),
            _ when Check(draft) is { } wrong => wrong,
            _ => Written(draft, agreement.Draft + 1, (Actor.Staff)context.Actor),
        };

    /// <law>Rule 61: each draft is approved by every party before signing; who approves speaks for the own office only, and not for an own draft.</law>
    internal static Decision<AgreementEvent> Approve(Agreement agreement, AgreementCommand.Approve approve, AgreementContext context) =>
        agreement switch
        {
            _ when AgreementRules.Barred(agreement, AgreementAct.Approve, context.Actor) is { } no => no,
            { Stage: not AgreementStage.Draft } => new Refusal("agreement.no-longer-draft"),
            _ when approve.Number != agreement.Draft => new Refusal("agreement.newer-draft"),
            _ when agreement.ApprovedBy.Contains(context.Actor.OfficeOf!.Value) => new Refusal("agreement.already-approved"),
            _ when context.Actor is Actor.Staff staff && staff.Post == agreement.WriterPost => new Refusal("agreement.own-draft"),
            _ => new AgreementEvent.Approved(agreement.Draft, context.Actor.OfficeOf!.Value),
        };

    /// <law>Rule 61: number, parties, signatories with their posts, place and date; after both approvals, on a day that is not to come.</law>
    internal static Decision<AgreementEvent> Sign(Agreement agreement, AgreementCommand.Sign sign, AgreementContext context) =>
        agreement.Stage switch
        {
            _ when AgreementRules.Barred(agreement, AgreementAct.Sign, context.Actor) is { } no => no,
            AgreementStage.Draft => new Refusal("agreement.not-approved"),
            not AgreementStage.Approved => new Refusal("agreement.no-longer-draft"),
            _ when agreement.SignedBy.Contains(context.Actor.OfficeOf!.Value) => new Refusal("agreement.already-signed"),
            _ when sign.On > context.Today => new Refusal("agreement.signed-in-future", nameof(sign.On)),
            _ when sign.On < context.Legal.DayOf(agreement.BegunAt) => new Refusal("agreement.signed-before-draft", nameof(sign.On)),
            _ when Wording.FirstOf(
                    Wording.Check(nameof(sign.Place), sign.Place, required: true, oneLine: true),
                    Wording.Check(nameof(sign.Name), sign.Name, required: true, oneLine: true),
                    Wording.Check(nameof(sign.Post), sign.Post, required: true, oneLine: true),
                    Wording.Check(nameof(sign.Number), sign.Number, required: false, oneLine: true)
                )
                    is { } wrong => wrong,
            _ => new AgreementEvent.SignatureGiven(
                context.Actor.OfficeOf!.Value,
                sign.On,
                sign.Place,
                new Signatory(sign.Name, sign.Post, sign.Number)
            ),
        };

    private static ImmutableArray<OfficeCode> Partners(AgreementCommand.Begin begin, Actor actor) =>
        actor is Actor.Staff staff
        && begin.Partner is { Institution: not Institution.Other, Level: OfficeLevel.Province } partner
        && partner.Institution != staff.Office.Institution
            ? [.. new[] { staff.Office.Code, partner.Code }.OrderBy(code => code.Value, StringComparer.Ordinal)]
            : [];

    private static Refusal? WrongParties(ImmutableArray<OfficeCode> parties, Actor actor) =>
        parties.Length < 2 ? new Refusal("agreement.no-partner", nameof(AgreementCommand.Begin.Partner))
        : !parties.Contains(actor.OfficeOf!.Value) ? new Refusal("access.not-yours")
        : null;

    private static bool IsHistory(Agreement agreement) => agreement.Stage == AgreementStage.Archive;

    private static Refusal? WrongParent(AgreementCommand.Begin begin) =>
        (begin.Kind, begin.Parent) switch
        {
            (AgreementKind.Memorandum or AgreementKind.Cooperation, { Exists: false }) => null,
            (AgreementKind.Cooperation, { Kind: AgreementKind.Memorandum, Stage: AgreementStage.InForce or AgreementStage.Archive }) =>
                null,
            (AgreementKind.Plan, { NeedsSignatures: true, Stage: AgreementStage.InForce }) => null,
            (AgreementKind.Activity, { Kind: AgreementKind.Plan, Stage: AgreementStage.InForce }) => null,
            _ => new Refusal("agreement.wrong-parent"),
        };

    private static Refusal? WrongRenewal(AgreementCommand.Begin begin) =>
        begin.Renews switch
        {
            { Exists: false } => null,
            // A plan or activity is never signed, and it is the last signature that renews: a new one simply follows.
            { Stage: AgreementStage.InForce or AgreementStage.Ended, NeedsSignatures: true } old when old.Kind == begin.Kind => null,
            _ => new Refusal("agreement.not-renewable"),
        };

    private static Refusal? Check(AgreementCommand.Draft draft) =>
        Wording.Check(nameof(draft.Title), draft.Title, required: true, oneLine: true)
        ?? Wording.Check(nameof(draft.Purpose), draft.Purpose, required: false, longest: 5_000)
        ?? Wording.Check(nameof(draft.Place), draft.Place, required: false, oneLine: true)
        ?? Wording.Check(nameof(draft.Note), draft.Note, required: false, longest: 2_000)
        ?? (
            draft.Scopes.IsDefaultOrEmpty ? new Refusal("agreement.no-scope", nameof(draft.Scopes))
            : draft.Term is { Starts: { } starts, Ends: { } ends } && ends < starts ? new Refusal("agreement.ends-before-start", "Ends")
            : draft.Clauses.IsDefaultOrEmpty ? new Refusal("agreement.no-clause", nameof(draft.Clauses))
            : draft.Clauses.Length > AgreementRules.MostClauses
                ? new Refusal("agreement.too-many-clauses", nameof(draft.Clauses), AgreementRules.MostClauses)
            : draft
                .Clauses.Select(clause => Wording.Check(nameof(draft.Clauses), clause, required: true, longest: 2_000))
                .FirstOrDefault(wrong => wrong is not null)
        );

    private static AgreementEvent.Drafted Written(AgreementCommand.Draft draft, int number, Actor.Staff writer) =>
        new(
            number,
            writer.Office.Code,
            writer.Post,
            [.. draft.Scopes.Distinct().Order()],
            draft.Term,
            draft.Clauses.Length,
            new AgreementText(
                draft.Title,
                draft.Purpose,
                draft.Place,
                [.. draft.Clauses.Select((text, index) => new Clause(index + 1, text))]
            ),
            draft.Note
        );
}
