using System.Collections.Immutable;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Which stage of an election a complaint concerns, and which ad hoc body it is about.</summary>
public static class StageConcern
{
    /// <summary>Until it is answered; afterwards there is no work left that a stage could hurry.</summary>
    internal static bool IsTaken(Complaint complaint) =>
        complaint.Stage is Stage.Received or Stage.AwaitingCompletion or Stage.Verified or Stage.Assigned or Stage.Asked;

    /// <law>
    /// Section 4, row 21 and section 7 of the rule list: what concerns a stage has that stage's calendar beside the statutory period, and ad hoc bodies
    /// exist during stages only. What was said of a body that is dissolved is answered by the office above it.
    /// </law>
    public static Decision<ComplaintEvent> Name(Complaint complaint, ComplaintCommand.NameStage concern, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Concern, context) is { } no => no,
            _ when !IsTaken(complaint) => new Refusal("concern.too-late"),
            _ when concern.Stage is not null && context.Legal.Elections.Find(concern.Stage) is null => new Refusal(
                "concern.no-such-stage",
                nameof(concern.Stage)
            ),
            _ when concern.Body is { } body && body.Parent == complaint.Against => new Refusal(
                "concern.body-of-office",
                nameof(concern.Body)
            ),
            _ when Respondent(concern.Body, context) is var (body, office)
                    && (concern.Stage, body, office) == (complaint.Concern, complaint.Body, complaint.BodyOffice) => new Refusal(
                "concern.nothing-changed"
            ),
            _ => Named(complaint, concern, context),
        };

    /// <summary>What whoever filed said, or the letter a part was taken from.</summary>
    internal static IEnumerable<ComplaintEvent> Told(StageRef? concern) =>
        concern is null ? [] : [new ComplaintEvent.Concerned(concern.Election, concern.Stage, null, null)];

    private static ComplaintEvent.Concerned Named(Complaint complaint, ComplaintCommand.NameStage concern, ComplaintContext context)
    {
        var (body, office) = Respondent(concern.Body, context);
        return new ComplaintEvent.Concerned(concern.Stage?.Election, concern.Stage?.Stage, body, office)
        {
            Clocks = complaint.Clocks.Concerning(concern.Stage, context.At, context.Legal),
        };
    }

    /// <summary>A living body is named with the office that answers for it; of a dissolved one only the office is left.</summary>
    private static (AdHocCode? Body, OfficeCode? Office) Respondent(AdHocBody? body, ComplaintContext context) =>
        body is null ? (null, null)
        : body.LivesOn(context.Legal.DayOf(context.At)) ? (body.Code, body.Parent)
        : (null, body.Parent);
}
