using System.Collections.Immutable;

namespace Padu.Domain.Organisations;

/// <summary>What somebody may want to do with a case; the rows of <c>access.md</c>'s last column that exist so far.</summary>
public enum Act
{
    /// <summary>See it in a list and open it.</summary>
    Read,

    /// <summary>Ask the custodian to be shown who a protected reporter is.</summary>
    RequestUnmasking,

    /// <summary>Read who a protected reporter is; always with a reason, always an event.</summary>
    RevealIdentity,

    /// <summary>Take out a file as it was received, with the place and device it may tell; always with a reason, always an event.</summary>
    ReleaseOriginal,

    /// <summary>Allow or refuse what somebody else asked: an unmasking, a new code.</summary>
    JudgeRequest,

    /// <summary>Decide what a data subject asked for: a correction, a restriction, an erasure.</summary>
    DecidePrivacy,

    /// <summary>Keep a file from erasure while proceedings need it.</summary>
    PlaceHold,

    /// <summary>Choose another identity level.</summary>
    ChangeLevel,

    /// <summary>Record that somebody showed who they are and lost their code.</summary>
    ReportCodeLoss,

    /// <summary>Hand out the new code.</summary>
    ReissueCode,
    Verify,
    RequestCompletion,

    /// <summary>Give it another class after verification, or mark it as before a court.</summary>
    Classify,

    /// <summary>Say which stage of an election and which ad hoc body it concerns.</summary>
    Concern,
    Assign,

    /// <summary>An officer of the unit takes the case on.</summary>
    TakeUp,

    /// <summary>The unit gives it back to its office's admin, with a reason.</summary>
    Return,

    /// <summary>A head writes an instruction into the file.</summary>
    Direct,

    /// <summary>Ask the complainant something during handling.</summary>
    Ask,

    /// <summary>Answer the complainant, where the office lets its officers do so themselves.</summary>
    Answer,

    /// <summary>Hand a drafted answer to the head, where the office wants that.</summary>
    Propose,

    /// <summary>A head sends a proposed answer out, or back with a comment.</summary>
    Approve,
    Close,

    /// <summary>Open a closed case again.</summary>
    Reopen,

    /// <summary>Write for the own office only.</summary>
    Note,

    /// <summary>Say that what the complainant added was read.</summary>
    ReadWord,

    /// <summary>Declare a conflict of interest of one's own.</summary>
    DeclareConflict,

    /// <summary>Record that the holder of a post is named in the case.</summary>
    NamePerson,

    /// <summary>Refer to the Ombudsman, with the complainant's consent.</summary>
    Refer,

    /// <summary>Let the Ombudsman read what the office wrote for itself.</summary>
    ReleaseNotes,

    /// <summary>Record that a complainant without e-mail was told by telephone or in person.</summary>
    Contact,

    /// <summary>Propose to hand it on to another body.</summary>
    ProposeTransfer,

    /// <summary>Write down what the complainant said to that proposal.</summary>
    RecordConsent,

    /// <summary>Record that the onward letter went out.</summary>
    SendTransfer,

    /// <summary>Tie it to another case.</summary>
    Link,

    /// <summary>Let cases follow a leading one.</summary>
    Group,

    /// <summary>Let it stand for itself again.</summary>
    Part,

    /// <summary>Make a part of the letter a case of its own.</summary>
    Split,

    /// <summary>The complainant's own acts, by number and code.</summary>
    Follow,
}

/// <summary>What access needs to know of a case; public facts only.</summary>
/// <param name="Owner">The office that received and verifies it.</param>
/// <param name="Handler">The office it is assigned to, once it is.</param>
/// <param name="Unit">The unit it is assigned to.</param>
/// <param name="ReporterId">The random id of the complainant of this one case.</param>
/// <param name="IsProtected">The reporter asked for secrecy of identity.</param>
/// <param name="IsAnonymous">The reporter told no name; what may be known is a way to reach them.</param>
/// <param name="IsClosedToKpu">Filed straight to the Ombudsman and kept from the election commission: absent for all of it.</param>
public sealed record CaseSubject(
    OfficeCode Owner,
    OfficeCode? Handler,
    UnitCode? Unit,
    Guid ReporterId,
    bool IsProtected,
    bool IsAnonymous = false,
    bool IsClosedToKpu = false
)
{
    /// <summary>Where the case lies: with the office that must answer, before that with the one that received it. One office at a time.</summary>
    public OfficeCode Seat => Handler ?? Owner;

    /// <summary>The office the complaint is about; it never sees it, wherever it lies.</summary>
    public OfficeCode? Against { get; init; }

    /// <summary>Accounts kept away: their holders are named in the case or declared a conflict (UU 37/2008 art. 40; rule 33).</summary>
    public ImmutableArray<Guid> Barred { get; init; } = [];

    public bool Bars(Guid? account) => account is { } one && Barred.Contains(one);
}

