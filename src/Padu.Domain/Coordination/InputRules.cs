using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Coordination;

/// <summary>Every request to an input, decided: the one door for pages, the demonstration and the sweep.</summary>
public static class InputRules
{
    /// <summary>Until when an office answers an input.</summary>
    public static readonly RuleCode AnswerTerm = new("padu.masukan");

    /// <summary>More parts are several inputs.</summary>
    public const int MostParts = 10;

    public static Decision<InputEvent> Decide(Input input, InputCommand command, InputContext context) =>
        command switch
        {
            InputCommand.Give c => Give(input, c, context),
            InputCommand.Acknowledge c => Acknowledge(input, c, context),
            InputCommand.Answer c => Answer(input, c, context),
            InputCommand.TellChange c => TellChange(input, c, context),
            InputCommand.Publish c => Publish(input, c, context),
            InputCommand.Erase => Erase(input, context),
            InputCommand.PassDue => PassDue(input, context),
            InputCommand.Recount => Recount(input, context),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };

    /// <summary>The acts a page may offer this actor now.</summary>
    public static ImmutableArray<InputAct> Offers(Input input, Actor actor) =>
        [.. Acts.Where(act => Barred(input, act, actor) is null && Takes(input, act))];

    private static readonly ImmutableArray<InputAct> Acts = [InputAct.Answer, InputAct.Acknowledge, InputAct.TellChange, InputAct.Publish];

    private static bool Takes(Input input, InputAct act) =>
        act switch
        {
            InputAct.Acknowledge => input.State == InputState.Received,
            InputAct.Answer => input.IsWaiting,
            InputAct.TellChange => input.State is InputState.Accepted or InputState.Partly,
            InputAct.Publish => !input.IsWaiting && !input.IsPublished,
            _ => false,
        };

    /// <law>Rule 62: an input of the Ombudsman, of an office, of an election participant or of anybody; it has an answer by a day.</law>
    private static Decision<InputEvent> Give(Input input, InputCommand.Give give, InputContext context)
    {
        var staff = context.Actor as Actor.Staff;
        var refused =
            input.Exists ? new Refusal("input.exists")
            : staff is not null && !Access.MayGiveInput(staff) ? new Refusal("access.not-yours")
            : staff is null && context.Actor is not Actor.Complainant ? new Refusal("access.not-yours")
            : give.To is null or { Institution: Institution.Other } ? new Refusal("input.unknown-office", nameof(give.To))
            : staff?.Office.Code == give.To.Code ? new Refusal("input.to-itself", nameof(give.To))
            : staff is null && give.Author is not (InputAuthor.Public or InputAuthor.Participant)
                ? new Refusal("input.author-unknown", nameof(give.Author))
            : staff is null == give.Verifier is null ? new Refusal("input.no-code")
            : Wording.FirstOf(
                Wording.Check(nameof(give.Title), give.Title, required: true, oneLine: true),
                Wording.Check(nameof(give.Text), give.Text, required: true),
                CheckEmail(give.Email)
            );
        if (refused is not null)
        {
            return refused;
        }

        var received = new InputEvent.Received(
            give.Id,
            give.Number,
            give.AuthorId,
            staff is null ? give.Author
                : staff.Office.Institution == Institution.Ombudsman ? InputAuthor.Ombudsman
                : InputAuthor.KpuOffice,
            give.Topic,
            give.To!.Code,
            give.To.Institution,
            staff?.Office.Code,
            give.Verifier,
            give.Language,
            Counting.Start(ClockKind.InputAnswer, AnswerTerm, context.At, context.Legal),
            give.Title,
            give.Text
        );
        return string.IsNullOrWhiteSpace(give.Email) || staff is not null
            ? received
            : ImmutableArray.Create<InputEvent>(received, new InputEvent.Reachable(give.Email));
    }

    private static Decision<InputEvent> Acknowledge(Input input, InputCommand.Acknowledge acknowledge, InputContext context) =>
        input.State switch
        {
            _ when Barred(input, InputAct.Acknowledge, context.Actor) is { } no => no,
            not InputState.Received => new Refusal("input.already-read"),
            _ when Wording.Check(nameof(acknowledge.Note), acknowledge.Note, required: false, longest: 2_000) is { } wrong => wrong,
            _ => new InputEvent.Acknowledged(acknowledge.Note),
        };

