using System.Collections.Immutable;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Assignment, answer, reply, and telling who cannot be written to.</summary>
public static class Handling
{
    /// <law>Disposisi by the agency admin (SP4N; domain rules, section 3). Assigning never restarts the complainant's clocks.</law>
    public static Decision<ComplaintEvent> Assign(Complaint complaint, ComplaintCommand.Assign assign, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Intake.Barred(complaint, Act.Assign, context) is { } no => no,
            Stage.Received or Stage.AwaitingCompletion => new Refusal("assign.not-verified"),
            Stage.Answered => new Refusal("assign.already-answered"),
            _ when assign.Target is not { Institution: Institution.Kpu } => new Refusal("assign.no-such-office", nameof(assign.Target)),
            _ when assign.Target.Code == complaint.Against => new Refusal("assign.against-office", nameof(assign.Target)),
            _ when context.Actor is Actor.Staff { Office: { Level: not OfficeLevel.Province } own } && assign.Target.Code != own.Code =>
                new Refusal("assign.outside-office", nameof(assign.Target)),
            _ when complaint.Handler == assign.Target.Code && complaint.Unit == assign.Unit => new Refusal(
                "assign.already-there",
                nameof(assign.Unit)
            ),
            _ when Wording.Check(nameof(assign.Instruction), assign.Instruction, required: false, longest: 2_000) is { } wrong => wrong,
            _ => new ComplaintEvent.Assigned(assign.Target.Code, assign.Unit, assign.Instruction)
            {
                // Taken up again while it is at the Ombudsman: as after a reply, the periods run anew.
                Clocks = complaint.Stage == Stage.AtOmbudsman ? Anew(complaint, context) : [],
            },
        };

    /// <law>
    /// SP4N first answer and finishing (rules 16, 18), UU 25/2009 art. 50(1)–(2). The answer opens the complainant's window (rule 17); who left no
    /// e-mail must be told by the office within the notification period (rule 9).
    /// </law>
    public static Decision<ComplaintEvent> Answer(Complaint complaint, ComplaintCommand.Answer answer, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Intake.Barred(complaint, Act.Answer, context) is { } no => no,
            Stage.Answered => new Refusal("answer.already-answered"),
            not (Stage.Assigned or Stage.AtOmbudsman) => new Refusal("answer.not-assigned"),
            _ when Wording.Check(nameof(answer.Text), answer.Text, required: true) is { } wrong => wrong,
            _ when Intake.CheckEvidence(answer.Evidence) is { } wrong => wrong,
            _ => Answered(complaint, answer.Text, answer.Evidence, context),
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
                context.Start(ClockKind.CounterReply, ComplaintClocks.CounterReply),
                .. complaint.HasEmail ? [] : new[] { context.Start(ClockKind.Notification, ComplaintClocks.Notification) },
            ],
        };

    /// <law>SP4N: the reporter may reply; a reply reopens (rule 17). The answering and finishing periods run anew from the reply.</law>
    public static Decision<ComplaintEvent> Reply(Complaint complaint, ComplaintCommand.Reply reply, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Intake.Barred(complaint, Act.Follow, context) is { } no => no,
            not Stage.Answered => new Refusal("reply.not-answered"),
            _ when Wording.Check(nameof(reply.Text), reply.Text, required: true) is { } wrong => wrong,
            _ when Intake.CheckEvidence(reply.Evidence) is { } wrong => wrong,
            _ => new ComplaintEvent.Replied(reply.Text, reply.Evidence)
            {
                Clocks = [.. complaint.Meet(context.At, ClockKind.CounterReply, ClockKind.Notification), .. Anew(complaint, context)],
            },
        };

    /// <summary>The answering and the finishing period, from now.</summary>
    private static ImmutableArray<Clock> Anew(Complaint complaint, ComplaintContext context) =>
        [
            context.Start(ClockKind.FirstAnswer, ComplaintClocks.FirstAnswer),
            context.Start(ClockKind.Resolution, ComplaintClocks.Resolution(complaint.Class)),
        ];

    /// <law>UU 25/2009 art. 50(2); rule 9: a letter that did not arrive told nobody, so an office must.</law>
    public static Decision<ComplaintEvent> ReportUnreached(Complaint complaint, ComplaintContext context) =>
        complaint switch
        {
            _ when context.Actor is not Actor.System => new Refusal("complaint.unknown"),
            { IsOpen: false } => new Refusal("complaint.closed"),
            { MustBeContacted: true } => new Refusal("contact.already-asked"),
            { Mover: not Mover.Complainant } => new Refusal("contact.nothing-to-tell"),
            _ => new ComplaintEvent.ComplainantUnreached { Clocks = [context.Start(ClockKind.Notification, ComplaintClocks.Notification)] },
        };

    /// <law>UU 25/2009 art. 50(2); rule 9: who cannot be written to is told in another way, and the record says how.</law>
    public static Decision<ComplaintEvent> RecordContact(
        Complaint complaint,
        ComplaintCommand.RecordContact contact,
        ComplaintContext context
    ) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Contact, context) is { } no => no,
            { MustBeContacted: false } => new Refusal("contact.nothing-to-tell"),
            _ when Wording.Check(nameof(contact.Note), contact.Note, required: true, longest: 1_000) is { } wrong => wrong,
            _ => new ComplaintEvent.ComplainantContacted(contact.Note) { Clocks = [.. complaint.Meet(context.At, ClockKind.Notification)] },
        };
}