/// <summary>
/// Who may do what, decided in one place (access.md). The list form of <see cref="Act.Read"/> is the one query filter in Storage, built from
/// <see cref="Scope"/>; a property test holds the two together. Out of scope means absent, and 404 at an address.
/// </summary>
public static partial class Access
{
    /// <summary>The rows of the case list an actor may see: the list form of <see cref="May"/> with <see cref="Act.Read"/>.</summary>
    /// <param name="All">Every case of the installation that is not kept from the election commission.</param>
    /// <param name="Office">Cases that lie with this office (<see cref="CaseSubject.Seat"/>).</param>
    /// <param name="Unit">Only those assigned to this unit of <paramref name="Office"/>.</param>
    /// <param name="Account">Who looks: never a case that bars this account, whatever the role.</param>
    public sealed record CaseScope(bool All, OfficeCode? Office, UnitCode? Unit, Guid? Account = null)
    {
        public static readonly CaseScope Nothing = new(false, null, null);

        /// <summary>The reader's own office: what is about it is not for it.</summary>
        public OfficeCode? NotAbout { get; init; }

        public bool Covers(CaseSubject subject) => !subject.Bars(Account) && !IsAboutReader(subject) && Reaches(subject);

        private bool IsAboutReader(CaseSubject subject) => NotAbout is { } own && subject.Against == own;

        private bool Reaches(CaseSubject subject) =>
            All ? !subject.IsClosedToKpu : Office is { } office && subject.Seat == office && (Unit is null || subject.Unit == Unit);
    }

    /// <summary>
    /// The province's admin and head see the province's own and the ten offices' cases; a regency's admin, head and auditor that office's; a
    /// unit officer the own unit's; nobody else has a case list yet. The Ombudsman sees a case by its examination (<see cref="ExaminationScope"/>).
    /// </summary>
    /// <law>access.md: a complaint about an office is verified and assigned by the next one up, and kept from that office.</law>
    public static CaseScope Scope(Actor actor) =>
        Reach(actor) is var reach && reach != CaseScope.Nothing && actor is Actor.Staff staff
            ? reach with
            {
                NotAbout = staff.Office.Code,
            }
            : CaseScope.Nothing;

    private static CaseScope Reach(Actor actor) =>
        actor switch
        {
            Actor.Staff { Office.Institution: not Institution.Kpu } => CaseScope.Nothing,
            Actor.Staff { Role: Role.AgencyAdmin or Role.Head or Role.Auditor, Office.Level: OfficeLevel.Province } staff => new CaseScope(
                true,
                null,
                null,
                staff.Account
            ),
            Actor.Staff { Role: Role.AgencyAdmin or Role.Head or Role.Auditor } staff => new CaseScope(
                false,
                staff.Office.Code,
                null,
                staff.Account
            ),
            Actor.Staff { Role: Role.UnitOfficer, Unit: { } unit } staff => new CaseScope(false, staff.Office.Code, unit, staff.Account),
            _ => CaseScope.Nothing,
        };

