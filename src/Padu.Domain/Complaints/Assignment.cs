using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Who works on a case: sent to a unit, taken on, given back, directed.</summary>
public static class Assignment
{
    /// <law>Disposisi by the agency admin (SP4N; domain rules, section 3). Assigning never restarts the complainant's clocks.</law>
    public static Decision<ComplaintEvent> Assign(Complaint complaint, ComplaintCommand.Assign assign, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Intake.Barred(complaint, Act.Assign, context) is { } no => no,
            Stage.Received or Stage.AwaitingCompletion => new Refusal("assign.not-verified"),
            Stage.Asked => new Refusal("assign.question-open"),
            Stage.Answered => new Refusal("assign.already-answered"),
            _ when assign.Target is not { Institution: Institution.Kpu } => new Refusal("assign.no-such-office", nameof(assign.Target)),
            _ when assign.Target.Code == complaint.Against => new Refusal("assign.against-office", nameof(assign.Target)),
            _ when context.Actor is Actor.Staff { Office: { Level: not OfficeLevel.Province } own } && assign.Target.Code != own.Code =>
                new Refusal("assign.outside-office", nameof(assign.Target)),
            _ when complaint.Handler == assign.Target.Code && complaint.Unit == assign.Unit => new Refusal(
                "assign.already-there",
                nameof(assign.Unit)
            ),
            _ when AllBarred(complaint, assign.Around.Admins) => new Refusal("assign.conflict-office", nameof(assign.Target)),
            _ when AllBarred(complaint, assign.Around.Officers) => new Refusal("assign.conflict-unit", nameof(assign.Unit)),
            _ when Wording.Check(nameof(assign.Instruction), assign.Instruction, required: false, longest: 2_000) is { } wrong => wrong,
            _ => new ComplaintEvent.Assigned(assign.Target.Code, assign.Unit, assign.Instruction)
            {
                // Taken up again while it is at the Ombudsman: as after a reply, the periods run anew.
                Clocks = complaint.Stage == Stage.AtOmbudsman ? [.. AfterAnswer.Periods(complaint, context)] : [],
            },
        };

    /// <summary>How long a disposition sent by mistake can simply be taken back; afterwards the unit returns it with a reason.</summary>
    public static readonly Duration TakenBackWithin = Duration.FromMinutes(30);

    /// <law>
    /// Disposisi is the admin's own order (SP4N; domain rules, section 3), so who may give it may take it back. Nothing that anybody did since is
    /// overridden: then it is assigned anew. The complainant's clocks run on, because assigning never touched them; where it did, the case having come
    /// back from the Ombudsman's desk, there is no way back.
    /// </law>
    public static Decision<ComplaintEvent> TakeBack(
        Complaint complaint,
        ComplaintCommand.TakeBackAssignment back,
        ComplaintContext context
    ) =>
        complaint.Before switch
        {
            _ when Intake.Barred(complaint, Act.Assign, context) is { } no => no,
            null => new Refusal("take-back.acted-since"),
            { Assignment: var last } when last != back.Assignment || last != complaint.Version => new Refusal("take-back.acted-since"),
            { Stage: Stage.AtOmbudsman } => new Refusal("take-back.clocks-run"),
            { At: var at } when context.At - at > TakenBackWithin => new Refusal("take-back.too-late"),
            var before => new ComplaintEvent.AssignmentTakenBack(before.Handler, before.Unit),
        };

    /// <law>SP4N, the liaison of the unit takes the disposition (domain rules, section 3). Another of the unit may take over.</law>
    public static Decision<ComplaintEvent> TakeUp(Complaint complaint, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Intake.Barred(complaint, Act.TakeUp, context) is { } no => no,
            not (Stage.Assigned or Stage.Asked) => new Refusal("takeup.not-assigned"),
            _ when context.Actor is not Actor.Staff staff || complaint.Officer == staff.Post => new Refusal("takeup.already-yours"),
            _ => new ComplaintEvent.TakenUp(((Actor.Staff)context.Actor).Post),
        };

    /// <law>SP4N: a disposition that is not the unit's goes back to the admin, who assigns again; the complainant's clocks run on.</law>
    public static Decision<ComplaintEvent> Return(Complaint complaint, ComplaintCommand.Return back, ComplaintContext context) =>
        complaint.Stage switch
        {
            _ when Intake.Barred(complaint, Act.Return, context) is { } no => no,
            Stage.Asked => new Refusal("assign.question-open"),
            not Stage.Assigned => new Refusal("return.not-assigned"),
            _ when Wording.Check(nameof(back.Reason), back.Reason, required: true, longest: 2_000) is { } wrong => wrong,
            _ => new ComplaintEvent.Returned(back.Reason),
        };

    /// <law>Heads direct (access table); what they write stands in the file, and the unit or the admin acts on it.</law>
    public static Decision<ComplaintEvent> Direct(Complaint complaint, ComplaintCommand.Direct direct, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Direct, context) is { } no => no,
            _ when Wording.Check(nameof(direct.Instruction), direct.Instruction, required: true, longest: 2_000) is { } wrong => wrong,
            _ => new ComplaintEvent.Directed(direct.Instruction),
        };

    /// <summary>Everybody who could act is kept away; where nobody holds the post, somebody may yet be appointed.</summary>
    internal static bool AllBarred(Complaint complaint, ImmutableArray<Guid> accounts) =>
        !accounts.IsEmpty && accounts.All(account => complaint.Subject.Bars(account));
}
