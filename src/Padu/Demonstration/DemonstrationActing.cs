using System.Diagnostics;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Demonstration;

/// <summary>Who does a scripted act, as a post; null for the complainant.</summary>
/// <param name="Unit">The unit whose officer acts; where nobody holds that post the office's admin does.</param>
public sealed record DemonstrationPost(OfficeCode Office, UnitCode? Unit);

/// <summary>Turns a scripted act into the request that a page would send.</summary>
public static class DemonstrationActing
{
    public static DemonstrationPost? PostFor(DemonstrationAct act, Complaint complaint) =>
        act.Do switch
        {
            ScriptedAct.Complete or ScriptedAct.Reply or ScriptedAct.Accept or ScriptedAct.AddWord => null,
            ScriptedAct.Verify or ScriptedAct.Ask or ScriptedAct.Assign or ScriptedAct.Reveal => new DemonstrationPost(
                complaint.Owner,
                null
            ),
            ScriptedAct.TakeUp
            or ScriptedAct.Answer
            or ScriptedAct.Propose
            or ScriptedAct.Note
            or ScriptedAct.Contact
            or ScriptedAct.Close => new DemonstrationPost(complaint.Handler ?? complaint.Owner, complaint.Unit),
            _ => throw new UnreachableException(),
        };

    /// <param name="find">The register of offices.</param>
    public static ComplaintCommand CommandOf(
        DemonstrationAct act,
        Complaint complaint,
        DemonstrationDays days,
        Func<OfficeCode, Office?> find
    )
    {
        // What an office writes is dated by the calendar; a complainant never writes placeholders.
        var text = act.Text is null ? "" : days.Words(act.Text, complaint.Language);
        return act.Do switch
        {
            ScriptedAct.Verify => new ComplaintCommand.Verify(act.Class!.Value, act.Title!, act.Text is null ? null : text)
            {
                Kind = act.Kind is { } kind ? new GrievanceCode(kind) : null,
            },
            ScriptedAct.Assign => new ComplaintCommand.Assign(
                find(act.Office is null ? complaint.Owner : new OfficeCode(act.Office)),
                new UnitCode(act.Unit!),
                act.Text is null ? null : text
            ),
            ScriptedAct.TakeUp => new ComplaintCommand.TakeUp(),
            ScriptedAct.Ask => new ComplaintCommand.RequestCompletion(act.Missing, text),
            ScriptedAct.Complete => new ComplaintCommand.Complete(text, []),
            ScriptedAct.Answer => new ComplaintCommand.Answer(text, []),
            ScriptedAct.Propose => new ComplaintCommand.Propose(text, []),
            ScriptedAct.AddWord => new ComplaintCommand.AddWord(text, []),
            ScriptedAct.Note => new ComplaintCommand.AddNote(text),
            ScriptedAct.Reply => new ComplaintCommand.Reply(text, []),
            ScriptedAct.Accept => new ComplaintCommand.Accept(act.Text is null ? null : text),
            ScriptedAct.Close => new ComplaintCommand.Close(act.Reason!.Value, text),
            ScriptedAct.Reveal => new ComplaintCommand.RevealIdentity(text),
            ScriptedAct.Contact => new ComplaintCommand.RecordContact(text),
            _ => throw new UnreachableException(),
        };
    }
}
