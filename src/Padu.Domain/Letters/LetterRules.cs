using System.Collections.Immutable;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Letters;

/// <summary>Every request to a letter, decided: the one door for pages and the demonstration.</summary>
public static class LetterRules
{
    /// <summary>The longest body, in UTF-16 units.</summary>
    public const int LongestBody = 20_000;

    public static Decision<LetterEvent> Decide(Letter letter, LetterCommand command, LetterContext context) =>
        command switch
        {
            LetterCommand.Draft c => Draft(letter, c, context),
            LetterCommand.Redraft c => Redraft(letter, c, context),
            LetterCommand.Propose => Propose(letter, context),
            LetterCommand.Approve => Approve(letter, context),
            LetterCommand.Return c => Return(letter, c, context),
            LetterCommand.Issue c => Issue(letter, c, context),
            LetterCommand.Revoke c => Revoke(letter, c, context),
            LetterCommand.Discard => Discard(letter, context),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };

    /// <summary>The kinds of letters this actor may begin in the case now.</summary>
    public static ImmutableArray<LetterKind> Begins(Complaint complaint, Actor actor) =>
        [.. Enum.GetValues<LetterKind>().Where(kind => WhyNotBegin(complaint, kind, actor) is null)];

    /// <summary>The acts a page may offer this actor now.</summary>
    public static ImmutableArray<LetterAct> Offers(Letter letter, LetterContext context) =>
        [.. Acts.Where(act => Barred(letter, act, context) is null && Takes(letter, act, context))];

    private static readonly ImmutableArray<LetterAct> Acts =
    [
        LetterAct.Approve,
        LetterAct.Issue,
        LetterAct.Propose,
        LetterAct.Edit,
        LetterAct.Revoke,
        LetterAct.Discard,
    ];

    private static bool Takes(Letter letter, LetterAct act, LetterContext context) =>
        act switch
        {
            LetterAct.Edit => letter.State == LetterState.Draft,
            LetterAct.Propose => letter.State == LetterState.Draft && !letter.Kind.IsInternal(),
            LetterAct.Approve => letter.State == LetterState.Proposed && WhyNotSign(letter, context) is null,
            LetterAct.Issue => IsReady(letter) && Moved(letter, context.Complaint) is null,
            LetterAct.Revoke => letter.State == LetterState.Issued,
            LetterAct.Discard => letter.State is LetterState.Draft or LetterState.Approved,
            _ => false,
        };

    /// <law>Rule 36: a letter tells what was done in the case, so the case must have come to it. Rule 41: onward only with consent.</law>
    public static Refusal? WhyNot(Complaint complaint, LetterKind kind) =>
        kind switch
        {
            LetterKind.CompletionRequest when complaint.Stage != Stage.AwaitingCompletion => new Refusal("letter.nothing-asked"),
            LetterKind.Disposition when complaint.Unit is null => new Refusal("letter.not-assigned"),
            LetterKind.Answer when complaint is not { Stage: Stage.Answered or Stage.Closed, AnsweredAt: not null } => new Refusal(
                "letter.not-answered"
            ),
            LetterKind.Onward when complaint.Transfer is not { IsAgreed: true } => new Refusal("letter.no-consent"),
            LetterKind.Decision when complaint is not { Stage: Stage.Closed, ClosingReason: { } reason } || !reason.IsDecision() =>
                new Refusal("letter.no-decision"),
            LetterKind.Closing when complaint is not { Stage: Stage.Closed, ClosingReason: not null } => new Refusal("letter.not-closed"),
            _ => null,
        };

    private static Refusal? WhyNotBegin(Complaint complaint, LetterKind kind, Actor actor) =>
        Intake.Barred(complaint, kind.Documents(), actor, alsoClosed: true) ?? WhyNot(complaint, kind);

