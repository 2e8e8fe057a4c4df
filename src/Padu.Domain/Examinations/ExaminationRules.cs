using System.Collections.Immutable;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Examinations;

/// <summary>Every request to an examination, decided: the one door for pages, the demonstration and the sweep.</summary>
public static class ExaminationRules
{
    public static Decision<ExaminationEvent> Decide(Examination examination, ExaminationCommand command, ExaminationContext context) =>
        command switch
        {
            ExaminationCommand.Open c => Reception.Open(examination, c, context),
            ExaminationCommand.RequestCompletion c => Reception.RequestCompletion(examination, c, context),
            ExaminationCommand.Complete c => Reception.Complete(examination, c, context),
            ExaminationCommand.ShareIdentity => Reception.ShareIdentity(examination, context),
            ExaminationCommand.Verify c => Reception.Verify(examination, c, context),
            ExaminationCommand.Register c => Reception.Register(examination, c, context),
            ExaminationCommand.Decline c => Reception.Decline(examination, c, context),
            ExaminationCommand.Begin => Examining.Begin(examination, context),
            ExaminationCommand.FlagRapid c => Examining.FlagRapid(examination, c, context),
            ExaminationCommand.Deliberate c => Examining.Deliberate(examination, c, context),
            ExaminationCommand.ReadDeliberations => Examining.ReadDeliberations(examination, context),
            ExaminationCommand.RevealIdentity c => Examining.RevealIdentity(examination, c, context),
            ExaminationCommand.AskSettlement c => Settling.Ask(examination, c, context),
            ExaminationCommand.Conclude c => Examining.Conclude(examination, c, context),
            ExaminationCommand.Close c => Examining.Close(examination, c, context),
            ExaminationCommand.Erase c => Erase(examination, c, context),
            ExaminationCommand.Lapse c => Examining.Lapse(examination, c, context),
            ExaminationCommand.Recount => Examining.Recount(examination, context),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };

    /// <law>
    /// UU 27/2022 art. 43–44 (rule 53): never from a file that is open. Sent only with the complaint's own erasure, by its custodian: one person, one
    /// identity, one act over both institutions' files.
    /// </law>
    private static Decision<ExaminationEvent> Erase(Examination examination, ExaminationCommand.Erase erase, ExaminationContext context) =>
        examination switch
        {
            { Exists: false } => new Refusal("complaint.unknown"),
            _ when context.Actor is not Actor.Staff { Role: Role.Custodian } => new Refusal("privacy.custodian-only"),
            { IsOpen: true } => new Refusal("privacy.case-open"),
            { ErasedAt: not null } => new Refusal("complaint.erased"),
            _ => new ExaminationEvent.PersonalDataErased(erase.Request),
        };

    /// <summary>
    /// The acts a page may offer this actor now: those for which a well-formed request would not be refused. A test holds this list and
    /// <see cref="Decide"/> together over every stage, act and person.
    /// </summary>
    public static ImmutableArray<ExaminationAct> Offers(Examination examination, Actor actor) =>
        [.. OfStaff.Where(act => Reception.Barred(examination, act, actor) is null && Takes(examination, act))];

    /// <summary>In the order in which a desk does them.</summary>
    private static readonly ImmutableArray<ExaminationAct> OfStaff =
    [
        ExaminationAct.Plenary,
        ExaminationAct.Verify,
        ExaminationAct.RequestCompletion,
        ExaminationAct.Begin,
        ExaminationAct.Conclude,
        ExaminationAct.Close,
        ExaminationAct.Deliberate,
        ExaminationAct.FlagRapid,
        ExaminationAct.RevealIdentity,
    ];

    private static bool Takes(Examination examination, ExaminationAct act) =>
        act switch
        {
            ExaminationAct.RequestCompletion => examination.Stage == ExaminationStage.Received,
            // Who was asked and let the time pass: the sweep has recorded that.
            ExaminationAct.Verify => examination.Stage == ExaminationStage.Received
                || (
                    examination.Stage == ExaminationStage.AwaitingCompletion
                    && examination.ClockOf(ClockKind.ReportCompletion) is { LapsedAt: not null }
                ),
            ExaminationAct.Plenary => examination
                is { Stage: ExaminationStage.Verified }
                    or { Stage: ExaminationStage.Received, IsRapid: true },
            ExaminationAct.Begin => examination.Stage == ExaminationStage.Registered,
            ExaminationAct.Conclude => examination.Stage == ExaminationStage.UnderExamination,
            ExaminationAct.Close => examination.Stage is ExaminationStage.Declined or ExaminationStage.Concluded,
            ExaminationAct.Deliberate => examination.IsOpen,
            ExaminationAct.FlagRapid => examination
                is {
                    IsRapid: false,
                    Stage: ExaminationStage.Received
                        or ExaminationStage.AwaitingCompletion
                        or ExaminationStage.Verified
                        or ExaminationStage.Registered
                },
            ExaminationAct.RevealIdentity => examination is { SharesIdentity: true, Level: not Complaints.IdentityLevel.Open },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
