using Microsoft.AspNetCore.Authorization;
using Padu.Domain.Organisations;
using Padu.Domain.Oversight;

namespace Padu.Organisations;

/// <summary>
/// The doors of the house, by name, for <c>[Authorize(Policy = …)]</c>. A door opens a page; what a page shows and does is decided by
/// <see cref="Access"/>. Behind a closed door there is nothing: 404.
/// </summary>
public static class Policies
{
    /// <summary>Anybody with a session, also without a post: the own account.</summary>
    public const string Account = "akun";

    /// <summary>Anybody who acts in a post; what every page without another policy asks for.</summary>
    public const string Staff = "staf";

    /// <summary>Who has a case list.</summary>
    public const string Desk = "meja";

    /// <summary>Who sees figures of whole offices.</summary>
    public const string Overview = "kantor";

    public const string FrontDesk = "petugas";
    public const string Verifier = "verifikator";
    public const string Answerer = "penjawab";
    public const string Head = "pimpinan";
    public const string Custodian = "kustodian";

    /// <summary>Who may be asked to judge what others asked: unmasking, a new code.</summary>
    public const string Judge = "penilai";

    /// <summary>Who decides what data subjects ask for.</summary>
    public const string PersonalData = "pdp";

    /// <summary>Who reads the register of failures of protection of the own institution, and who keeps it.</summary>
    public const string Breaches = "insiden";
    public const string BreachKeepers = "pencatat-insiden";

    /// <summary>Who may take up a lost code.</summary>
    public const string CodeLoss = "kode-hilang";

    public const string Auditor = "auditor";
    public const string Secretariat = "sekretariat";

    /// <summary>Who has the desk's pages of agreements.</summary>
    public const string Cooperation = "kerja-sama";

    /// <summary>Who begins agreements and writes their drafts.</summary>
    public const string Drafter = "perancang";

    /// <summary>Who has the desk's board of obligations.</summary>
    public const string Obligations = "kewajiban";

    /// <summary>Who has the desk's agenda of both institutions.</summary>
    public const string Agenda = "agenda";

    /// <summary>Who has the desk's lists of inputs (masukan).</summary>
    public const string Inputs = "masukan";

    /// <summary>Who proposes agenda items and gives inputs for an office.</summary>
    public const string Coordinator = "koordinator";

    /// <summary>Whose desk has meetings: what the office convenes and is invited to.</summary>
    public const string Meetings = "rakor";

    /// <summary>Who convenes meetings.</summary>
    public const string Convener = "penyelenggara-rakor";

    /// <summary>Who has a list of examinations.</summary>
    public const string Ombudsman = "ombudsman";

    /// <summary>Who looks after people and posts.</summary>
    public const string Administrator = "pengelola";

    public const string Operator = "operator";

    /// <summary>Who reads by which rules and holidays everything is counted, and who confirmed them.</summary>
    public const string LawReader = "hukum";

    /// <summary>Who brings changed schedules of elections.</summary>
    public const string Schedules = "jadwal";

    /// <summary>Who forms and dissolves ad hoc bodies.</summary>
    public const string AdHocBodies = "badan-ad-hoc";

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Account, policy => policy.RequireAuthenticatedUser());
        Door(Staff, _ => true);
        Door(Desk, staff => Access.Scope(staff) != Access.CaseScope.Nothing);
        Door(Overview, staff => Access.Scope(staff) is { Unit: null } scope && scope != Access.CaseScope.Nothing);
        Door(FrontDesk, Access.MayTakeIn);
        Door(Verifier, staff => staff.Role == Role.AgencyAdmin);
        Door(Answerer, staff => staff.Role is Role.AgencyAdmin or Role.UnitOfficer);
        Door(Head, staff => staff.Role is Role.Head or Role.OmbudsmanHead or Role.OmbudsmanNationalHead);
        Door(Custodian, staff => staff is { Role: Role.Custodian, Office.Institution: Institution.Kpu });
        Door(Judge, staff => staff is { Role: Role.Custodian or Role.AgencyAdmin, Office.Institution: Institution.Kpu });
        Door(PersonalData, staff => staff is { Role: Role.Custodian } or { Role: Role.AgencyAdmin, Office.Institution: Institution.Kpu });
        Door(Breaches, staff => staff.Role is Role.AgencyAdmin or Role.Operator or Role.Auditor or Role.Custodian);
        Door(BreachKeepers, staff => staff.Role is Role.AgencyAdmin or Role.Operator);
        Door(CodeLoss, staff => staff is { Role: Role.FrontDesk or Role.AgencyAdmin, Office.Institution: Institution.Kpu });
        Door(Auditor, staff => staff.Role == Role.Auditor);
        Door(Secretariat, staff => staff.Role == Role.CooperationSecretariat);
        Door(Cooperation, Access.ReadsAgreements);
        Door(Drafter, Access.MayDraft);
        Door(Obligations, staff => Access.ScopeOfObligations(staff) != Access.ObligationScope.Nothing);
        Door(Agenda, staff => Access.ScopeOfAgenda(staff) != Access.AgendaScope.Nothing);
        Door(Inputs, staff => Access.ScopeOfInputs(staff) != Access.InputScope.Nothing);
        Door(Coordinator, Access.MayProposeAgenda);
        Door(Meetings, staff => Access.ScopeOfMeetings(staff) is not null);
        Door(Convener, Access.MayConvene);
        Door(Ombudsman, staff => Access.ScopeOfExaminations(staff) != Access.ExaminationScope.Nothing);
        Door(Administrator, Administration.MayAdminister);
        Door(Operator, staff => staff.Role == Role.Operator);
        Door(LawReader, staff => Confirming.May(staff, null) || staff.Role is Role.Operator or Role.Auditor);
        Door(Schedules, Scheduling.MayImport);
        Door(AdHocBodies, staff => AdHocRules.MayKeep(staff, staff.Office));
        options.FallbackPolicy = options.GetPolicy(Staff);

        void Door(string name, Func<Actor.Staff, bool> opens) =>
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().AddRequirements(new StaffRequirement(opens)));
    }
}

/// <summary>The request's actor holds a post for which a door opens.</summary>
internal sealed record StaffRequirement(Func<Actor.Staff, bool> Opens) : IAuthorizationRequirement;

internal sealed class StaffHandler(CurrentActor current) : AuthorizationHandler<StaffRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, StaffRequirement requirement)
    {
        if (current.Staff is { } staff && requirement.Opens(staff))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