    public static bool May(Actor actor, Act act, CaseSubject subject) =>
        actor switch
        {
            Actor.Complainant complainant => act is Act.Follow or Act.ChangeLevel && complainant.Id == subject.ReporterId,
            Actor.Staff staff when subject.Bars(staff.Account) => false,
            // Neither has a case list: what reaches them is a request, or somebody who stands before them.
            Actor.Staff { Role: Role.Custodian } staff when act == Act.DecidePrivacy => staff.Office.Institution
                == (subject.IsClosedToKpu ? Institution.Ombudsman : Institution.Kpu),
            Actor.Staff { Role: Role.Custodian, Office.Institution: Institution.Kpu } => act
                is Act.RevealIdentity
                    or Act.JudgeRequest
                    or Act.ChangeLevel,
            Actor.Staff { Role: Role.FrontDesk, Office.Institution: Institution.Kpu } => act is Act.ReportCodeLoss or Act.ReissueCode,
            Actor.Staff staff => Scope(staff).Covers(subject) && StaffMay(staff, act, subject),
            Actor.System => false,
            Actor.Public => false,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>
    /// Who the reporter is, without the unmasking act: of an open case whoever may act on it; of a protected one nobody; of an anonymous one there
    /// is nothing to see (UU 25/2009 art. 42(4)).
    /// </summary>
    public static bool SeesIdentity(Actor actor, CaseSubject subject) =>
        subject is { IsProtected: false, IsAnonymous: false } && Handlings.Any(act => May(actor, act, subject));

    /// <summary>
    /// How the reporter can be reached, for telling them of an answer: with the identity, and of an anonymous case whoever must tell them, because the
    /// number was left for that and nothing else.
    /// </summary>
    public static bool SeesContact(Actor actor, CaseSubject subject) =>
        SeesIdentity(actor, subject) || (subject is { IsProtected: false, IsAnonymous: true } && May(actor, Act.Contact, subject));

    /// <summary>
    /// What an office writes for itself (notes, drafts of answers and what was said of them): that office's and the province's to read, never
    /// another regency's that the case goes to later.
    /// </summary>
    public static bool ReadsPaperOf(Actor.Staff reader, OfficeCode? writer) =>
        reader.Office.Institution == Institution.Kpu && (reader.Office.Code == writer || reader.Office.Level == OfficeLevel.Province);

    /// <summary>
    /// The rest of what an office wrote into a case for its own side (dispositions, directions, reasons): whoever has the case reads what the own office or
    /// the one above wrote; what another regency wrote before the case came stays there.
    /// </summary>
    /// <law>access.md: a transferred case shows each office its own part.</law>
    public static bool ReadsInCase(Actor.Staff reader, OfficeCode? writer) =>
        writer is null || ReadsPaperOf(reader, writer) || writer == reader.Office.Parent;

    /// <summary>The acts that move a case; reading alone is none.</summary>
    private static readonly Act[] Handlings = [Act.Verify, Act.RequestCompletion, Act.Assign, Act.Answer, Act.Close, Act.Contact];

    /// <summary>Who may enter a complaint for somebody: the counter of an election commission's office, and its admin.</summary>
    public static bool MayTakeIn(Actor actor) =>
        actor is Actor.Staff { Office.Institution: Institution.Kpu, Role: Role.FrontDesk or Role.AgencyAdmin };

    private static bool StaffMay(Actor.Staff staff, Act act, CaseSubject subject) =>
        act switch
        {
            Act.Read => true,
            Act.RequestUnmasking
            or Act.RevealIdentity
            or Act.ReleaseOriginal
            or Act.JudgeRequest
            or Act.DecidePrivacy
            or Act.PlaceHold
            or Act.ReportCodeLoss
            or Act.ReissueCode => staff.Role == Role.AgencyAdmin,
            // The office that received it verifies and routes; the province may do both for any of its offices.
            Act.Verify
            or Act.RequestCompletion
            or Act.Classify
            or Act.Concern
            or Act.Assign
            or Act.Refer
            or Act.ReleaseNotes
            or Act.Link
            or Act.Group
            or Act.Part
            or Act.Split => staff.Role == Role.AgencyAdmin
                && (subject.Seat == staff.Office.Code || staff.Office.Level == OfficeLevel.Province),
            // Another body is written to by the province alone; what the complainant says to it may be heard by whoever has the case.
            Act.ProposeTransfer or Act.SendTransfer => staff is { Role: Role.AgencyAdmin, Office.Level: not OfficeLevel.Regency },
            Act.RecordConsent => staff.Role == Role.AgencyAdmin || (staff.Role == Role.UnitOfficer && subject.Seat == staff.Office.Code),
            Act.TakeUp or Act.Return => staff.Role == Role.UnitOfficer && subject.Handler == staff.Office.Code,
            Act.Ask or Act.Answer or Act.Propose => staff.Role is Role.UnitOfficer or Role.AgencyAdmin
                && subject.Handler == staff.Office.Code,
            // Of the own office; the head of the province for all ten.
            Act.Approve or Act.Direct => staff.Role == Role.Head,
            Act.Close or Act.Contact or Act.ReadWord => staff.Role is Role.UnitOfficer or Role.AgencyAdmin
                && subject.Seat == staff.Office.Code,
            Act.Reopen or Act.NamePerson => staff.Role == Role.AgencyAdmin,
            Act.Note or Act.DeclareConflict => staff.Role is Role.UnitOfficer or Role.AgencyAdmin or Role.Head,
            Act.Follow or Act.ChangeLevel => false,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
