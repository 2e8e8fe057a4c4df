using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Every request to a complaint, decided: the one door for pages, mail, imports and the sweep.</summary>
public static class ComplaintRules
{
    /// <summary>Whatever clock an act starts or changes knows the stage the case concerns.</summary>
    public static Decision<ComplaintEvent> Decide(Complaint complaint, ComplaintCommand command, ComplaintContext context) =>
        DecideUnder(complaint, command, context with { Legal = context.Legal with { Concern = complaint.Concern } });

    private static Decision<ComplaintEvent> DecideUnder(Complaint complaint, ComplaintCommand command, ComplaintContext context) =>
        command switch
        {
            ComplaintCommand.Submit c => Intake.Submit(complaint, c, context),
            ComplaintCommand.TakeIn c => FrontDesk.TakeIn(complaint, c, context),
            ComplaintCommand.ShowPower c => Representing.ShowPower(complaint, c, context),
            ComplaintCommand.RequestCompletion c => Intake.RequestCompletion(complaint, c, context),
            ComplaintCommand.Complete c => Intake.Complete(complaint, c, context),
            ComplaintCommand.Verify c => Intake.Verify(complaint, c, context),
            ComplaintCommand.Assign c => Assignment.Assign(complaint, c, context),
            ComplaintCommand.TakeBackAssignment c => Assignment.TakeBack(complaint, c, context),
            ComplaintCommand.TakeUp => Assignment.TakeUp(complaint, context),
            ComplaintCommand.Return c => Assignment.Return(complaint, c, context),
            ComplaintCommand.Direct c => Assignment.Direct(complaint, c, context),
            ComplaintCommand.Ask c => Questions.Ask(complaint, c, context),
            ComplaintCommand.AnswerQuestion c => Questions.Answer(complaint, c, context),
            ComplaintCommand.Propose c => Drafting.Propose(complaint, c, context),
            ComplaintCommand.Approve c => Drafting.Approve(complaint, c, context),
            ComplaintCommand.ReturnAnswer c => Drafting.Return(complaint, c, context),
            ComplaintCommand.Answer c => Drafting.Answer(complaint, c, context),
            ComplaintCommand.Reply c => AfterAnswer.Reply(complaint, c, context),
            ComplaintCommand.Rate c => AfterAnswer.Rate(complaint, c, context),
            ComplaintCommand.Withdraw c => AfterAnswer.Withdraw(complaint, c, context),
            ComplaintCommand.Contest c => AfterAnswer.Contest(complaint, c, context),
            ComplaintCommand.Reopen c => AfterAnswer.Reopen(complaint, c, context),
            ComplaintCommand.AddWord c => AfterAnswer.AddWord(complaint, c, context),
            ComplaintCommand.ReadWord => AfterAnswer.ReadWord(complaint, context),
            ComplaintCommand.AddNote c => Notes.Add(complaint, c, context),
            ComplaintCommand.DeclareConflict c => Conflicts.Declare(complaint, c, context),
            ComplaintCommand.NamePerson c => Conflicts.Name(complaint, c, context),
            ComplaintCommand.LiftBar c => Conflicts.Lift(complaint, c, context),
            ComplaintCommand.NameStage c => StageConcern.Name(complaint, c, context),
            ComplaintCommand.Classify c => Admissibility.Classify(complaint, c, context),
            ComplaintCommand.ProposeTransfer c => Transferring.Propose(complaint, c, context),
            ComplaintCommand.AnswerTransfer c => Transferring.Answer(complaint, c, context),
            ComplaintCommand.RecordConsent c => Transferring.Record(complaint, c, context),
            ComplaintCommand.SendTransfer c => Transferring.Send(complaint, c, context),
            ComplaintCommand.Link c => Grouping.Link(complaint, c, context),
            ComplaintCommand.Unlink c => Grouping.Unlink(complaint, c, context),
            ComplaintCommand.Join c => Grouping.Join(complaint, c, context),
            ComplaintCommand.TakeMember c => Grouping.TakeMember(complaint, c, context),
            ComplaintCommand.Part c => Grouping.Part(complaint, c, context),
            ComplaintCommand.DropMember c => Grouping.DropMember(complaint, c, context),
            ComplaintCommand.FollowLead c => Grouping.FollowLead(complaint, c, context),
            ComplaintCommand.Release c => Grouping.Release(complaint, c, context),
            ComplaintCommand.Divide c => Splitting.Divide(complaint, c, context),
            ComplaintCommand.SplitOff c => Splitting.SplitOff(complaint, c, context),
            ComplaintCommand.ReleaseOriginal c => EvidenceCustody.Release(complaint, c, context),
            ComplaintCommand.QuarantineFile c => EvidenceCustody.Quarantine(complaint, c, context),
            ComplaintCommand.RequestUnmasking c => Unmasking.Request(complaint, c, context),
            ComplaintCommand.RevealIdentity c => Unmasking.Reveal(complaint, c, context),
            ComplaintCommand.JudgeRequest c => CustodyRules.Judge(complaint, c, context),
            ComplaintCommand.ReportCodeLoss c => LostCode.Report(complaint, c, context),
            ComplaintCommand.ReissueCode c => LostCode.Reissue(complaint, c, context),
            ComplaintCommand.ChangeLevel c => LevelChange.Change(complaint, c, context),
            ComplaintCommand.GiveConsent c => PersonalData.Give(complaint, c, context),
            ComplaintCommand.WithdrawConsent c => PersonalData.Withdraw(complaint, c, context),
            ComplaintCommand.CorrectIdentity c => PersonalData.Correct(complaint, c, context),
            ComplaintCommand.Restrict c => PersonalData.Restrict(complaint, c, context),
            ComplaintCommand.LiftRestriction c => PersonalData.Lift(complaint, c, context),
            ComplaintCommand.PlaceHold c => PersonalData.Hold(complaint, c, context),
            ComplaintCommand.LiftHold c => PersonalData.Unhold(complaint, c, context),
            ComplaintCommand.Erase c => PersonalData.Erase(complaint, c, context),
            ComplaintCommand.ReportUnreached => Handling.ReportUnreached(complaint, context),
            ComplaintCommand.RecordContact c => Handling.RecordContact(complaint, c, context),
            ComplaintCommand.Accept c => Closing.Accept(complaint, c, context),
            ComplaintCommand.Close c => Closing.Close(complaint, c, context),
            ComplaintCommand.Lapse c => Closing.Lapse(complaint, c, context),
            ComplaintCommand.Recount => Closing.Recount(complaint, context),
            ComplaintCommand.Import c => Intake.Import(complaint, c, context),
            ComplaintCommand.Escalate c => Escalation.Escalate(complaint, c, context),
            ComplaintCommand.Refer c => Escalation.Refer(complaint, c, context),
            ComplaintCommand.FileDirectly c => Escalation.File(complaint, c, context),
            ComplaintCommand.ShareIdentity => Escalation.ShareIdentity(complaint, context),
            ComplaintCommand.ReleaseNotes c => Escalation.ReleaseNotes(complaint, c, context),
            ComplaintCommand.EndEscalation c => Escalation.End(complaint, c, context),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };

    /// <summary>
    /// The acts a page may offer this actor now: those for which a well-formed request would not be refused. A test holds this list and
    /// <see cref="Decide"/> together over every state, act and person.
    /// </summary>
    /// <param name="needsApproval">The office that must answer wants its head to approve answers.</param>
    public static ImmutableArray<Act> Offers(Complaint complaint, Actor actor, Instant at, bool needsApproval = false) =>
        [.. OfStaff.Where(act => Intake.Barred(complaint, act, actor) is null && Takes(complaint, act, actor, at, needsApproval))];

    /// <summary>In the order in which a desk does them.</summary>
    private static readonly ImmutableArray<Act> OfStaff =
    [
        Act.Approve,
        Act.Verify,
        Act.RequestCompletion,
        Act.TakeUp,
        Act.Answer,
        Act.Propose,
        Act.Ask,
        Act.Assign,
        Act.Return,
        Act.Contact,
        Act.ReadWord,
        Act.RecordConsent,
        Act.SendTransfer,
        Act.Reopen,
        Act.Direct,
        Act.Note,
        Act.Classify,
        Act.Concern,
        Act.Split,
        Act.Group,
        Act.Part,
        Act.Link,
        Act.ProposeTransfer,
        Act.RequestUnmasking,
        Act.RevealIdentity,
        Act.NamePerson,
        Act.DeclareConflict,
        Act.PlaceHold,
        Act.Refer,
        Act.ReleaseNotes,
        Act.Close,
    ];

