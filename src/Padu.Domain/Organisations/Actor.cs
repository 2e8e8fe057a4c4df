using System.Collections.Immutable;

namespace Padu.Domain.Organisations;

/// <summary>A post in an office; who holds it changes, the post stays.</summary>
public readonly record struct PostId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>The role of a post, as <c>access.md</c> lists them.</summary>
public enum Role
{
    /// <summary>Front desk.</summary>
    [Code("petugas")]
    FrontDesk,

    /// <summary>Unit officer, liaison of a unit.</summary>
    [Code("pejabat_penghubung")]
    UnitOfficer,

    /// <summary>Verifier and router of an office.</summary>
    [Code("admin_instansi")]
    AgencyAdmin,

    /// <summary>Keeper of protected identities.</summary>
    [Code("kustodian")]
    Custodian,

    /// <summary>Chair or secretary.</summary>
    [Code("pimpinan")]
    Head,

    [Code("asisten_ombudsman")]
    OmbudsmanAssistant,

    [Code("kepala_perwakilan")]
    OmbudsmanHead,

    [Code("ketua_ombudsman")]
    OmbudsmanNationalHead,

    [Code("sekretariat_kerja_sama")]
    CooperationSecretariat,

    [Code("auditor")]
    Auditor,

    /// <summary>Runs the system; no case act.</summary>
    [Code("operator")]
    Operator,
}

/// <summary>
/// Who asks: a post, the system, a complainant who showed number and code, or the public. Its <see cref="Name"/> is what events keep: never a
/// person's name.
/// </summary>
public abstract record Actor
{
    private Actor() { }

    /// <summary>What events keep: <c>jabatan/…</c>, <c>pelapor/…</c>, <c>sistem</c>, <c>publik</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The office on whose behalf the act is done; null for complainants, the public and mostly for the system.</summary>
    public virtual OfficeCode? OfficeOf => null;

    /// <summary>The holder of a post.</summary>
    /// <param name="Account">The account that acts; kept apart from events, used to keep people named in a case away from it.</param>
    public sealed record Staff(PostId Post, Guid Account, Role Role, Office Office, UnitCode? Unit) : Actor
    {
        public override string Name => $"jabatan/{Post}";

        public override OfficeCode? OfficeOf => Office.Code;
    }

    /// <summary>A complainant by number and code, or at the moment of filing. The id is random and belongs to one case.</summary>
    public sealed record Complainant(Guid Id) : Actor
    {
        public override string Name => $"pelapor/{Id:D}";
    }

    /// <summary>The sweep, the importer and other work of the program itself.</summary>
    /// <param name="For">The office whose own act it carries on; null otherwise.</param>
    public sealed record System(OfficeCode? For = null) : Actor
    {
        public override string Name => "sistem";

        public override OfficeCode? OfficeOf => For;
    }

    /// <summary>Anybody.</summary>
    public sealed record Public : Actor
    {
        public override string Name => "publik";
    }
}
