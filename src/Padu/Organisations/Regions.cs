using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Organisations;

/// <summary>A province, regency or city, district, or village.</summary>
public sealed record Region(RegionCode Code, string Name);

/// <summary>
/// The Ministry's table of regions: all provinces, regencies and cities, and the districts and villages of the provinces that have a
/// <c>districts-{province}.csv</c>.
/// </summary>
public sealed class Regions
{
    private const string RegionsFile = "regions.csv";

    private readonly FrozenDictionary<RegionCode, Region> regions;
    private readonly FrozenDictionary<RegionCode, ImmutableArray<Region>> children;
    private readonly FrozenDictionary<string, DateTimeZone> zones;

    private Regions(List<Region> rows, FrozenDictionary<string, DateTimeZone> zones)
    {
        this.zones = zones;
        regions = rows.ToFrozenDictionary(region => region.Code);
        children = rows.Where(region => ParentOf(region.Code) is not null)
            .GroupBy(region => ParentOf(region.Code)!.Value)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        Provinces = [.. rows.Where(region => ParentOf(region.Code) is null)];
    }

    /// <summary>In the order of their codes.</summary>
    public ImmutableArray<Region> Provinces { get; }

    /// <exception cref="ReferenceDataException">A file is missing or a row wrong.</exception>
    public static Regions Load(string? folder = null)
    {
        folder ??= ReferenceFile.DefaultFolder;
        var rows = new List<Region>();
        var seen = new HashSet<RegionCode>();
        Read(folder, RegionsFile, "", rows, seen);
        foreach (var file in Directory.EnumerateFiles(folder, "districts-*.csv").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            Read(folder, name, name["districts-".Length..^".csv".Length] + ".", rows, seen);
        }

        var zones = ReferenceZones.Read(folder);
        var homeless = rows.FirstOrDefault(region => !zones.ContainsKey(region.Code.Province));
        return homeless is null
            ? new Regions(rows, zones)
            : throw new ReferenceDataException(ReferenceZones.File, null, $"province {homeless.Code.Province} has no zone.");
    }

    public Region? Find(RegionCode code) => regions.GetValueOrDefault(code);

    /// <exception cref="ArgumentException">No such region.</exception>
    public string NameOf(RegionCode code) => Find(code)?.Name ?? throw new ArgumentException($"There is no region '{code}'.", nameof(code));

    /// <summary>The regencies of a province, the districts of a regency, the villages of a district; empty where they are not known.</summary>
    public ImmutableArray<Region> ChildrenOf(RegionCode code) => children.GetValueOrDefault(code, []);

    /// <exception cref="ArgumentException">No such region.</exception>
    public DateTimeZone ZoneOf(RegionCode code) =>
        zones.GetValueOrDefault(code.Province) ?? throw new ArgumentException($"There is no region '{code}'.", nameof(code));

    private static void Read(string folder, string file, string prefix, List<Region> rows, HashSet<RegionCode> seen)
    {
        foreach (var row in ReferenceFile.Read(folder, file, "code", "name").Rows)
        {
            var code = new RegionCode(row.Text("code"));
            if (!IsWellFormed(code.Value) || !code.Value.StartsWith(prefix, StringComparison.Ordinal))
            {
                throw row.Error($"'{code}' is no region code of this file; codes look like 17, 17.71, 17.71.01 or 17.71.01.1001.");
            }

            if (ParentOf(code) is { } parent && !seen.Contains(parent))
            {
                throw row.Error($"'{code}' comes before '{parent}', of which it is a part.");
            }

            if (!seen.Add(code))
            {
                throw row.Error($"region {code} stands here twice.");
            }

            rows.Add(new Region(code, row.Text("name")));
        }
    }

    private static bool IsWellFormed(string code) =>
        code.Split('.') is { Length: <= 4 } parts
        && parts.Index().All(part => part.Item.Length == (part.Index == 3 ? 4 : 2) && part.Item.All(char.IsAsciiDigit));

    private static RegionCode? ParentOf(RegionCode code) =>
        code.Value.LastIndexOf('.') is var dot and > 0 ? new RegionCode(code.Value[..dot]) : null;
}
