using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Examinations;

/// <summary>From a report's arrival to the plenary's word on it (PVL: penerimaan dan verifikasi laporan).</summary>
public static class Reception
{
    /// <law>UU 25/2009 art. 46(1)–(2), UU 37/2008 art. 24: whatever the way, the Ombudsman receives it; its verification is owed from that day.</law>
    public static Decision<ExaminationEvent> Open(Examination examination, ExaminationCommand.Open open, ExaminationContext context)
    {
        if (examination.Exists)
        {
            return new Refusal("escalate.already-there");
        }

        if (Wording.Check(nameof(open.Wish), open.Wish, required: false, longest: 4_000) is { } wrong)
        {
            return wrong;
        }

        var (complaint, escalated) = (open.Complaint, open.Escalated);
        var opened = new ExaminationEvent.Opened(
            escalated.Examination,
            complaint.Id,
            complaint.Number,
            escalated.Office,
            open.About,
            escalated.Way,
            complaint.ReporterId,
            complaint.Level,
            escalated.SharesIdentity,
            complaint.HasEmail,
            complaint.IsClosedToKpu,
            escalated.Exhaustion,
            open.Wish
        )
        {
            Clocks = [context.Start(ClockKind.ReportVerification, ExaminationClocks.Verification)],
        };
        return ImmutableArray.Create<ExaminationEvent>([
            opened,
            .. Settling.Asked(open.AsksSettlement ? SettlementParty.Office : null, complaint.WishesApart),
        ]);
    }

    /// <law>UU 37/2008 art. 25: a written notice of what is missing; the reporter has thirty days (rule 22).</law>
    public static Decision<ExaminationEvent> RequestCompletion(
        Examination examination,
        ExaminationCommand.RequestCompletion request,
        ExaminationContext context
    ) =>
        examination.Stage switch
        {
            _ when Barred(examination, ExaminationAct.RequestCompletion, context) is { } no => no,
            ExaminationStage.AwaitingCompletion => new Refusal("completion.already-requested"),
            not ExaminationStage.Received => new Refusal("completion.too-late"),
            _ when request.Missing.IsDefaultOrEmpty => new Refusal("completion.nothing-missing", nameof(request.Missing)),
            _ when Wording.Check(nameof(request.Message), request.Message, required: true) is { } wrong => wrong,
            _ => new ExaminationEvent.CompletionRequested([.. request.Missing.Distinct()], request.Message)
            {
                Clocks =
                [
                    .. examination.Meet(context.At, ClockKind.ReportVerification, ClockKind.RapidResponse),
                    context.Start(ClockKind.ReportCompletion, ExaminationClocks.Completion),
                ],
            },
        };

    /// <law>UU 37/2008 art. 25. Late completion is taken too: no confirmed rule lapses the right by itself.</law>
    public static Decision<ExaminationEvent> Complete(
        Examination examination,
        ExaminationCommand.Complete complete,
        ExaminationContext context
    ) =>
        examination.Stage switch
        {
            _ when Barred(examination, ExaminationAct.Follow, context) is { } no => no,
            not ExaminationStage.AwaitingCompletion => new Refusal("completion.not-requested"),
            _ when Wording.Check(nameof(complete.Text), complete.Text, required: true) is { } wrong => wrong,
            _ when Intake.CheckEvidence(complete.Evidence) is { } wrong => wrong,
            _ => new ExaminationEvent.Completed(complete.Text, complete.Evidence)
            {
                Clocks =
                [
                    .. examination.Meet(context.At, ClockKind.ReportCompletion),
                    context.Start(ClockKind.ReportVerification, ExaminationClocks.Verification),
                ],
            },
        };

    public static Decision<ExaminationEvent> ShareIdentity(Examination examination, ExaminationContext context) =>
        examination switch
        {
            _ when Barred(examination, ExaminationAct.Follow, context) is { } no => no,
            { SharesIdentity: true } => new Refusal("identity.nothing-to-share"),
            _ => new ExaminationEvent.IdentityShared(),
        };

    /// <law>
    /// Peraturan Ombudsman 58/2023, domain rules 2.3: a formal check (identity, efforts made, chronology, hoped result), then a material one (not twice,
    /// competent, not solved, reasonable time). An assistant finds and proposes; the plenary decides. Who was asked and let the time pass may be
    /// proposed for closing, not before.
    /// </law>
    public static Decision<ExaminationEvent> Verify(
        Examination examination,
        ExaminationCommand.Verify verify,
        ExaminationContext context
    ) =>
        examination.Stage switch
        {
            _ when Barred(examination, ExaminationAct.Verify, context) is { } no => no,
            ExaminationStage.AwaitingCompletion when !HasPassed(examination, ClockKind.ReportCompletion, context) => new Refusal(
                "examination.window-open",
                null,
                examination.ClockOf(ClockKind.ReportCompletion)?.DueDate ?? default
            ),
            not (ExaminationStage.Received or ExaminationStage.AwaitingCompletion) => new Refusal("examination.already-verified"),
            _ when NotCompletable(examination, verify.Proposal.Reason) is { } wrong => wrong,
            _ when Wording.Check(nameof(Proposal.Note), verify.Proposal.Note, required: true) is { } wrong => wrong,
            _ => new ExaminationEvent.Verified(verify.Proposal)
            {
                Clocks =
                [
                    .. examination.Meet(context.At, ClockKind.ReportVerification, ClockKind.RapidResponse),
                    .. examination.End(context.At, ClockKind.ReportCompletion),
                    context.Start(ClockKind.Plenary, ExaminationClocks.Plenary),
                ],
            },
        };

