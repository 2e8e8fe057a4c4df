using NodaTime;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Tests.Calendar;

namespace Padu.Tests.Organisations;

public sealed class RegionsTests : IDisposable
{
    private static readonly Regions Shipped = Regions.Load();

    private readonly ReferenceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_decrees_provinces_and_regencies_are_all_there()
    {
        Assert.Equal(38, Shipped.Provinces.Length);
        Assert.Equal(514, Shipped.Provinces.Sum(province => Shipped.ChildrenOf(province.Code).Length));
    }

    [Fact]
    public void Bengkulu_has_its_ten_regencies_with_districts_and_villages()
    {
        var regencies = Shipped.ChildrenOf(new RegionCode("17"));
        Assert.Equal(10, regencies.Length);
        Assert.Equal("Kota Bengkulu", Shipped.NameOf(new RegionCode("17.71")));
        var districts = regencies.SelectMany(regency => Shipped.ChildrenOf(regency.Code)).ToList();
        Assert.Equal(129, districts.Count);
        Assert.Equal(1513, districts.Sum(district => Shipped.ChildrenOf(district.Code).Length));
        Assert.Equal("Kedurang", Shipped.NameOf(new RegionCode("17.01.01")));
    }

    [Fact]
    public void Another_province_has_no_districts_yet() => Assert.Empty(Shipped.ChildrenOf(new RegionCode("11.01")));

    [Fact]
    public void Every_province_has_a_zone_and_the_three_zones_of_the_country_are_used()
    {
        var hours = Shipped.Provinces.ToDictionary(
            province => province.Code.Value,
            province => Shipped.ZoneOf(province.Code).GetUtcOffset(Instant.FromUtc(2026, 1, 1, 0, 0)).Seconds / 3600
        );
        Assert.Equal(18, hours.Count(zone => zone.Value == 7));
        Assert.Equal(12, hours.Count(zone => zone.Value == 8));
        Assert.Equal(8, hours.Count(zone => zone.Value == 9));
        Assert.Equal((7, 7, 8, 8, 9, 9), (hours["17"], hours["61"], hours["63"], hours["51"], hours["82"], hours["96"]));
    }

    [Fact]
    public void A_regency_lies_in_the_zone_of_its_province() => Assert.Equal("Asia/Jakarta", Shipped.ZoneOf(new RegionCode("17.71.01")).Id);

    [Fact]
    public void A_region_that_does_not_exist_is_not_found()
    {
        Assert.Null(Shipped.Find(new RegionCode("17.99")));
        Assert.Throws<ArgumentException>(() => Shipped.NameOf(new RegionCode("17.99")));
        Assert.Throws<ArgumentException>(() => Shipped.ZoneOf(new RegionCode("99")));
    }

    [Theory]
    [InlineData("regions.csv", 3, "1101,Kabupaten Aceh Selatan", "'1101' is no region code")]
    [InlineData("regions.csv", 3, "99.01,Kabupaten Entah", "'99.01' comes before '99'")]
    [InlineData("regions.csv", 3, "11,Aceh", "region 11 stands here twice")]
    [InlineData("regions.csv", 3, "11.01,", "'name' is empty")]
    [InlineData("districts-17.csv", 2, "11.01.01,Kedurang", "'11.01.01' is no region code of this file")]
    public void A_wrong_row_is_named_with_file_and_line(string file, int line, string text, string sentence)
    {
        folder.Put(file, line, text);
        var problem = Assert.Throws<ReferenceDataException>(() => Regions.Load(folder.Path));
        Assert.Equal((file, line), (problem.File, problem.Line));
        Assert.Contains(sentence, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_province_without_a_zone_is_named()
    {
        File.WriteAllLines(
            folder["zones.csv"],
            File.ReadAllLines(folder["zones.csv"]).Where(line => !line.StartsWith("17,", StringComparison.Ordinal))
        );
        var problem = Assert.Throws<ReferenceDataException>(() => Regions.Load(folder.Path));
        Assert.Equal("reference/zones.csv: province 17 has no zone.", problem.Message);
    }
}
