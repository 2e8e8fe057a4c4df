using System.Collections.Immutable;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Examinations;

/// <summary>From taking a registered report up to its closing, and what the Ombudsman writes and reads for itself on the way.</summary>
public static class Examining
{
    /// <law>UU 37/2008 art. 28: an examiner is named; the examination's period runs since the registration.</law>
    public static Decision<ExaminationEvent> Begin(Examination examination, ExaminationContext context) =>
        examination.Stage switch
        {
            _ when Reception.Barred(examination, ExaminationAct.Begin, context) is { } no => no,
            not ExaminationStage.Registered => new Refusal("examination.not-registered"),
            _ => new ExaminationEvent.Begun(((Actor.Staff)context.Actor).Post)
            {
                Clocks = [.. examination.Meet(context.At, ClockKind.RapidResponse)],
            },
        };

    /// <law>
    /// Rule 35: emergency, threat to life (also psychological), threat to the right to life. Such a report bypasses the queue: its target is counted in
    /// hours and comes first in every list.
    /// </law>
    public static Decision<ExaminationEvent> FlagRapid(
        Examination examination,
        ExaminationCommand.FlagRapid flag,
        ExaminationContext context
    ) =>
        examination switch
        {
            _ when Reception.Barred(examination, ExaminationAct.FlagRapid, context) is { } no => no,
            { IsRapid: true } => new Refusal("rapid.already-flagged"),
            { Stage: ExaminationStage.UnderExamination or ExaminationStage.Declined or ExaminationStage.Concluded } => new Refusal(
                "rapid.too-late"
            ),
            _ when flag.Criteria.IsDefaultOrEmpty => new Refusal("rapid.no-criterion", nameof(flag.Criteria)),
            _ when Wording.Check(nameof(flag.Note), flag.Note, required: true, longest: 2_000) is { } wrong => wrong,
            _ => new ExaminationEvent.FlaggedRapid([.. flag.Criteria.Distinct()], flag.Note)
            {
                Clocks = [context.Start(ClockKind.RapidResponse, ExaminationClocks.RapidResponse)],
            },
        };

    /// <law>access.md: what the Ombudsman writes before it concludes is its own actors' alone.</law>
    public static Decision<ExaminationEvent> Deliberate(
        Examination examination,
        ExaminationCommand.Deliberate deliberate,
        ExaminationContext context
    ) =>
        examination switch
        {
            _ when Reception.Barred(examination, ExaminationAct.Deliberate, context) is { } no => no,
            { IsOpen: false } => new Refusal("examination.closed"),
            _ when Wording.Check(nameof(deliberate.Text), deliberate.Text, required: true) is { } wrong => wrong,
            _ => new ExaminationEvent.Deliberated(deliberate.Text),
        };

    /// <law>access.md: reading a deliberation is an event in the case's history. Who may read without writing (the auditor) leaves the same trace.</law>
    public static Decision<ExaminationEvent> ReadDeliberations(Examination examination, ExaminationContext context) =>
        !examination.Exists || !Access.May(context.Actor, ExaminationAct.Read, examination.Subject)
            ? new Refusal("complaint.unknown")
            : new ExaminationEvent.DeliberationsRead();

    /// <law>UU 37/2008 art. 24(2); rule 5: every unmasking has a reason and is an event of the case; without the reporter's consent there is none.</law>
    public static Decision<ExaminationEvent> RevealIdentity(
        Examination examination,
        ExaminationCommand.RevealIdentity reveal,
        ExaminationContext context
    ) =>
        examination switch
        {
            _ when Reception.Barred(examination, ExaminationAct.RevealIdentity, context) is { } no => no,
            { SharesIdentity: false } => new Refusal("identity.not-shared"),
            { Level: Complaints.IdentityLevel.Open } => new Refusal("identity.nothing-protected"),
            _ when Wording.Check(nameof(reveal.Reason), reveal.Reason, required: true, longest: 500) is { } wrong => wrong,
            _ when reveal.Reason.Trim().Length < 10 => new Refusal("identity.reason-too-short", nameof(reveal.Reason)),
            _ => new ExaminationEvent.IdentityRevealed(reveal.Reason),
        };

