namespace Padu.Domain.Organisations;

/// <summary>What somebody may want to do with an agreement, from the first draft on.</summary>
public enum AgreementAct
{
    /// <summary>Open the desk's page: drafts, approvals, evaluations.</summary>
    Read,

    /// <summary>Begin one, or write its next draft.</summary>
    Draft,
    Approve,
    Sign,
    AddDocument,
    End,

    /// <summary>Write the yearly evaluation.</summary>
    Evaluate,

    /// <summary>Agree with the evaluation that the other side wrote.</summary>
    AgreeEvaluation,

    /// <summary>Make a clause or plan item an obligation of an office.</summary>
    Promise,
}

/// <summary>What somebody may want to do with an obligation.</summary>
public enum ObligationAct
{
    /// <summary>See it on the desk's board and open it, evidence included.</summary>
    Read,
    GiveEvidence,
    Judge,
    CarryOver,
    Withdraw,
}

/// <summary>What access needs to know of an agreement.</summary>
/// <param name="Parties">The offices that make it.</param>
public sealed record AgreementSubject(System.Collections.Immutable.ImmutableArray<OfficeCode> Parties);

/// <summary>What access needs to know of an obligation.</summary>
/// <param name="Owner">The office that owes.</param>
/// <param name="Judge">The office that judges the evidence; never the owner.</param>
public sealed record ObligationSubject(OfficeCode Owner, OfficeCode Judge);

/// <summary>Who may do what in the cooperation of both institutions (access.md, the row of the cooperation secretariat).</summary>
public static partial class Access
{
    /// <summary>The obligations of the desk's board an actor may see: the list form of <see cref="ObligationAct.Read"/>.</summary>
    /// <param name="Office">Only what this office owes; null with <paramref name="All"/> false for nobody's.</param>
    public sealed record ObligationScope(bool All, OfficeCode? Office)
    {
        public static readonly ObligationScope Nothing = new(false, null);

        public bool Covers(ObligationSubject subject) => All || Office == subject.Owner;
    }

    /// <summary>Both sides' province offices see everything that is owed; one of the ten what it owes itself.</summary>
    public static ObligationScope ScopeOfObligations(Actor actor) =>
        actor switch
        {
            Actor.Staff staff when !Cooperates(staff) => ObligationScope.Nothing,
            Actor.Staff { Office.Level: OfficeLevel.Regency } staff => new ObligationScope(false, staff.Office.Code),
            Actor.Staff => new ObligationScope(true, null),
            _ => ObligationScope.Nothing,
        };

    public static bool May(Actor actor, ObligationAct act, ObligationSubject subject) =>
        actor is Actor.Staff staff
        && ScopeOfObligations(staff).Covers(subject)
        && act switch
        {
            ObligationAct.Read => true,
            ObligationAct.GiveEvidence => Speaks(staff) && staff.Office.Code == subject.Owner,
            // Nobody judges what the own office owes.
            ObligationAct.Judge or ObligationAct.CarryOver or ObligationAct.Withdraw => Speaks(staff)
                && staff.Role != Role.AgencyAdmin
                && staff.Office.Code == subject.Judge
                && staff.Office.Code != subject.Owner,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Who enters what Bawaslu or DKPP decided: the election commission's secretariat and admins.</summary>
    public static bool MayRecordRulings(Actor actor) =>
        actor is Actor.Staff { Office.Institution: Institution.Kpu, Role: Role.CooperationSecretariat or Role.AgencyAdmin };

    /// <summary>An office's own; the province also those of the offices below it.</summary>
    public static bool MayRecordRuling(Actor actor, Office owner) =>
        MayRecordRulings(actor) && actor is Actor.Staff staff && (staff.Office.Code == owner.Code || staff.Office.Code == owner.Parent);

    public static bool May(Actor actor, AgreementAct act, AgreementSubject subject) =>
        actor is Actor.Staff staff
        && ReadsAgreements(staff)
        && act switch
        {
            AgreementAct.Read => true,
            _ when !subject.Parties.Contains(staff.Office.Code) => false,
            // A secretariat writes; what binds the institution its head says.
            AgreementAct.Draft or AgreementAct.AddDocument or AgreementAct.Evaluate => Writes(staff),
            AgreementAct.Approve or AgreementAct.Sign or AgreementAct.End => Heads(staff),
            AgreementAct.AgreeEvaluation or AgreementAct.Promise => Writes(staff) || Heads(staff),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Who has the desk's pages of agreements.</summary>
    public static bool ReadsAgreements(Actor actor) =>
        actor is Actor.Staff { Office.Level: OfficeLevel.Province } staff && Cooperates(staff);

    /// <summary>Who may begin an agreement between the own office and another.</summary>
    public static bool MayDraft(Actor actor) => actor is Actor.Staff { Office.Level: OfficeLevel.Province } staff && Writes(staff);

    /// <summary>The cooperation is of two institutions; no post of another body takes part.</summary>
    private static bool Cooperates(Actor.Staff staff) =>
        staff.Office.Institution != Institution.Other && (Speaks(staff) || staff.Role == Role.Auditor);

    private static bool Speaks(Actor.Staff staff) =>
        staff.Role is Role.CooperationSecretariat or Role.AgencyAdmin or Role.Head or Role.OmbudsmanAssistant or Role.OmbudsmanHead;

    private static bool Writes(Actor.Staff staff) => staff.Role is Role.CooperationSecretariat or Role.OmbudsmanAssistant;

    private static bool Heads(Actor.Staff staff) => staff.Role is Role.Head or Role.OmbudsmanHead;
}