    /// <law>The letter is the office's that does the act; whoever may do the act may write it (access table).</law>
    private static Decision<LetterEvent> Draft(Letter letter, LetterCommand.Draft draft, LetterContext context) =>
        context.Actor switch
        {
            _ when letter.Exists => new Refusal("letter.exists"),
            _ when WhyNotBegin(context.Complaint, draft.Kind, context.Actor) is { } no => no,
            _ when CheckWords(draft.Subject, draft.Body) is { } wrong => wrong,
            Actor.Staff staff => new LetterEvent.Drafted(
                draft.Id,
                context.Complaint.Id,
                draft.Kind,
                staff.Office.Code,
                draft.Language,
                draft.Template,
                staff.Post,
                staff.Account,
                AddresseeOf(draft.Kind, context.Complaint),
                draft.Kind == LetterKind.Disposition ? context.Complaint.Unit : null,
                draft.Kind is LetterKind.Decision or LetterKind.Closing ? context.Complaint.ClosingReason : null,
                LetterText.Clean(draft.Subject),
                LetterText.Clean(draft.Body)
            ),
            _ => new Refusal("complaint.unknown"),
        };

    private static Decision<LetterEvent> Redraft(Letter letter, LetterCommand.Redraft redraft, LetterContext context) =>
        letter.State switch
        {
            _ when Barred(letter, LetterAct.Edit, context) is { } no => no,
            not LetterState.Draft => new Refusal("letter.not-a-draft"),
            _ when CheckWords(redraft.Subject, redraft.Body) is { } wrong => wrong,
            _ => new LetterEvent.Redrafted(
                ((Actor.Staff)context.Actor).Post,
                ((Actor.Staff)context.Actor).Account,
                LetterText.Clean(redraft.Subject),
                LetterText.Clean(redraft.Body)
            ),
        };

    private static Decision<LetterEvent> Propose(Letter letter, LetterContext context) =>
        letter.State switch
        {
            _ when Barred(letter, LetterAct.Propose, context) is { } no => no,
            _ when letter.Kind.IsInternal() => new Refusal("letter.needs-no-approval"),
            not LetterState.Draft => new Refusal("letter.not-a-draft"),
            _ => new LetterEvent.Proposed(),
        };

    /// <law>What leaves the institution a second person answers for: the head where the office wants that, who did not write it.</law>
    private static Decision<LetterEvent> Approve(Letter letter, LetterContext context) =>
        letter.State switch
        {
            _ when Barred(letter, LetterAct.Approve, context) is { } no => no,
            not LetterState.Proposed => new Refusal("letter.not-proposed"),
            _ when WhyNotSign(letter, context) is { } no => no,
            _ => new LetterEvent.Approved(((Actor.Staff)context.Actor).Post, ((Actor.Staff)context.Actor).Account),
        };

    private static Decision<LetterEvent> Return(Letter letter, LetterCommand.Return back, LetterContext context) =>
        letter.State switch
        {
            _ when Barred(letter, LetterAct.Approve, context) is { } no => no,
            not LetterState.Proposed => new Refusal("letter.not-proposed"),
            _ when WhyNotSign(letter, context) is { } no => no,
            _ when Wording.Check(nameof(back.Comment), back.Comment, required: true, longest: 2_000) is { } wrong => wrong,
            _ => new LetterEvent.Returned(back.Comment),
        };

    /// <law>Rule 12: the number is the next of the office's book of the year; it is taken with the writing and never given back.</law>
    private static Decision<LetterEvent> Issue(Letter letter, LetterCommand.Issue issue, LetterContext context) =>
        letter.State switch
        {
            _ when Barred(letter, LetterAct.Issue, context) is { } no => no,
            LetterState.Issued or LetterState.Revoked => new Refusal("letter.already-issued"),
            _ when !IsReady(letter) => new Refusal("letter.not-approved"),
            _ when Moved(letter, context.Complaint) is { } moved => moved,
            _ when CheckWords(issue.Subject, issue.Body) is { } wrong => wrong,
            _ => new LetterEvent.Issued(
                letter.Kind,
                letter.Office,
                context.Today,
                letter.Signatory ?? ((Actor.Staff)context.Actor).Post,
                LetterText.HashOf(
                    LetterText.Of(letter.Kind, letter.Office, context.Today, letter.Language, issue.Subject, issue.Body, issue.Signature)
                ),
                issue.Subject,
                issue.Body,
                issue.Signature
            ),
        };