    /// <law>Rule 62: accepted, partly accepted or declined, always with words; each accepted part becomes one obligation, and nothing else does.</law>
    private static Decision<InputEvent> Answer(Input input, InputCommand.Answer answer, InputContext context)
    {
        var refused =
            Barred(input, InputAct.Answer, context.Actor)
            ?? (
                !input.IsWaiting ? new Refusal("input.already-answered")
                : Wording.Check(nameof(answer.Words), answer.Words, required: true, longest: 5_000) is { } wrong ? wrong
                : answer.Verdict == InputVerdict.Decline && answer.Parts.Length > 0
                    ? new Refusal("input.declined-with-parts", nameof(answer.Parts))
                : answer.Verdict != InputVerdict.Decline && answer.Parts.IsEmpty ? new Refusal("input.no-part", nameof(answer.Parts))
                : answer.Parts.Length > MostParts ? new Refusal("input.too-many-parts", nameof(answer.Parts), MostParts)
                : answer.Parts.Length != answer.Promised.Length || answer.Promised.Distinct().Count() != answer.Promised.Length
                    ? new Refusal("input.part-without-obligation", nameof(answer.Parts))
                : answer
                    .Parts.Select(part => Wording.Check(nameof(answer.Parts), part, required: true, longest: 500))
                    .FirstOrDefault(one => one is not null)
            );
        return refused is not null
            ? refused
            : After(input, context, new InputEvent.Answered(answer.Verdict, answer.Promised, answer.Words, answer.Parts));
    }

    /// <law>Rule 62 and expectation 11: what changed is shown back, once nothing of it is owed any more.</law>
    private static Decision<InputEvent> TellChange(Input input, InputCommand.TellChange tell, InputContext context) =>
        input.State switch
        {
            _ when Barred(input, InputAct.TellChange, context.Actor) is { } no => no,
            not (InputState.Accepted or InputState.Partly) => new Refusal("input.nothing-to-change"),
            _ when tell.StillOwed > 0 => new Refusal("input.still-owed", null, tell.StillOwed),
            _ when Wording.Check(nameof(tell.Change), tell.Change, required: true, longest: 5_000) is { } wrong => wrong,
            _ => new InputEvent.ChangeTold(tell.Change),
        };

    /// <law>Only the office's own words are published: an author's could name somebody.</law>
    private static Decision<InputEvent> Publish(Input input, InputCommand.Publish publish, InputContext context) =>
        input switch
        {
            _ when Barred(input, InputAct.Publish, context.Actor) is { } no => no,
            { IsWaiting: true } => new Refusal("input.not-answered"),
            { IsPublished: true } => new Refusal("input.already-published"),
            _ when Wording.Check(nameof(publish.Asked), publish.Asked, required: true, longest: 2_000) is { } wrong => wrong,
            _ => new InputEvent.Published(publish.Asked),
        };

    /// <law>
    /// UU 27/2022 art. 8 and 16(2)(g): the author lets the own data be erased; nothing obliges the office to keep who suggested something. Art. 42–43: the
    /// custodian does it when the time of keeping is over, or when the author asks at a desk. What an office wrote is its record and stays.
    /// </law>
    private static Decision<InputEvent> Erase(Input input, InputContext context) =>
        input switch
        {
            { Exists: false } or { From: not null } => new Refusal("input.unknown"),
            _ when !Access.MayErase(context.Actor, input.AuthorId, input.Institution) => new Refusal("input.unknown"),
            { IsErased: true } => new Refusal("input.already-erased"),
            _ => new InputEvent.Erased(),
        };

    /// <law>Rule 20: lateness is recorded once, dated at the moment the period really ended.</law>
    private static Decision<InputEvent> PassDue(Input input, InputContext context) =>
        input switch
        {
            _ when context.Actor is not Actor.System => new Refusal("input.unknown"),
            { SweepAt: null } => new Refusal("lapse.nothing-running"),
            { SweepAt: var due } when due > context.At => new Refusal("lapse.not-due"),
            _ => new InputEvent.Overdue(input.SweepAt.Value),
        };

    /// <law>Rule 58: what still runs is counted again when the holidays change.</law>
    private static Decision<InputEvent> Recount(Input input, InputContext context) =>
        context.Actor is not Actor.System || !input.Exists ? new Refusal("input.unknown")
        : input is { SweepAt: not null, Clock: { } clock } && Counting.Recount(clock, context.At, context.Legal) is { } counted
            ? new InputEvent.Recounted(counted)
        : new Refusal("recount.nothing-changed");

    /// <summary>Who is not to know of it and who may not do it hear the same.</summary>
    private static Refusal? Barred(Input input, InputAct act, Actor actor) =>
        !input.Exists || !Access.May(actor, InputAct.Read, input.Subject) ? new Refusal("input.unknown")
        : !Access.May(actor, act, input.Subject) ? new Refusal("access.not-yours")
        : null;

    /// <summary>Lateness the sweep has not come to yet is recorded before the fact that would hide it.</summary>
    private static Decision<InputEvent> After(Input input, InputContext context, InputEvent fact) =>
        input.SweepAt is { } due && due <= context.At ? ImmutableArray.Create(new InputEvent.Overdue(due), fact) : fact;

    private static Refusal? CheckEmail(string? email) =>
        Wording.Check("Email", email, required: false, oneLine: true, longest: 254)
        ?? (
            string.IsNullOrWhiteSpace(email)
            || (email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && email.LastIndexOf('@') == at && at < email.Length - 3)
                && !email.Any(char.IsWhiteSpace)
                ? null
                : new Refusal("input.email-unreadable", "Email")
        );
}
