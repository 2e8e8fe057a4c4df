using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>What an office writes for itself.</summary>
public static class Notes
{
    /// <law>Internal notes are the writing office's and the province's to read (access table); a closed case takes them too.</law>
    public static Decision<ComplaintEvent> Add(Complaint complaint, ComplaintCommand.AddNote note, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Note, context) is { } no => no,
            _ when Wording.Check(nameof(note.Text), note.Text, required: true, longest: 4_000) is { } wrong => wrong,
            _ => new ComplaintEvent.NoteAdded(note.Text),
        };
}