    private static bool Takes(Complaint complaint, Act act, Actor actor, Instant at, bool needsApproval) =>
        act switch
        {
            Act.Verify => complaint.Stage == Stage.Received
                && complaint is not { Representation: RepresentationKind.Attorney, HasPower: false },
            Act.RequestCompletion => complaint.Stage == Stage.Received,
            Act.Classify => complaint.Stage is Stage.Verified or Stage.Assigned,
            Act.Concern => StageConcern.IsTaken(complaint),
            Act.Group => complaint.Stage is Stage.Verified or Stage.Assigned or Stage.Asked,
            Act.Split => complaint is { Stage: Stage.Verified or Stage.Assigned, Origin: null },
            Act.ProposeTransfer => complaint.Transfer is not { IsAgreed: true },
            Act.RecordConsent => complaint.Transfer is { IsAgreed: false },
            Act.SendTransfer => complaint.Transfer is { IsAgreed: true },
            Act.Part => complaint.IsFollowing,
            Act.Link => true,
            Act.Assign => complaint.Stage is Stage.Verified or Stage.Assigned or Stage.AtOmbudsman,
            Act.TakeUp => complaint.Stage is Stage.Assigned or Stage.Asked && actor is Actor.Staff staff && complaint.Officer != staff.Post,
            Act.Return => complaint.Stage == Stage.Assigned,
            Act.Ask => complaint is { Stage: Stage.Assigned, Proposal: 0 },
            Act.Answer => !needsApproval && complaint.Stage is (Stage.Assigned or Stage.Asked or Stage.AtOmbudsman),
            Act.Propose => needsApproval && complaint.Stage is (Stage.Assigned or Stage.Asked or Stage.AtOmbudsman),
            Act.Approve => complaint.Proposal > 0,
            Act.ReadWord => complaint.HasNewWord,
            Act.Reopen => complaint.Stage == Stage.Closed,
            Act.Direct or Act.Note or Act.PlaceHold or Act.NamePerson or Act.DeclareConflict => true,
            Act.Contact => complaint.MustBeContacted,
            Act.RequestUnmasking => complaint.HidesIdentity && Unmasking.CanAsk(complaint, actor, at),
            Act.RevealIdentity => complaint.HidesIdentity && Unmasking.CanRead(complaint, actor, at),
            // Some reasons are open to an office at every stage.
            Act.Close => complaint is { IsOpen: true, IsAtOmbudsman: false },
            Act.Refer => !complaint.IsAtOmbudsman,
            Act.ReleaseNotes => complaint is { IsAtOmbudsman: true, Ombudsman.NotesReleased: false },
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The reasons with which an office may close at this stage; the complainant's own are not among them.</summary>
    public static ImmutableArray<ClosingReason> ClosingReasons(Complaint complaint) =>
        complaint.IsAtOmbudsman
            ? []
            :
            [
                .. complaint.Stage == Stage.Answered ? new[] { ClosingReason.NoCounterReply } : [],
                .. complaint.Stage == Stage.AwaitingCompletion ? new[] { ClosingReason.NotCompleted } : [],
                .. complaint.IsOpen
                    ? new[]
                    {
                        ClosingReason.AlreadyResolved,
                        ClosingReason.NotCompetent,
                        ClosingReason.HandledElsewhere,
                        ClosingReason.BeforeACourt,
                        ClosingReason.Settled,
                    }
                    : [],
            ];
}
