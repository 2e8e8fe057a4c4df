using System.Collections.Frozen;
using NodaTime;

namespace Padu.Storage;

/// <summary><c>zones.csv</c>: the time zone of each province by its two digits.</summary>
public static class ReferenceZones
{
    public const string File = "zones.csv";

    public static FrozenDictionary<string, DateTimeZone> Read(string folder)
    {
        var zones = new Dictionary<string, DateTimeZone>();
        foreach (var row in ReferenceFile.Read(folder, File, "province", "zone").Rows)
        {
            var province = row.Text("province");
            if (province.Length != 2 || !province.All(char.IsAsciiDigit))
            {
                throw row.Error($"a province has two digits, not '{province}'.");
            }

            var zone =
                DateTimeZoneProviders.Tzdb.GetZoneOrNull(row.Text("zone"))
                ?? throw row.Error($"'{row.Text("zone")}' is no IANA time zone.");
            if (!zones.TryAdd(province, zone))
            {
                throw row.Error($"province {province} stands here twice.");
            }
        }

        return zones.ToFrozenDictionary();
    }
}
