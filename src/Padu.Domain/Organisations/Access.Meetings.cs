using System.Collections.Immutable;

namespace Padu.Domain.Organisations;

/// <summary>What somebody may want to do with a meeting.</summary>
public enum MeetingAct
{
    /// <summary>Open the desk's page.</summary>
    Read,
    Plan,
    Invite,
    Move,
    Cancel,

    /// <summary>Set the questionnaire of a theme.</summary>
    SetInstrument,

    /// <summary>Answer a questionnaire for the own office.</summary>
    Fill,

    /// <summary>Show the links for attendance in the room.</summary>
    OpenAttendance,

    /// <summary>Note attendance in the list at the door.</summary>
    NoteAttendance,
    AddMaterial,

    /// <summary>Say that it was held.</summary>
    Hold,
    WriteMinutes,
    Decide,
    ApproveMinutes,
    Close,
}

/// <summary>What access needs to know of a meeting.</summary>
/// <param name="Convener">The office that convenes it.</param>
/// <param name="Joint">The office of the other institution that convenes it too.</param>
/// <param name="Invited">The offices that are invited.</param>
/// <param name="IsDraft">Known to its conveners only.</param>
public sealed record MeetingSubject(OfficeCode Convener, OfficeCode? Joint, ImmutableArray<OfficeCode> Invited, bool IsDraft)
{
    public bool Convenes(OfficeCode office) => office == Convener || office == Joint;
}

/// <summary>Who may do what with a meeting (access.md: each office's part, and the row of the cooperation secretariat).</summary>
public static partial class Access
{
    /// <summary>Whose desk has meetings: what this office convenes, and what it is invited to. Lists go along its seats.</summary>
    public static OfficeCode? ScopeOfMeetings(Actor actor) => actor is Actor.Staff staff && TakesPart(staff) ? staff.Office.Code : null;

    public static bool May(Actor actor, MeetingAct act, MeetingSubject subject) =>
        actor is Actor.Staff staff
        && TakesPart(staff)
        && (subject.Convenes(staff.Office.Code) || (!subject.IsDraft && subject.Invited.Contains(staff.Office.Code)))
        && act switch
        {
            MeetingAct.Read => true,
            MeetingAct.Fill => subject.Invited.Contains(staff.Office.Code) && staff.Role != Role.Auditor,
            _ when !subject.Convenes(staff.Office.Code) => false,
            // What binds the institution its head says.
            MeetingAct.ApproveMinutes => Heads(staff),
            MeetingAct.Cancel or MeetingAct.Move or MeetingAct.Close => Writes(staff) || Heads(staff),
            MeetingAct.Plan
            or MeetingAct.Invite
            or MeetingAct.SetInstrument
            or MeetingAct.OpenAttendance
            or MeetingAct.NoteAttendance
            or MeetingAct.AddMaterial
            or MeetingAct.Hold
            or MeetingAct.WriteMinutes
            or MeetingAct.Decide => Writes(staff),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Who may convene a meeting: the secretariat of a province's office.</summary>
    public static bool MayConvene(Actor actor) => actor is Actor.Staff { Office.Level: OfficeLevel.Province } staff && Writes(staff);

    /// <summary>A unit officer answers for the division at home.</summary>
    private static bool TakesPart(Actor.Staff staff) => Cooperates(staff) || staff.Role == Role.UnitOfficer;
}
