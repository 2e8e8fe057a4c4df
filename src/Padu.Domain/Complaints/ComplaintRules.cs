using System.Collections.Immutable;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Every request to a complaint, decided: the one door for pages, mail, imports and the sweep.</summary>
public static class ComplaintRules
{
    public static Decision<ComplaintEvent> Decide(Complaint complaint, ComplaintCommand command, ComplaintContext context) =>
        command switch
        {
            ComplaintCommand.Submit c => Intake.Submit(complaint, c, context),
            ComplaintCommand.RequestCompletion c => Intake.RequestCompletion(complaint, c, context),
            ComplaintCommand.Complete c => Intake.Complete(complaint, c, context),
            ComplaintCommand.Verify c => Intake.Verify(complaint, c, context),
            ComplaintCommand.Assign c => Assignment.Assign(complaint, c, context),
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
            ComplaintCommand.RevealIdentity c => Handling.RevealIdentity(complaint, c, context),
            ComplaintCommand.ReportUnreached => Handling.ReportUnreached(complaint, context),
            ComplaintCommand.RecordContact c => Handling.RecordContact(complaint, c, context),
            ComplaintCommand.Accept c => Closing.Accept(complaint, c, context),
            ComplaintCommand.Close c => Closing.Close(complaint, c, context),
            ComplaintCommand.Lapse c => Closing.Lapse(complaint, c, context),
            ComplaintCommand.Import c => Intake.Import(complaint, c, context),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };

    /// <summary>
    /// The acts a page may offer this actor now: those for which a well-formed request would not be refused. A test holds this list and
    /// <see cref="Decide"/> together over every state, act and person.
    /// </summary>
    /// <param name="needsApproval">The office that must answer wants its head to approve answers.</param>
    public static ImmutableArray<Act> Offers(Complaint complaint, Actor actor, bool needsApproval = false) =>
        [.. OfStaff.Where(act => Intake.Barred(complaint, act, actor) is null && Takes(complaint, act, actor, needsApproval))];

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
        Act.Reopen,
        Act.Direct,
        Act.Note,
        Act.RevealIdentity,
        Act.NamePerson,
        Act.DeclareConflict,
        Act.Close,
    ];

    private static bool Takes(Complaint complaint, Act act, Actor actor, bool needsApproval) =>
        act switch
        {
            Act.Verify or Act.RequestCompletion => complaint.Stage == Stage.Received,
            Act.Assign => complaint.Stage is Stage.Verified or Stage.Assigned,
            Act.TakeUp => complaint.Stage is Stage.Assigned or Stage.Asked
                && actor is Actor.Staff staff
                && complaint.Officer != staff.Post,
            Act.Return => complaint.Stage == Stage.Assigned,
            Act.Ask => complaint is { Stage: Stage.Assigned, Proposal: 0 },
            Act.Answer => !needsApproval && complaint.Stage is (Stage.Assigned or Stage.Asked),
            Act.Propose => needsApproval && complaint.Stage is (Stage.Assigned or Stage.Asked),
            Act.Approve => complaint.Proposal > 0,
            Act.Contact => complaint.MustBeContacted,
            Act.ReadWord => complaint.HasNewWord,
            Act.Reopen => complaint.Stage == Stage.Closed,
            Act.Direct or Act.Note or Act.NamePerson or Act.DeclareConflict => true,
            Act.RevealIdentity => complaint is { Level: IdentityLevel.Protected, IdentityVersion: > 0 },
            // Some reasons are open to an office at every stage.
            Act.Close => complaint.IsOpen,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The reasons with which an office may close at this stage; the complainant's own are not among them.</summary>
    public static ImmutableArray<ClosingReason> ClosingReasons(Complaint complaint) =>
        [
            .. complaint.Stage == Stage.Answered ? new[] { ClosingReason.NoCounterReply } : [],
            .. complaint.Stage == Stage.AwaitingCompletion ? new[] { ClosingReason.NotCompleted } : [],
            .. complaint.IsOpen ? new[]
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
