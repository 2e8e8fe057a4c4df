using System.Collections.Frozen;
using System.Collections.Immutable;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Organisations;

/// <summary>A unit of an election commission's office.</summary>
public sealed record Unit(UnitCode Code, string NameId, string NameEn);

/// <summary><c>units.csv</c>: the secretariat and the five divisions of every KPU office (PKPU 8/2019 as amended).</summary>
public sealed class Units
{
    private readonly FrozenDictionary<UnitCode, Unit> byCode;

    private Units(ImmutableArray<Unit> all)
    {
        All = all;
        byCode = all.ToFrozenDictionary(unit => unit.Code);
    }

    public ImmutableArray<Unit> All { get; }

    public static Units Load(string? folder = null) =>
        new([
            .. ReferenceFile
                .Read(folder ?? ReferenceFile.DefaultFolder, "units.csv", "code", "name_id", "name_en")
                .Rows.Select(row => new Unit(new UnitCode(row.Text("code")), row.Text("name_id"), row.Text("name_en"))),
        ]);

    public Unit? Find(UnitCode code) => byCode.GetValueOrDefault(code);

    /// <summary>The name in a language by its two letters; the code itself for a unit nobody knows any more.</summary>
    public string NameOf(UnitCode code, string language) =>
        Find(code) is { } unit ? (language == "en" ? unit.NameEn : unit.NameId) : code.Value;

    /// <summary>The units an office has; an institution without a desk for units has none.</summary>
    public ImmutableArray<UnitCode> Of(Office office) => office.Institution == Institution.Kpu ? [.. All.Select(unit => unit.Code)] : [];
}