    /// <law>UU 30/2014 art. 64: a decision is revoked by whoever took it, with a reason; the record of what went out stays.</law>
    private static Decision<LetterEvent> Revoke(Letter letter, LetterCommand.Revoke revoke, LetterContext context) =>
        letter.State switch
        {
            _ when Barred(letter, LetterAct.Revoke, context) is { } no => no,
            LetterState.Revoked => new Refusal("letter.already-revoked"),
            not LetterState.Issued => new Refusal("letter.not-issued"),
            _ when Wording.Check(nameof(revoke.Reason), revoke.Reason, required: true, longest: 2_000) is { } wrong => wrong,
            _ => new LetterEvent.Revoked(context.Today, revoke.Reason),
        };

    private static Decision<LetterEvent> Discard(Letter letter, LetterContext context) =>
        letter.State switch
        {
            _ when Barred(letter, LetterAct.Discard, context) is { } no => no,
            LetterState.Draft or LetterState.Approved => new LetterEvent.Discarded(),
            _ => new Refusal("letter.not-a-draft"),
        };

    private static bool IsReady(Letter letter) =>
        letter.State == LetterState.Approved || (letter.State == LetterState.Draft && letter.Kind.IsInternal());

    /// <summary>What the case says now must still be what the letter tells.</summary>
    private static Refusal? Moved(Letter letter, Complaint complaint) =>
        WhyNot(complaint, letter.Kind)
        ?? (
            letter.Addressee != AddresseeOf(letter.Kind, complaint)
            || (letter.Unit is { } unit && complaint.Unit != unit)
            || (letter.Reason is { } reason && complaint.ClosingReason != reason)
                ? new Refusal("letter.case-moved")
                : null
        );

    private static OfficeCode? AddresseeOf(LetterKind kind, Complaint complaint) =>
        kind switch
        {
            LetterKind.Onward => complaint.Transfer!.Addressee,
            LetterKind.Disposition => complaint.Handler,
            _ => null,
        };

    private static Refusal? WhyNotSign(Letter letter, LetterContext context) =>
        context.Actor switch
        {
            _ when !context.NeedsApproval => null,
            Actor.Staff { Role: not Role.Head } => new Refusal("letter.head-signs"),
            Actor.Staff staff when letter.Authors.Contains(staff.Account) => new Refusal("letter.own-draft"),
            _ => null,
        };

    private static Refusal? CheckWords(string subject, string body) =>
        Wording.Check("Subject", subject, required: true, oneLine: true, longest: 200)
        ?? Wording.Check("Body", body, required: true, longest: LongestBody)
        ?? LetterTemplateText.Unfilled("Subject", subject)
        ?? LetterTemplateText.Unfilled("Body", body);

    /// <summary>Who is not to know of it and who may not do it hear the same as of a case.</summary>
    private static Refusal? Barred(Letter letter, LetterAct act, LetterContext context)
    {
        var subject = letter.SubjectIn(context.Complaint.Subject);
        return !letter.Exists || !context.Complaint.Exists || !Access.May(context.Actor, LetterAct.Read, subject)
                ? new Refusal("letter.unknown")
            : !Access.May(context.Actor, act, subject) ? new Refusal("access.not-yours")
            // What was taken back or given up before the erasure stays readable; nothing new is written about somebody who was erased.
            : context.Complaint.IsErased && act is not (LetterAct.Revoke or LetterAct.Discard) ? new Refusal("complaint.erased")
            : null;
    }
}
