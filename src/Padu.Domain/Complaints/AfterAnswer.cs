using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>The last word is the complainant's: reply, rating, withdrawal, objection; and what a closed case still takes.</summary>
public static class AfterAnswer
{
    /// <law>Rule 17: a reply reopens; the case goes back to the unit. The finishing clock starts anew from the reply.</law>
    public static Decision<ComplaintEvent> Reply(Complaint complaint, ComplaintCommand.Reply reply, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Intake.Barred(complaint, Act.Follow, context) is { } no => no,
            not Stage.Answered => new Refusal("reply.not-answered"),
            _ when Wording.Check(nameof(reply.Text), reply.Text, required: true) is { } wrong => wrong,
            _ when Intake.CheckEvidence(reply.Evidence) is { } wrong => wrong,
            _ => new ComplaintEvent.Replied(reply.Text, reply.Evidence)
            {
                Clocks = [.. complaint.Meet(context.At, ClockKind.CounterReply, ClockKind.Notification), .. Periods(complaint, context)],
            },
        };

    /// <law>SP4N: the reporter judges how it was handled; only who filed, once, and only what was answered.</law>
    public static Decision<ComplaintEvent> Rate(Complaint complaint, ComplaintCommand.Rate rate, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Follow, context, alsoClosed: true) is { } no => no,
            { AnsweredAt: null } => new Refusal("rate.not-answered"),
            { Stage: not (Stage.Answered or Stage.Closed) } => new Refusal("rate.being-handled"),
            { Rating: not null } => new Refusal("rate.already-rated"),
            _ when rate.Ease is < 1 or > 5 => new Refusal("rate.out-of-range", nameof(rate.Ease)),
            _ when rate.Result is < 1 or > 5 => new Refusal("rate.out-of-range", nameof(rate.Result)),
            _ when Wording.Check(nameof(rate.Comment), rate.Comment, required: false, longest: 2_000) is { } wrong => wrong,
            _ => new ComplaintEvent.Rated(new Rating(rate.Ease, rate.Result), rate.Comment),
        };

    /// <law>UU 25/2009 art. 42; UU 37/2008 art. 36: who complained may take it back at any time and owes nobody a reason.</law>
    public static Decision<ComplaintEvent> Withdraw(Complaint complaint, ComplaintCommand.Withdraw withdraw, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Follow, context) is { } no => no,
            _ when complaint.IsAtOmbudsman => new Refusal("close.at-ombudsman"),
            _ when Wording.Check(nameof(withdraw.Reason), withdraw.Reason, required: false, longest: 2_000) is { } wrong => wrong,
            _ => ImmutableArray.Create<ComplaintEvent>(
                new ComplaintEvent.Withdrawn(withdraw.Reason),
                Closing.Close(complaint, ClosingReason.Withdrawn, null, context)
            ),
        };

    /// <law>
    /// Closing asks the complainant: an objection within the window of <c>padu.buka_kembali</c> opens the case under the same number. What was deemed
    /// withdrawn (UU 25/2009 art. 44(5)) opens at any time.
    /// </law>
    public static Decision<ComplaintEvent> Contest(Complaint complaint, ComplaintCommand.Contest objection, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Follow, context, alsoClosed: true) is { } no => no,
            { Stage: not Stage.Closed } => new Refusal("reopen.not-closed"),
            _ when !IsWindowOpen(complaint, context.At, context.Legal) => new Refusal(
                "reopen.window-over",
                null,
                Window(complaint, context.Legal)?.DueDate ?? default
            ),
            _ when Wording.Check(nameof(objection.Text), objection.Text, required: true) is { } wrong => wrong,
            _ when Intake.CheckEvidence(objection.Evidence) is { } wrong => wrong,
            _ => new ComplaintEvent.Objected(objection.Text, objection.Evidence) { Clocks = [.. Anew(complaint, context)] },
        };

    /// <law>An office corrects itself at any time, with a reason; the number and the history stay.</law>
    public static Decision<ComplaintEvent> Reopen(Complaint complaint, ComplaintCommand.Reopen reopen, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Reopen, context) is { } no => no,
            { Stage: not Stage.Closed } => new Refusal("reopen.not-closed"),
            _ when Wording.Check(nameof(reopen.Reason), reopen.Reason, required: true, longest: 2_000) is { } wrong => wrong,
            _ => new ComplaintEvent.Reopened(reopen.Reason) { Clocks = [.. Anew(complaint, context)] },
        };

    /// <law>The complainant is always heard: what is added is kept, also in a closed case, and an officer must see it.</law>
    public static Decision<ComplaintEvent> AddWord(Complaint complaint, ComplaintCommand.AddWord word, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Follow, context, alsoClosed: true) is { } no => no,
            _ when !TakesWord(complaint) => new Refusal("word.answer-instead"),
            _ when Wording.Check(nameof(word.Text), word.Text, required: true) is { } wrong => wrong,
            _ when Intake.CheckEvidence(word.Evidence) is { } wrong => wrong,
            _ => ImmutableArray.Create<ComplaintEvent>([
                new ComplaintEvent.WordAdded(word.Text, word.Evidence),
                // UU 25/2009 art. 49, rule 13: asked for at any time, and never taken back by an office.
                .. word.WishesApart && !complaint.WishesApart ? new[] { new ComplaintEvent.ApartWished() } : [],
            ]),
        };

    /// <summary>Says that it was read; an answer, a question and reopening say it too.</summary>
    public static Decision<ComplaintEvent> ReadWord(Complaint complaint, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.ReadWord, context) is { } no => no,
            { HasNewWord: false } => new Refusal("word.nothing-new"),
            _ => new ComplaintEvent.WordRead(),
        };

    /// <summary>Until when the complainant may object, day by day; null where there is no end, or nothing to object to.</summary>
    public static Explanation? Window(Complaint complaint, LegalContext legal) =>
        complaint is { Stage: Stage.Closed, ClosedAt: { } closed, ClosingReason: not ClosingReason.NotCompleted }
            ? Counting.Explain(legal.Rules.On(ComplaintClocks.Reopening, legal.DayOf(closed)), closed, [], legal)
            : null;

    /// <summary>Whether the complainant may object now.</summary>
    public static bool IsWindowOpen(Complaint complaint, Instant at, LegalContext legal) =>
        complaint.Stage == Stage.Closed && (Window(complaint, legal) is not { Due: { } due } || at < due);

    /// <summary>Whether the complainant may say how it was: something was answered, nothing is being done, and it was not said yet.</summary>
    public static bool TakesRating(Complaint complaint) =>
        complaint is { AnsweredAt: not null, Rating: null, Stage: Stage.Answered or Stage.Closed };

    /// <summary>Whether something may be added unasked; where the office waits for the complainant there is a form for that.</summary>
    public static bool TakesWord(Complaint complaint) =>
        complaint.Stage is Stage.Received or Stage.Verified or Stage.Assigned or Stage.AtOmbudsman or Stage.Closed;

    /// <summary>The clocks of a case that begins again where it stood.</summary>
    private static IEnumerable<Clock> Anew(Complaint complaint, ComplaintContext context) =>
        [
            .. complaint.AtWork == Stage.Received
                ? new[]
                {
                    context.Start(ClockKind.Verification, ComplaintClocks.Verification),
                    context.Start(ClockKind.Completeness, ComplaintClocks.Completeness),
                }
                : [],
            .. Periods(complaint, context),
        ];

    /// <summary>The answering and the finishing period, from now.</summary>
    internal static IEnumerable<Clock> Periods(Complaint complaint, ComplaintContext context) =>
        [
            context.Start(ClockKind.FirstAnswer, ComplaintClocks.FirstAnswer),
            context.Start(ClockKind.Resolution, ComplaintClocks.Resolution(complaint.Class)),
        ];
}