    /// <law>48/2020 art. 25 (rule 26): maladministration found, not found, or the examination stopped; in plenary, in words both sides read.</law>
    public static Decision<ExaminationEvent> Conclude(
        Examination examination,
        ExaminationCommand.Conclude conclude,
        ExaminationContext context
    ) =>
        examination.Stage switch
        {
            _ when Reception.Barred(examination, ExaminationAct.Conclude, context) is { } no => no,
            not ExaminationStage.UnderExamination => new Refusal("examination.not-begun"),
            _ when Reception.CheckPlenary(examination, conclude.PlenaryOn, context) is { } wrong => wrong,
            _ when Wording.Check(nameof(conclude.Text), conclude.Text, required: true) is { } wrong => wrong,
            _ when Settling.Check(examination, conclude.Settlement) is { } wrong => wrong,
            _ => ImmutableArray.Create<ExaminationEvent>([
                .. conclude.Settlement is { } told ? new[] { new ExaminationEvent.Settled(told) } : [],
                new ExaminationEvent.Concluded(conclude.Conclusion, conclude.PlenaryOn, conclude.Text)
                {
                    Clocks =
                    [
                        .. examination.Meet(context.At, ClockKind.Examination),
                        context.Start(ClockKind.OutcomeNotice, ExaminationClocks.ConclusionNotice),
                    ],
                },
            ]),
        };

    /// <law>UU 37/2008 art. 27: closed only when the complainant was told; who left no e-mail in another way, and the record says how.</law>
    public static Decision<ExaminationEvent> Close(Examination examination, ExaminationCommand.Close close, ExaminationContext context) =>
        examination.Stage switch
        {
            _ when Reception.Barred(examination, ExaminationAct.Close, context) is { } no => no,
            not (ExaminationStage.Declined or ExaminationStage.Concluded) => new Refusal("examination.not-decided"),
            _ when Wording.Check(nameof(close.Told), close.Told, required: !examination.HasEmail, longest: 1_000) is { } wrong => wrong,
            _ => new ExaminationEvent.Closed(close.Told)
            {
                Clocks =
                [
                    .. examination.Meet(context.At, ClockKind.OutcomeNotice),
                    .. examination.End(context.At, ClockKind.RapidResponse),
                ],
            },
        };

    /// <law>Rule 20: lateness is recorded once, dated at the moment the period really ended. Nothing at the Ombudsman closes by itself.</law>
    public static Decision<ExaminationEvent> Lapse(Examination examination, ExaminationCommand.Lapse lapse, ExaminationContext context) =>
        examination.ClockOf(lapse.Kind) switch
        {
            _ when context.Actor is not Actor.System => new Refusal("complaint.unknown"),
            not { Status: ClockStatus.Running, LapsedAt: null, Due: not null } => new Refusal("lapse.nothing-running"),
            { Due: { } due } when due > context.At => new Refusal("lapse.not-due"),
            var clock => new ExaminationEvent.ClockLapsed(lapse.Kind, clock.Due.Value) { Clocks = [clock with { LapsedAt = clock.Due }] },
        };

    /// <law>Rule 58: open clocks are counted again when the holidays change; the dates that were told stay in the record.</law>
    public static Decision<ExaminationEvent> Recount(Examination examination, ExaminationContext context) =>
        context.Actor is not Actor.System || !examination.Exists ? new Refusal("complaint.unknown")
        : examination.Clocks.Recounted(context.At, context.Legal) is { IsEmpty: false } clocks
            ? new ExaminationEvent.ClocksRecounted { Clocks = clocks }
        : new Refusal("recount.nothing-changed");
}
