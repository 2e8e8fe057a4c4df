namespace Padu.Domain.Organisations;

/// <summary>The readable code of an office: <c>kpu-17.71</c>, <c>ombudsman-17</c>. Public, stable, never a person.</summary>
public readonly record struct OfficeCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A unit inside an office (sub-bagian or division): <c>teknis</c>, <c>data</c>.</summary>
public readonly record struct UnitCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The code of a region in the Ministry's table: <c>17</c>, <c>17.71</c>, <c>17.71.01</c>.</summary>
public readonly record struct RegionCode(string Value)
{
    public override string ToString() => Value;

    /// <summary>The two digits of the province.</summary>
    public string Province => Value[..2];
}

/// <summary>To which institution an office belongs; keys and deliberation are kept apart along this line.</summary>
public enum Institution
{
    [Code("kpu")]
    Kpu,

    [Code("ombudsman")]
    Ombudsman,

    /// <summary>An addressee that has no desk here: Bawaslu, DKPP, Dukcapil …</summary>
    [Code("lain")]
    Other,
}

/// <summary>Where an office stands in its institution.</summary>
public enum OfficeLevel
{
    [Code("pusat")]
    National,

    [Code("provinsi")]
    Province,

    [Code("kabupaten_kota")]
    Regency,
}

/// <summary>An office as decisions see it.</summary>
/// <param name="Parent">The next office up, to which a complaint about this office goes.</param>
public sealed record Office(
    OfficeCode Code,
    string Name,
    Institution Institution,
    OfficeLevel Level,
    OfficeCode? Parent,
    RegionCode? Region
);
