using System.Collections.Immutable;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Keeping people away from a case that is about them.</summary>
public static class Conflicts
{
    /// <law>UU 37/2008 art. 40 by analogy; rule 33: who has an interest in the matter takes no part, and says so without being asked.</law>
    public static Decision<ComplaintEvent> Declare(
        Complaint complaint,
        ComplaintCommand.DeclareConflict declare,
        ComplaintContext context
    ) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.DeclareConflict, context) is { } no => no,
            _ when Wording.Check(nameof(declare.Reason), declare.Reason, required: true, longest: 1_000) is { } wrong => wrong,
            _ => Bar(complaint, [((Actor.Staff)context.Actor).Account], BarGround.Declared, declare.Reason, declare.Around, context),
        };

    /// <law>Rule 33, edge case (c): a complaint about whoever would get the disposition never reaches them.</law>
    public static Decision<ComplaintEvent> Name(Complaint complaint, ComplaintCommand.NamePerson name, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.NamePerson, context) is { } no => no,
            _ when name.Accounts.IsDefaultOrEmpty => new Refusal("conflict.nobody-holds-it", "Post"),
            _ when name.Accounts.All(account => complaint.Subject.Bars(account)) => new Refusal("conflict.already-kept", "Post"),
            _ when Wording.Check(nameof(name.Reason), name.Reason, required: true, longest: 1_000) is { } wrong => wrong,
            _ => Bar(
                complaint,
                [.. name.Accounts.Where(account => !complaint.Subject.Bars(account))],
                BarGround.Named,
                name.Reason,
                name.Around,
                context
            ),
        };

    /// <law>A bar put by mistake is lifted by the province alone: no office decides that its own people may look again.</law>
    public static Decision<ComplaintEvent> Lift(Complaint complaint, ComplaintCommand.LiftBar lift, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.NamePerson, context) is { } no => no,
            _ when context.Actor is not Actor.Staff { Office.Level: OfficeLevel.Province } => new Refusal("conflict.province-lifts"),
            _ when lift.Accounts.IsDefaultOrEmpty || !lift.Accounts.Any(account => complaint.Subject.Bars(account)) => new Refusal(
                "conflict.not-kept",
                "Post"
            ),
            _ when Wording.Check(nameof(lift.Reason), lift.Reason, required: true, longest: 1_000) is { } wrong => wrong,
            _ => ImmutableArray.CreateRange<ComplaintEvent>(
                lift.Accounts.Where(account => complaint.Subject.Bars(account))
                    .Select(account => new ComplaintEvent.BarLifted(account, lift.Reason))
            ),
        };

    /// <summary>
    /// Where nobody is left who may lead the case in its office, the next one up has it (access.md: against the deciding office); where only the unit has
    /// nobody left, it goes back to the admin, who assigns again.
    /// </summary>
    private static ImmutableArray<ComplaintEvent> Bar(
        Complaint complaint,
        ImmutableArray<Guid> accounts,
        BarGround ground,
        string reason,
        Around around,
        ComplaintContext context
    )
    {
        var after = complaint with { Bars = [.. complaint.Bars, .. accounts.Select(account => new CaseBar(account, ground, true))] };
        var barred = accounts.Select(ComplaintEvent (account) => new ComplaintEvent.Barred(account, ground, reason));
        return
        [
            .. barred,
            .. around.NextUp is { } upper && Assignment.AllBarred(after, around.Admins)
                ? [new ComplaintEvent.HandedUp(upper) { Clocks = [.. Questions.End(complaint, context)] }]
            : complaint.Stage is Stage.Assigned or Stage.Asked && Assignment.AllBarred(after, around.Officers)
                ? new ComplaintEvent[] { new ComplaintEvent.Returned(null) { Clocks = [.. Questions.End(complaint, context)] } }
            : [],
        ];
    }
}
