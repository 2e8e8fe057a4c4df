using System.Collections.Immutable;

namespace Padu.Domain.Organisations;

/// <summary>What somebody may want to do with an agenda item of both institutions.</summary>
public enum AgendaAct
{
    /// <summary>Open the desk's page, also of what is only proposed.</summary>
    Read,
    Accept,
    Decline,

    /// <summary>Name another time: a counter-proposal, or a move of what was agreed.</summary>
    Move,

    /// <summary>Move or cancel one day of a series.</summary>
    ChangeDay,
    Cancel,
    Plan,
    AddFile,
    RecordOutcome,
}

/// <summary>What somebody may want to do with an input (masukan).</summary>
public enum InputAct
{
    /// <summary>See it in the desk's list and open it; never who wrote it.</summary>
    Read,

    /// <summary>Say that it was read.</summary>
    Acknowledge,
    Answer,

    /// <summary>Say what changed because of it.</summary>
    TellChange,
    Publish,
}

/// <summary>What access needs to know of an agenda item.</summary>
/// <param name="Offices">The offices concerned.</param>
/// <param name="Awaits">The institution that is asked; null where none is.</param>
public sealed record AgendaSubject(ImmutableArray<OfficeCode> Offices, Institution? Awaits);

/// <summary>What access needs to know of an input.</summary>
/// <param name="To">The office that answers.</param>
/// <param name="From">The office that gave it; null for election participants and the public.</param>
public sealed record InputSubject(OfficeCode To, OfficeCode? From);

/// <summary>Agenda and inputs (access.md, the row of the cooperation secretariat).</summary>
public static partial class Access
{
    /// <summary>The items of the desk's agenda an actor may see: the list form of <see cref="AgendaAct.Read"/>.</summary>
    /// <param name="Office">Only what concerns this office; null with <paramref name="All"/> false for nobody's.</param>
    public sealed record AgendaScope(bool All, OfficeCode? Office)
    {
        public static readonly AgendaScope Nothing = new(false, null);

        public bool Covers(AgendaSubject subject) => All || (Office is { } own && subject.Offices.Contains(own));
    }

    /// <summary>The inputs of the desk's lists an actor may see: the list form of <see cref="InputAct.Read"/>.</summary>
    /// <param name="Office">Only what this office answers or gave; null with <paramref name="All"/> false for nobody's.</param>
    public sealed record InputScope(bool All, OfficeCode? Office)
    {
        public static readonly InputScope Nothing = new(false, null);

        public bool Covers(InputSubject subject) => All || (Office is { } own && (subject.To == own || subject.From == own));
    }

    /// <summary>Both sides' province offices see the whole agenda; one of the ten what concerns it.</summary>
    public static AgendaScope ScopeOfAgenda(Actor actor) =>
        actor switch
        {
            Actor.Staff staff when !Cooperates(staff) => AgendaScope.Nothing,
            Actor.Staff { Office.Level: OfficeLevel.Regency } staff => new AgendaScope(false, staff.Office.Code),
            Actor.Staff => new AgendaScope(true, null),
            _ => AgendaScope.Nothing,
        };

    /// <summary>Both sides' province offices see every input; one of the ten its own.</summary>
    public static InputScope ScopeOfInputs(Actor actor) =>
        actor switch
        {
            Actor.Staff staff when !Cooperates(staff) => InputScope.Nothing,
            Actor.Staff { Office.Level: OfficeLevel.Regency } staff => new InputScope(false, staff.Office.Code),
            Actor.Staff => new InputScope(true, null),
            _ => InputScope.Nothing,
        };

    /// <summary>Who may propose an item between the institutions.</summary>
    public static bool MayProposeAgenda(Actor actor) =>
        actor is Actor.Staff { Office.Institution: Institution.Kpu or Institution.Ombudsman } staff && Speaks(staff);

    /// <summary>Who may give an input on behalf of an office.</summary>
    public static bool MayGiveInput(Actor actor) => MayProposeAgenda(actor);

    /// <summary>Whose words and address of an input are destroyed by whom: the author's own, or by the custodian of the institution that keeps them.</summary>
    public static bool MayErase(Actor actor, Guid author, Institution keeper) =>
        actor switch
        {
            Actor.Complainant own => own.Id == author,
            Actor.Staff { Role: Role.Custodian } staff => staff.Office.Institution == keeper,
            _ => false,
        };

    public static bool May(Actor actor, AgendaAct act, AgendaSubject subject) =>
        actor is Actor.Staff staff
        && ScopeOfAgenda(staff).Covers(subject)
        && act switch
        {
            AgendaAct.Read => true,
            _ when !Speaks(staff) => false,
            // Nobody accepts or declines what the own institution proposed.
            AgendaAct.Accept or AgendaAct.Decline => staff.Office.Institution == subject.Awaits,
            AgendaAct.Move => subject.Awaits is null || staff.Office.Institution == subject.Awaits,
            AgendaAct.Cancel => subject.Awaits is null || staff.Office.Institution != subject.Awaits,
            AgendaAct.ChangeDay or AgendaAct.Plan or AgendaAct.AddFile or AgendaAct.RecordOutcome => true,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static bool May(Actor actor, InputAct act, InputSubject subject) =>
        actor is Actor.Staff staff
        && ScopeOfInputs(staff).Covers(subject)
        && act switch
        {
            InputAct.Read => true,
            InputAct.Acknowledge or InputAct.Answer or InputAct.TellChange or InputAct.Publish => Speaks(staff)
                && staff.Office.Code == subject.To,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
