using System.Collections.Immutable;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Organisations;

/// <summary>An office as the reference tables make it: the name in both languages.</summary>
public sealed record KnownOffice(Office Office, string NameEn);

/// <summary>
/// <c>offices.csv</c>: which offices there are, for any province. Column <c>each</c> says how often a row makes one: once (<c>negara</c>), for
/// every province, for every regency and city, or for one region (<c>31</c>) or all below one (<c>11.*</c>). A later row replaces the office of
/// an earlier one. In code, parent and names, <c>{p}</c> and <c>{r}</c> are the codes of province and regency, <c>{name}</c> the region's name.
/// </summary>
public sealed class OfficeFile
{
    private const string File = "offices.csv";
    private readonly ImmutableArray<Line> lines;
    private readonly Regions regions;

    private sealed record Line(
        string Code,
        Institution Institution,
        OfficeLevel Level,
        string? Parent,
        string Each,
        string NameId,
        string NameEn
    );

    private OfficeFile(ImmutableArray<Line> lines, Regions regions)
    {
        this.lines = lines;
        this.regions = regions;
    }

    /// <exception cref="ReferenceDataException">A row cannot be used.</exception>
    public static OfficeFile Load(Regions regions, string? folder = null)
    {
        var rows = ReferenceFile
            .Read(folder ?? ReferenceFile.DefaultFolder, File, "code", "institution", "level", "parent", "each", "name_id", "name_en")
            .Rows;
        return new OfficeFile([.. rows.Select(Read)], regions);
    }

    /// <summary>The offices of an installation for one province: the national ones, the province's and those of its regencies and cities.</summary>
    /// <exception cref="ReferenceDataException">The rows do not make a tree.</exception>
    public ImmutableArray<KnownOffice> For(RegionCode province)
    {
        var offices = new Dictionary<OfficeCode, KnownOffice>();
        foreach (var line in lines)
        {
            foreach (var region in RegionsOf(line, province))
            {
                var office = Make(line, region);
                offices[office.Office.Code] = office;
            }
        }

        try
        {
            _ = new OfficeTree(offices.Values.Select(known => known.Office));
        }
        catch (ArgumentException problem)
        {
            throw new ReferenceDataException(File, null, problem.Message, problem);
        }

        return [.. offices.Values.OrderBy(known => known.Office.Code.Value, StringComparer.Ordinal)];
    }

    private Region?[] RegionsOf(Line line, RegionCode province) =>
        line.Each switch
        {
            "negara" => [null],
            "provinsi" => [regions.Find(province)],
            "kabupaten_kota" => [.. regions.ChildrenOf(province)],
            var below when below == $"{province}.*" => [.. regions.ChildrenOf(province)],
            var one when one.EndsWith(".*", StringComparison.Ordinal) => [],
            var one => new RegionCode(one).Province == province.Value ? [regions.Find(new RegionCode(one))] : [],
        };

    private static KnownOffice Make(Line line, Region? region)
    {
        var name = region?.Name ?? "";
        // The election commission and its neighbours say "Kota Jakarta Pusat", not "Kota Administrasi".
        var spoken = name.Replace(" Administrasi", "", StringComparison.Ordinal);
        string Fill(string text, string named) =>
            text.Replace("{p}", region?.Code.Province, StringComparison.Ordinal)
                .Replace("{r}", region?.Code.Value, StringComparison.Ordinal)
                .Replace("{name_en}", English(spoken), StringComparison.Ordinal)
                .Replace("{name}", named, StringComparison.Ordinal);

        return new KnownOffice(
            new Office(
                new OfficeCode(Fill(line.Code, name)),
                Fill(line.NameId, spoken),
                line.Institution,
                line.Level,
                line.Parent is null ? null : new OfficeCode(Fill(line.Parent, name)),
                region?.Code
            ),
            Fill(line.NameEn, spoken)
        );
    }

    /// <summary>"Kabupaten Kaur" is "Kaur Regency", "Kota Bengkulu" is "Bengkulu City".</summary>
    public static string English(string region) =>
        region.StartsWith("Kabupaten ", StringComparison.Ordinal) ? $"{region["Kabupaten ".Length..]} Regency"
        : region.StartsWith("Kota ", StringComparison.Ordinal) ? $"{region["Kota ".Length..]} City"
        : region;

    private static Line Read(ReferenceRow row)
    {
        var each = row.Text("each");
        if (each is not ("negara" or "provinsi" or "kabupaten_kota") && !char.IsAsciiDigit(each[0]))
        {
            throw row.Error($"column 'each' must be negara, provinsi, kabupaten_kota, a region code or one with .*, not '{each}'.");
        }

        return new Line(
            row.Text("code"),
            row.Code<Institution>("institution"),
            row.Code<OfficeLevel>("level"),
            row.Optional("parent"),
            each,
            row.Text("name_id"),
            row.Text("name_en")
        );
    }
}
