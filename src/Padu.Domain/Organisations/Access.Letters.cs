namespace Padu.Domain.Organisations;

/// <summary>What somebody may want to do with a letter of a case.</summary>
public enum LetterAct
{
    Read,
    Edit,
    Propose,
    Discard,

    /// <summary>Sign it, or give it back with a comment.</summary>
    Approve,
    Issue,
    Revoke,
}

/// <summary>What access needs to know of a letter.</summary>
/// <param name="Office">On whose letterhead.</param>
/// <param name="Documents">The act on the case that it documents.</param>
/// <param name="IsInternal">It never leaves the office.</param>
/// <param name="IsOut">It was issued.</param>
/// <param name="Signatory">The post that signed; null before.</param>
public sealed record LetterSubject(OfficeCode Office, CaseSubject Case, Act Documents, bool IsInternal, bool IsOut, PostId? Signatory);

/// <summary>Letters of a case (access.md: an office's own paper stays with it; what went out is read by whoever has the case).</summary>
public static partial class Access
{
    public static bool May(Actor actor, LetterAct act, LetterSubject subject) =>
        actor is Actor.Staff staff
        && May(staff, Act.Read, subject.Case)
        && ReadsLetter(staff, subject)
        && act switch
        {
            LetterAct.Read => true,
            _ when staff.Office.Code != subject.Office => false,
            LetterAct.Edit or LetterAct.Propose or LetterAct.Discard => May(staff, subject.Documents, subject.Case),
            LetterAct.Approve => staff.Role is Role.Head or Role.AgencyAdmin,
            LetterAct.Issue => staff.Role == Role.Head || May(staff, subject.Documents, subject.Case),
            LetterAct.Revoke => staff.Role == Role.Head || staff.Post == subject.Signatory,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Who edits the templates of the own office.</summary>
    public static bool MayEditTemplates(Actor actor) =>
        actor is Actor.Staff { Role: Role.AgencyAdmin, Office.Institution: Institution.Kpu };

    /// <summary>
    /// Who reads the book of letters of an office: who has a case list there, and the province for its offices. Every number that was given stands in it; what a
    /// letter says is read by whoever still has its case.
    /// </summary>
    public static bool ReadsBookOf(Actor.Staff reader, Office office) =>
        Scope(reader) is var scope
        && scope != CaseScope.Nothing
        && (reader.Office.Code == office.Code || (scope.All && office.Institution == reader.Office.Institution));

    /// <summary>A draft is the office's own paper, a disposition is read as the rest of what it wrote for its own side, a letter by whoever has the case.</summary>
    private static bool ReadsLetter(Actor.Staff reader, LetterSubject subject) =>
        subject switch
        {
            { IsOut: false } => ReadsPaperOf(reader, subject.Office),
            { IsInternal: true } => ReadsInCase(reader, subject.Office),
            _ => true,
        };
}