    /// <law>
    /// Domain rules 2.3: the plenary accepts, and the report takes its number. One flagged for rapid response skips the ordinary order (rule 35): it may be
    /// accepted before its verification is written.
    /// </law>
    public static Decision<ExaminationEvent> Register(
        Examination examination,
        ExaminationCommand.Register register,
        ExaminationContext context
    ) =>
        examination switch
        {
            _ when Barred(examination, ExaminationAct.Plenary, context) is { } no => no,
            { Stage: not ExaminationStage.Verified } and not { Stage: ExaminationStage.Received, IsRapid: true } => new Refusal(
                "examination.not-before-plenary"
            ),
            _ when CheckPlenary(examination, register.PlenaryOn, context) is { } wrong => wrong,
            _ when Wording.Check(nameof(register.Note), register.Note, required: false) is { } wrong => wrong,
            _ => new ExaminationEvent.Registered(
                examination.Office,
                context.Legal.DayOf(context.At).Year,
                register.PlenaryOn,
                register.Note
            )
            {
                Clocks =
                [
                    .. examination.Meet(context.At, ClockKind.Plenary, ClockKind.ReportVerification, ClockKind.RapidResponse),
                    context.Start(ClockKind.Examination, ExaminationClocks.Examining),
                ],
            },
        };

    /// <law>UU 37/2008 art. 36 (the closing list, rule 36) and art. 27: told in writing within seven days, naming the right body where there is one.</law>
    public static Decision<ExaminationEvent> Decline(
        Examination examination,
        ExaminationCommand.Decline decline,
        ExaminationContext context
    ) =>
        examination.Stage switch
        {
            _ when Barred(examination, ExaminationAct.Plenary, context) is { } no => no,
            not ExaminationStage.Verified => new Refusal("examination.not-before-plenary"),
            _ when NotCompletable(examination, decline.Reason) is { } wrong => wrong,
            _ when decline.Suggestion?.Institution == Institution.Ombudsman => new Refusal(
                "examination.suggests-itself",
                nameof(decline.Suggestion)
            ),
            _ when CheckPlenary(examination, decline.PlenaryOn, context) is { } wrong => wrong,
            _ when Wording.Check(nameof(decline.Explanation), decline.Explanation, required: true, longest: 4_000) is { } wrong => wrong,
            _ => new ExaminationEvent.Declined(decline.Reason, decline.Suggestion?.Code, decline.PlenaryOn, decline.Explanation)
            {
                Clocks =
                [
                    .. examination.Meet(context.At, ClockKind.Plenary),
                    context.Start(ClockKind.OutcomeNotice, ExaminationClocks.NotAcceptedNotice),
                ],
            },
        };

    /// <summary>
    /// Out of scope is "no such case" (404), and one that does not exist is in nobody's; in scope without the right to the act is a coded refusal; a closed
    /// examination takes no act but reading.
    /// </summary>
    internal static Refusal? Barred(Examination examination, ExaminationAct act, ExaminationContext context) =>
        Barred(examination, act, context.Actor);

    internal static Refusal? Barred(Examination examination, ExaminationAct act, Actor actor) =>
        !Access.May(actor, act, examination.Subject)
            ? new Refusal(Access.May(actor, ExaminationAct.Read, examination.Subject) ? "access.not-yours" : "complaint.unknown")
        : !examination.IsOpen && act is not (ExaminationAct.RevealIdentity or ExaminationAct.Deliberate) ? new Refusal("examination.closed")
        : null;

    /// <summary>A plenary is held between the report's arrival and today.</summary>
    internal static Refusal? CheckPlenary(Examination examination, LocalDate held, ExaminationContext context) =>
        held > context.Legal.DayOf(context.At) ? new Refusal("plenary.in-future", nameof(ExaminationCommand.Register.PlenaryOn))
        : held < context.Legal.DayOf(examination.OpenedAt)
            ? new Refusal("plenary.before-report", nameof(ExaminationCommand.Register.PlenaryOn))
        : null;

    /// <law>UU 37/2008 art. 25: "did not complete" is said of who was asked and let the time pass, never of who completed, however late.</law>
    private static Refusal? NotCompletable(Examination examination, DeclineReason? reason) =>
        reason != DeclineReason.NotCompleted
            ? null
            : examination.ClockOf(ClockKind.ReportCompletion) switch
            {
                null => new Refusal("examination.nothing-requested", nameof(Proposal.Reason)),
                { Status: ClockStatus.Met } => new Refusal("examination.was-completed", nameof(Proposal.Reason)),
                _ => null,
            };

    private static bool HasPassed(Examination examination, ClockKind kind, ExaminationContext context) =>
        examination.ClockOf(kind) is { Due: { } due } && due <= context.At;
}
