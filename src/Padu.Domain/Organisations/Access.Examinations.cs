namespace Padu.Domain.Organisations;

/// <summary>What somebody may want to do with an examination.</summary>
public enum ExaminationAct
{
    /// <summary>See it in a list and open it, with the complaint's file.</summary>
    Read,
    Verify,
    RequestCompletion,

    /// <summary>Accept or not accept, in plenary.</summary>
    Plenary,
    Begin,
    Conclude,
    Close,

    /// <summary>Flag for rapid response (RCO).</summary>
    FlagRapid,

    /// <summary>Write and open deliberations.</summary>
    Deliberate,

    /// <summary>Read who a protected reporter is, where that was shared; always with a reason, always an event.</summary>
    RevealIdentity,

    /// <summary>The complainant's own acts.</summary>
    Follow,
}

/// <summary>What access needs to know of an examination; public facts only.</summary>
/// <param name="Office">The Ombudsman's office that has it.</param>
/// <param name="ReporterId">The random id of the complainant of this one case.</param>
/// <param name="IsOpen">The reporter's identity was open from the beginning.</param>
/// <param name="SharesIdentity">The reporter lets the Ombudsman know who they are.</param>
public sealed record ExaminationSubject(OfficeCode Office, Guid ReporterId, bool IsOpen, bool SharesIdentity);

/// <summary>Who may do what with an examination (access.md, the Ombudsman's rows).</summary>
public static partial class Access
{
    /// <summary>The rows of the Ombudsman's list an actor may see: the list form of <see cref="ExaminationAct.Read"/>.</summary>
    /// <param name="Office">The own office's; null for nobody's.</param>
    public sealed record ExaminationScope(OfficeCode? Office)
    {
        public static readonly ExaminationScope Nothing = new((OfficeCode?)null);

        public bool Covers(ExaminationSubject subject) => Office == subject.Office;
    }

    /// <summary>An assistant, the head and the auditor of an Ombudsman's office see that office's; the national head nothing before recommendations.</summary>
    public static ExaminationScope ScopeOfExaminations(Actor actor) =>
        actor switch
        {
            Actor.Staff { Office.Institution: not Institution.Ombudsman } => ExaminationScope.Nothing,
            Actor.Staff { Role: Role.OmbudsmanAssistant or Role.OmbudsmanHead or Role.Auditor } staff => new ExaminationScope(
                staff.Office.Code
            ),
            _ => ExaminationScope.Nothing,
        };

    public static bool May(Actor actor, ExaminationAct act, ExaminationSubject subject) =>
        actor switch
        {
            Actor.Complainant complainant => act == ExaminationAct.Follow && complainant.Id == subject.ReporterId,
            Actor.Staff staff => ScopeOfExaminations(staff).Covers(subject) && StaffMay(staff, act),
            Actor.System => false,
            Actor.Public => false,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Who the reporter is, without the unmasking act: of an open report whoever may act on it.</summary>
    public static bool SeesIdentity(Actor actor, ExaminationSubject subject) =>
        subject is { IsOpen: true, SharesIdentity: true } && May(actor, ExaminationAct.Verify, subject);

    private static bool StaffMay(Actor.Staff staff, ExaminationAct act) =>
        act switch
        {
            ExaminationAct.Read => true,
            // An assistant prepares; what the plenary decides, the head of office records.
            ExaminationAct.Plenary or ExaminationAct.Conclude => staff.Role == Role.OmbudsmanHead,
            ExaminationAct.Verify
            or ExaminationAct.RequestCompletion
            or ExaminationAct.Begin
            or ExaminationAct.Close
            or ExaminationAct.FlagRapid
            or ExaminationAct.Deliberate
            or ExaminationAct.RevealIdentity => staff.Role is Role.OmbudsmanAssistant or Role.OmbudsmanHead,
            ExaminationAct.Follow => false,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
