using System.Collections.Immutable;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>The answer: sent by the unit itself, or proposed to the head, who lets it out or gives it back.</summary>
public static class Drafting
{
    /// <law>
    /// SP4N first answer and finishing (rules 16, 18), UU 25/2009 art. 50(1)–(2). The answer opens the complainant's window (rule 17); who left no
    /// e-mail must be told by the office within the notification period (rule 9). Whether a head must approve is the office's own rule.
    /// </law>
    public static Decision<ComplaintEvent> Answer(Complaint complaint, ComplaintCommand.Answer answer, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Barred(complaint, Act.Answer, context) is { } no => no,
            _ when context.NeedsApproval => new Refusal("answer.needs-approval"),
            _ when Wording.Check(nameof(answer.Text), answer.Text, required: true) is { } wrong => wrong,
            _ when Intake.CheckEvidence(answer.Evidence) is { } wrong => wrong,
            _ when Compensating.Check(complaint, answer.Compensation, context.Legal.DayOf(context.At)) is { } wrong => wrong,
            _ => ImmutableArray.Create<ComplaintEvent>([
                .. Compensating.Decided(answer.Compensation),
                Answered(complaint, answer.Text, answer.Evidence, context),
            ]),
        };

    /// <law>SP4N: the liaison gets the unit's answer approved before posting it (domain rules, section 3). The clocks run on meanwhile.</law>
    public static Decision<ComplaintEvent> Propose(Complaint complaint, ComplaintCommand.Propose propose, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Barred(complaint, Act.Propose, context) is { } no => no,
            _ when !context.NeedsApproval => new Refusal("propose.not-needed"),
            _ when Wording.Check(nameof(propose.Text), propose.Text, required: true) is { } wrong => wrong,
            _ when Intake.CheckEvidence(propose.Evidence) is { } wrong => wrong,
            _ when Compensating.Check(complaint, propose.Compensation, context.Legal.DayOf(context.At)) is { } wrong => wrong,
            _ => ImmutableArray.Create<ComplaintEvent>([
                .. Compensating.Decided(propose.Compensation),
                new ComplaintEvent.AnswerProposed(propose.Text, propose.Evidence) { Clocks = [.. Questions.End(complaint, context)] },
            ]),
        };

    /// <law>The head answers for the office (access table: approve, return); what goes out is the text that was proposed, to the letter.</law>
    public static Decision<ComplaintEvent> Approve(Complaint complaint, ComplaintCommand.Approve approve, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Approve, context) is { } no => no,
            { Proposal: 0 } => new Refusal("approve.nothing-proposed"),
            _ when approve.Proposal != complaint.Proposal => new Refusal("stale"),
            _ when Wording.Check(nameof(approve.Text), approve.Text, required: true) is { } wrong => wrong,
            _ => ImmutableArray.Create<ComplaintEvent>(
                new ComplaintEvent.AnswerApproved(complaint.Proposal),
                Answered(complaint, approve.Text, approve.Evidence, context)
            ),
        };

    /// <law>Returned with a comment, so that the unit knows what to change; nothing of it reaches the complainant.</law>
    public static Decision<ComplaintEvent> Return(Complaint complaint, ComplaintCommand.ReturnAnswer back, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Approve, context) is { } no => no,
            { Proposal: 0 } => new Refusal("approve.nothing-proposed"),
            _ when Wording.Check(nameof(back.Comment), back.Comment, required: true, longest: 2_000) is { } wrong => wrong,
            _ => new ComplaintEvent.AnswerReturned(complaint.Proposal, back.Comment),
        };

    /// <summary>Who waits for the complainant's word may still answer: it was found out otherwise.</summary>
    private static Refusal? Barred(Complaint complaint, Act act, ComplaintContext context) =>
        Intake.Barred(complaint, act, context)
        ?? complaint.Stage switch
        {
            Stage.Assigned or Stage.Asked or Stage.AtOmbudsman => null,
            Stage.Answered => new Refusal("answer.already-answered"),
            _ => new Refusal("answer.not-assigned"),
        };

    internal static ComplaintEvent.Answered Answered(
        Complaint complaint,
        string text,
        ImmutableArray<Evidence> evidence,
        ComplaintContext context
    ) =>
        new(text, evidence)
        {
            Clocks =
            [
                .. complaint.Meet(context.At, ClockKind.FirstAnswer, ClockKind.Resolution, ClockKind.Decision),
                .. complaint
                    .Clocks.Where(clock => clock is { Kind: ClockKind.Question, IsOpen: true })
                    .Select(clock => clock with { Status = ClockStatus.Ended, StoppedAt = context.At }),
                context.Start(ClockKind.CounterReply, ComplaintClocks.CounterReply),
                .. complaint.HasEmail ? [] : new[] { context.Start(ClockKind.Notification, ComplaintClocks.Notification) },
            ],
        };
}
