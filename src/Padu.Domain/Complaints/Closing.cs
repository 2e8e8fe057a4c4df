using System.Collections.Immutable;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Acceptance, closing with a reason, and what happens when a clock runs out.</summary>
public static class Closing
{
    /// <law>SP4N: the complainant who is satisfied ends the case; rule 17.</law>
    public static Decision<ComplaintEvent> Accept(Complaint complaint, ComplaintCommand.Accept accept, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Intake.Barred(complaint, Act.Follow, context) is { } no => no,
            not Stage.Answered => new Refusal("accept.not-answered"),
            _ when Wording.Check(nameof(accept.Text), accept.Text, required: false, longest: 2_000) is { } wrong => wrong,
            _ => ImmutableArray.Create<ComplaintEvent>(
                new ComplaintEvent.Accepted(accept.Text)
                {
                    Clocks = [.. complaint.Meet(context.At, ClockKind.CounterReply, ClockKind.Notification)],
                },
                Close(complaint, ClosingReason.AcceptedByComplainant, null, context)
            ),
        };

    /// <law>
    /// UU 25/2009 art. 44(5) and rule 17: silence closes only when the complainant's window has passed, and then by a person while the rule is
    /// unconfirmed. UU 37/2008 art. 36 shapes the other reasons; each is explained in plain words. Rule 49: an entry in a party's register is not said to be
    /// gone without what shows it.
    /// </law>
    public static Decision<ComplaintEvent> Close(Complaint complaint, ComplaintCommand.Close close, ComplaintContext context) =>
        close.Reason switch
        {
            _ when Intake.Barred(complaint, Act.Close, context) is { } no => no,
            _ when complaint.IsAtOmbudsman => new Refusal("close.at-ombudsman"),
            ClosingReason.AcceptedByComplainant or ClosingReason.Withdrawn => new Refusal("close.complainants-own", nameof(close.Reason)),
            ClosingReason.Referred => new Refusal("close.by-transfer", nameof(close.Reason)),
            ClosingReason.NoCounterReply when complaint.Stage != Stage.Answered => new Refusal("close.not-answered", nameof(close.Reason)),
            ClosingReason.NoCounterReply when !HasPassed(complaint, ClockKind.CounterReply, context) => Early(
                complaint,
                ClockKind.CounterReply
            ),
            ClosingReason.NotCompleted when complaint.Stage != Stage.AwaitingCompletion => new Refusal(
                "close.nothing-requested",
                nameof(close.Reason)
            ),
            ClosingReason.NotCompleted when !HasPassed(complaint, ClockKind.Completion, context) => Early(complaint, ClockKind.Completion),
            _ when Wording.Check(nameof(close.Explanation), close.Explanation, required: true, longest: 4_000) is { } wrong => wrong,
            _ when PartyEntry.Check(complaint, close) is { } wrong => wrong,
            _ => ImmutableArray.Create<ComplaintEvent>([
                .. PartyEntry.Removed(complaint, close),
                Close(complaint, close.Reason, close.Explanation, context),
            ]),
        };

    /// <law>
    /// Rule 20: lateness is recorded once, dated at the moment the period really ended. A complainant's window closes the case by itself only
    /// under a rule that an institution has confirmed; an unconfirmed one leaves it to a person.
    /// </law>
    public static Decision<ComplaintEvent> Lapse(Complaint complaint, ComplaintCommand.Lapse lapse, ComplaintContext context)
    {
        if (context.Actor is not Actor.System)
        {
            return new Refusal("complaint.unknown");
        }

        if (!complaint.IsOpen || complaint.ClockOf(lapse.Kind) is not { Status: ClockStatus.Running, LapsedAt: null, Due: { } due } clock)
        {
            return new Refusal("lapse.nothing-running");
        }

        if (due > context.At)
        {
            return new Refusal("lapse.not-due");
        }

        var lapsed = new ComplaintEvent.ClockLapsed(lapse.Kind, due) { Clocks = [clock with { LapsedAt = due }] };
        if (lapse.Kind == ClockKind.Question)
        {
            return ImmutableArray.Create<ComplaintEvent>(lapsed, Questions.Lapsed(complaint, clock, due, context.Legal));
        }

        var rule = context.Legal.Rules.Behind(clock, context.Legal.DayOf(clock.TriggeredAt));
        ClosingReason? reason = lapse.Kind switch
        {
            // Silence closes nothing that lies with the Ombudsman.
            _ when complaint.IsAtOmbudsman => null,
            ClockKind.CounterReply when rule.IsConfirmed => ClosingReason.NoCounterReply,
            ClockKind.Completion when rule.IsConfirmed => ClosingReason.NotCompleted,
            _ => null,
        };
        return reason is not { } because ? lapsed : ImmutableArray.Create<ComplaintEvent>(lapsed, Close(complaint, because, null, context));
    }

    /// <law>Rule 58: open clocks are counted again when the holidays change; the dates that were told stay in the record.</law>
    public static Decision<ComplaintEvent> Recount(Complaint complaint, ComplaintContext context) =>
        context.Actor is not Actor.System || !complaint.Exists ? new Refusal("complaint.unknown")
        : complaint.Clocks.Recounted(context.At, context.Legal) is { IsEmpty: false } clocks
            ? new ComplaintEvent.ClocksRecounted { Clocks = clocks }
        : new Refusal("recount.nothing-changed");

    internal static ComplaintEvent.Closed Close(Complaint complaint, ClosingReason reason, string? explanation, ComplaintContext context) =>
        new(reason, explanation) { Clocks = [.. EndOf(complaint, reason, context)] };

    /// <summary>Acceptance meets the complainant's window; every other open clock ends.</summary>
    private static IEnumerable<Clock> EndOf(Complaint complaint, ClosingReason reason, ComplaintContext context) =>
        complaint
            .End(context.At)
            .Where(clock =>
                reason != ClosingReason.AcceptedByComplainant || clock.Kind is not (ClockKind.CounterReply or ClockKind.Notification)
            );

    private static bool HasPassed(Complaint complaint, ClockKind kind, ComplaintContext context) =>
        complaint.ClockOf(kind) is { Due: { } due } && due <= context.At;

    private static Refusal Early(Complaint complaint, ClockKind kind) =>
        new("close.window-open", nameof(ComplaintCommand.Close.Reason), complaint.ClockOf(kind)?.DueDate ?? default);
}
