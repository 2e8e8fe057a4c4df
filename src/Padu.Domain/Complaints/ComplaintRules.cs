using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Every request to a complaint, decided: the one door for pages, mail, imports and the sweep.</summary>
public static class ComplaintRules
{
    public static Decision<ComplaintEvent> Decide(Complaint complaint, ComplaintCommand command, ComplaintContext context) =>
        command switch
        {
            ComplaintCommand.Submit c => Intake.Submit(complaint, c, context),
            ComplaintCommand.TakeIn c => FrontDesk.TakeIn(complaint, c, context),
            ComplaintCommand.ShowPower c => Representing.ShowPower(complaint, c, context),
            ComplaintCommand.RequestCompletion c => Intake.RequestCompletion(complaint, c, context),
            ComplaintCommand.Complete c => Intake.Complete(complaint, c, context),
            ComplaintCommand.Verify c => Intake.Verify(complaint, c, context),
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
            ComplaintCommand.DropMember c => Grouping.DropMember(complaint, c),
            ComplaintCommand.FollowLead c => Grouping.FollowLead(complaint, c, context),
            ComplaintCommand.Release c => Grouping.Release(complaint, c, context),
            ComplaintCommand.Divide c => Splitting.Divide(complaint, c, context),
            ComplaintCommand.SplitOff c => Splitting.SplitOff(complaint, c, context),
            ComplaintCommand.Assign c => Handling.Assign(complaint, c, context),
            ComplaintCommand.Answer c => Handling.Answer(complaint, c, context),
            ComplaintCommand.Reply c => Handling.Reply(complaint, c, context),
            ComplaintCommand.ReleaseOriginal c => EvidenceCustody.Release(complaint, c, context),
            ComplaintCommand.QuarantineFile c => EvidenceCustody.Quarantine(complaint, c, context),
            ComplaintCommand.RequestUnmasking c => Unmasking.Request(complaint, c, context),
            ComplaintCommand.RevealIdentity c => Unmasking.Reveal(complaint, c, context),
            ComplaintCommand.JudgeRequest c => CustodyRules.Judge(complaint, c, context),
            ComplaintCommand.ReportCodeLoss c => LostCode.Report(complaint, c, context),
            ComplaintCommand.ReissueCode c => LostCode.Reissue(complaint, c, context),
            ComplaintCommand.ChangeLevel c => LevelChange.Change(complaint, c, context),
            ComplaintCommand.ReportUnreached => Handling.ReportUnreached(complaint, context),
            ComplaintCommand.RecordContact c => Handling.RecordContact(complaint, c, context),
            ComplaintCommand.Accept c => Closing.Accept(complaint, c, context),
            ComplaintCommand.Close c => Closing.Close(complaint, c, context),
            ComplaintCommand.Lapse c => Closing.Lapse(complaint, c, context),
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
    public static ImmutableArray<Act> Offers(Complaint complaint, Actor actor, Instant at) =>
        [.. OfStaff.Where(act => Intake.Barred(complaint, act, actor) is null && Takes(complaint, act, actor, at))];

    /// <summary>In the order in which a desk does them.</summary>
    private static readonly ImmutableArray<Act> OfStaff =
    [
        Act.Verify,
        Act.RequestCompletion,
        Act.Answer,
        Act.Assign,
        Act.Contact,
        Act.RecordConsent,
        Act.SendTransfer,
        Act.Classify,
        Act.Split,
        Act.Group,
        Act.Part,
        Act.Link,
        Act.ProposeTransfer,
        Act.RequestUnmasking,
        Act.RevealIdentity,
        Act.Refer,
        Act.ReleaseNotes,
        Act.Close,
    ];

    private static bool Takes(Complaint complaint, Act act, Actor actor, Instant at) =>
        act switch
        {
            Act.Verify => complaint.Stage == Stage.Received
                && complaint is not { Representation: RepresentationKind.Attorney, HasPower: false },
            Act.RequestCompletion => complaint.Stage == Stage.Received,
            Act.Classify or Act.Group => complaint.Stage is Stage.Verified or Stage.Assigned,
            Act.Split => complaint is { Stage: Stage.Verified or Stage.Assigned, Origin: null },
            Act.ProposeTransfer => complaint.Transfer is not { IsAgreed: true },
            Act.RecordConsent => complaint.Transfer is { IsAgreed: false },
            Act.SendTransfer => complaint.Transfer is { IsAgreed: true },
            Act.Part => complaint.IsFollowing,
            Act.Link => true,
            Act.Assign => complaint.Stage is Stage.Verified or Stage.Assigned or Stage.AtOmbudsman,
            Act.Answer => complaint.Stage is Stage.Assigned or Stage.AtOmbudsman,
            Act.Contact => complaint.MustBeContacted,
            Act.RequestUnmasking => complaint.HidesIdentity && Unmasking.CanAsk(complaint, actor, at),
            Act.RevealIdentity => complaint.HidesIdentity && Unmasking.CanRead(complaint, actor, at),
            // Two reasons are open to an office at every stage.
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
                .. complaint.IsOpen ? new[] { ClosingReason.AlreadyResolved, ClosingReason.NotCompetent } : [],
            ];
}
