using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Telling a complainant whom no mail reaches.</summary>
public static class Handling
{
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
