using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Asking the complainant while the unit works, and the pause that goes with it.</summary>
public static class Questions
{
    /// <law>
    /// SP4N; rule 16: a question to the complainant counts as the first answer. Only clocks whose rule row names this pause stand still, and no longer
    /// than the period of <c>padu.menjawab_pertanyaan</c>; the decision of UU 25/2009 art. 50(1) runs on.
    /// </law>
    public static Decision<ComplaintEvent> Ask(Complaint complaint, ComplaintCommand.Ask ask, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Intake.Barred(complaint, Act.Ask, context) is { } no => no,
            Stage.Asked => new Refusal("ask.already-asked"),
            Stage.Answered => new Refusal("answer.already-answered"),
            not Stage.Assigned => new Refusal("answer.not-assigned"),
            _ when complaint.Proposal > 0 => new Refusal("ask.answer-proposed"),
            _ when Wording.Check(nameof(ask.Question), ask.Question, required: true) is { } wrong => wrong,
            _ => new ComplaintEvent.Asked(ask.Question)
            {
                Clocks =
                [
                    .. complaint.Meet(context.At, ClockKind.FirstAnswer),
                    .. complaint.Pause(context, PauseReason.AwaitingAnswer),
                    context.Start(ClockKind.Question, ComplaintClocks.Question),
                    .. complaint.HasEmail ? [] : new[] { context.Start(ClockKind.Notification, ComplaintClocks.Notification) },
                ],
            },
        };

    /// <law>Who answers ends the pause; the finishing clock goes on with the next day.</law>
    public static Decision<ComplaintEvent> Answer(Complaint complaint, ComplaintCommand.AnswerQuestion answer, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Intake.Barred(complaint, Act.Follow, context) is { } no => no,
            not Stage.Asked => new Refusal("question.not-asked"),
            _ when Wording.Check(nameof(answer.Text), answer.Text, required: true) is { } wrong => wrong,
            _ when Intake.CheckEvidence(answer.Evidence) is { } wrong => wrong,
            _ => new ComplaintEvent.QuestionAnswered(answer.Text, answer.Evidence)
            {
                Clocks =
                [
                    .. complaint.Meet(context.At, ClockKind.Question, ClockKind.Notification),
                    .. complaint.Resume(context.At, context.Legal),
                ],
            },
        };

    /// <law>
    /// Silence ends the pause on the day the period ended, however late the sweep comes, and takes nothing from the complainant: no right lapses by an
    /// unconfirmed rule.
    /// </law>
    internal static ComplaintEvent Lapsed(Complaint complaint, Clock clock, Instant due, LegalContext legal) =>
        new ComplaintEvent.QuestionLapsed
        {
            Clocks =
            [
                clock with
                {
                    Status = ClockStatus.Ended,
                    StoppedAt = due,
                    LapsedAt = due,
                },
                // The moment before midnight: the last day of the pause is not counted, the next one is.
                .. complaint.Resume(due - Duration.FromMilliseconds(1), legal),
            ],
        };

    /// <summary>The office goes on without waiting any longer.</summary>
    internal static IEnumerable<Clock> End(Complaint complaint, ComplaintContext context) =>
        complaint.Stage != Stage.Asked
            ? []
            :
            [
                .. complaint
                    .Clocks.Where(clock => clock is { Kind: ClockKind.Question, IsOpen: true })
                    .Select(clock => clock with { Status = ClockStatus.Ended, StoppedAt = context.At }),
                .. complaint.Resume(context.At, context.Legal),
            ];
}
