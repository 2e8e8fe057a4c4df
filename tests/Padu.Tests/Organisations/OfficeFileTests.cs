using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Tests.Organisations;

public class OfficeFileTests
{
    private static readonly Regions Regions = Regions.Load();
    private static readonly OfficeFile Offices = OfficeFile.Load(Regions);
    private static readonly StandardPosts Posts = StandardPosts.Load(Regions);
    private static readonly Units Units = Units.Load();

    public static TheoryData<string> Provinces() => [.. Regions.Provinces.Select(province => province.Code.Value)];

    private static Dictionary<string, KnownOffice> For(string province) =>
        Offices.For(new RegionCode(province)).ToDictionary(known => known.Office.Code.Value);

    [Theory]
    [InlineData("17", "kpu-17", "KPU Provinsi Bengkulu", "KPU Bengkulu Province")]
    [InlineData("17", "kpu-17.02", "KPU Kabupaten Rejang Lebong", "KPU Rejang Lebong Regency")]
    [InlineData("17", "kpu-17.71", "KPU Kota Bengkulu", "KPU Bengkulu City")]
    [InlineData("17", "ombudsman-17", "Ombudsman RI Perwakilan Bengkulu", "Ombudsman, Bengkulu office")]
    [InlineData("17", "bawaslu-17.71", "Bawaslu Kota Bengkulu", "Bawaslu Bengkulu City")]
    [InlineData("17", "dukcapil-17.02", "Dinas Dukcapil Kabupaten Rejang Lebong", "Civil registry office, Rejang Lebong Regency")]
    [InlineData("31", "kpu-31.71", "KPU Kota Jakarta Pusat", "KPU Jakarta Pusat City")]
    [InlineData("31", "ombudsman-31", "Ombudsman RI Perwakilan Jakarta Raya", "Ombudsman, Greater Jakarta office")]
    [InlineData("11", "kpu-11.01", "KIP Kabupaten Aceh Selatan", "KIP Aceh Selatan Regency (election commission)")]
    [InlineData("96", "kpu-96.71", "KPU Kota Sorong", "KPU Sorong City")]
    public void Office_has_the_name_people_know(string province, string code, string indonesian, string english)
    {
        var known = For(province)[code];
        Assert.Equal((indonesian, english), (known.Office.Name, known.NameEn));
    }

    [Theory]
    [MemberData(nameof(Provinces))]
    public void Every_province_has_its_commission_one_for_each_regency_and_an_ombudsman(string province)
    {
        var offices = For(province);
        var regencies = Regions.ChildrenOf(new RegionCode(province));
        Assert.Equal(2 + regencies.Length, offices.Values.Count(known => known.Office.Institution == Institution.Kpu));
        Assert.Equal(2, offices.Values.Count(known => known.Office.Institution == Institution.Ombudsman));
        var tree = new OfficeTree(offices.Values.Select(known => known.Office));
        Assert.All(regencies, region => Assert.Equal($"kpu-{province}", tree.NextUp(new OfficeCode($"kpu-{region.Code}"))?.Code.Value));
        Assert.DoesNotContain(offices.Values, known => $"{known.Office} {known.NameEn}".Contains("{p}", StringComparison.Ordinal));
        Assert.DoesNotContain(offices.Values, known => known.Office.Name.Contains('{', StringComparison.Ordinal));
        Assert.DoesNotContain(offices.Values, known => known.NameEn.Contains('{', StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Provinces))]
    public void Standard_posts_fit_their_offices_and_every_commission_can_work(string province)
    {
        var offices = For(province);
        var posts = Posts.For(new RegionCode(province)).ToList();
        Assert.Equal(posts.Distinct().Count(), posts.Count);
        foreach (var post in posts)
        {
            var office = offices[post.Office.Value].Office;
            Assert.True(Padu.Domain.Organisations.Posts.Fits(post.Role, office), $"{post}");
            Assert.True(post.Unit is not { } unit || Units.Of(office).Contains(unit), $"{post}");
        }

        var commissions = offices.Values.Where(known => known.Office is { Institution: Institution.Kpu, Level: not OfficeLevel.National });
        foreach (var commission in commissions)
        {
            var roles = posts.Where(post => post.Office == commission.Office.Code).Select(post => post.Role).ToHashSet();
            Assert.Superset(new HashSet<Role> { Role.AgencyAdmin, Role.UnitOfficer, Role.Head }, roles);
        }

        Assert.Equal(2, posts.Count(post => post.Role == Role.Custodian));
    }
}
