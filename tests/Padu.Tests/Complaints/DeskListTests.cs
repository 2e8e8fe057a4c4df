using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Tests.Complaints;

/// <summary>A desk with many cases: who sees which, the counts, the order, and paging.</summary>
public class DeskListSite : TestSite
{
    public const int CityCases = 123;

    public Complaint Protected { get; private set; } = Complaint.None;

    public Complaint AtTechnical { get; private set; } = Complaint.None;

    public Complaint Kaurs { get; private set; } = Complaint.None;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Protected = await File(City, IdentityLevel.Protected, story: "Perkara yang dirahasiakan isinya.");
        AtTechnical = await Answered(await Assigned(await Verified(await File(City, email: null))));
        for (var i = 2; i < CityCases; i++)
        {
            // Many at the same moment: the place in the list must not rest on the moment alone.
            Clock.Now += Duration.FromMinutes(i % 10 == 0 ? 5 : 0);
            await File(City, story: $"Perkara nomor urut {i} di kota.");
        }

        Kaurs = await File(Kaur, story: "Perkara Kaur.");
    }
}

public abstract class DeskListTests(DeskListSite site)
{
    [Theory]
    [InlineData("admin-kota", "semua")]
    [InlineData("admin-kota", "terbuka")]
    public async Task Paging_shows_every_case_once(string person, string tab)
    {
        using var browser = await site.SignIn(person);
        var seen = new List<string>();
        var path = $"/meja?tab={tab}";
        var pages = 0;
        while (path is not null)
        {
            var page = await browser.Get(path);
            seen.AddRange(page.All(".inbox td .mono"));
            path = page.Page.QuerySelector("a[rel=next]")?.GetAttribute("href");
            pages++;
        }

        Assert.Equal(3, pages);
        Assert.Equal(DeskListSite.CityCases, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.DoesNotContain(site.Kaurs.Number.Value, seen);
    }

    [Fact]
    public async Task Counts_tell_each_desk_its_own()
    {
        Assert.Equal(["122", "0", "0", "1", "1", "0", "123", "123"], await Counts("admin-kota"));
        Assert.Equal(["0", "0", "1", "1", "1"], await Counts("teknis-kota"));
        Assert.Equal(["0", "0", "0", "0", "0"], await Counts("data-kota"));
        Assert.Equal(["124", "0", "123", "0", "1", "0", "124"], await Counts("auditor-provinsi"));
    }

    [Fact]
    public async Task The_province_sees_all_ten_offices_and_an_office_its_own()
    {
        Assert.Contains(site.Kaurs.Number.Value, await Numbers("admin-provinsi", "semua"));
        Assert.Equal([site.Kaurs.Number.Value], await Numbers("admin-kaur", "semua"));
        Assert.Equal([site.AtTechnical.Number.Value], await Numbers("teknis-kota", "semua"));
    }

    [Fact]
    public async Task An_empty_list_says_what_will_come()
    {
        using var browser = await site.SignIn("data-kota");
        var page = await browser.Get("/meja");
        Assert.Contains("Tidak ada yang menunggu Anda", page.Words);
        Assert.NotNull(page.Page.QuerySelector(".empty a[href='/meja?tab=pelapor']"));
    }

    [Fact]
    public async Task A_line_tells_what_a_protected_case_is_and_who_must_be_told()
    {
        using var browser = await site.SignIn("admin-kota");
        var list = await browser.Get("/meja?tab=giliran");
        Assert.Contains(
            list.All(".inbox tr"),
            row =>
                row.Contains(site.Protected.Number.Value, StringComparison.Ordinal)
                && row.Contains("identitas dirahasiakan", StringComparison.Ordinal)
        );
        var waiting = await browser.Get("/meja?tab=pelapor");
        Assert.Contains(
            waiting.All(".inbox tr"),
            row => row.Contains("hubungi pelapor", StringComparison.Ordinal) && row.Contains("Divisi Teknis", StringComparison.Ordinal)
        );
        Assert.Contains("hari kerja lagi", list.All(".inbox .chip")[0]);
    }

    [Theory]
    [InlineData("xyz")]
    [InlineData("%00")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OS4wMDAwMDAwMA")]
    public async Task A_broken_place_starts_from_the_top(string place)
    {
        using var browser = await site.SignIn("admin-kota");
        var page = await browser.Get($"/meja?tab=terbuka&setelah={place}");
        Assert.Equal(50, page.Page.QuerySelectorAll(".inbox tbody tr").Length);
    }

    private async Task<IReadOnlyList<string>> Counts(string person)
    {
        using var browser = await site.SignIn(person);
        return (await browser.Get("/meja")).All(".tabs-count .n");
    }

    private async Task<IReadOnlyList<string>> Numbers(string person, string tab)
    {
        using var browser = await site.SignIn(person);
        return (await browser.Get($"/meja?tab={tab}")).All(".inbox td .mono");
    }
}

/// <summary>When time has passed: what is late comes first and says so.</summary>
public sealed class DeskLateTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Late_cases_stand_on_top_with_their_days_in_words()
    {
        var old = await site.File(TestSite.City, story: "Perkara lama yang terlambat.");
        site.Clock.Now += Duration.FromDays(7);
        var fresh = await site.File(TestSite.City, story: "Perkara baru hari ini.");
        using var browser = await site.SignIn("admin-kota");

        var list = await browser.Get("/meja");

        Assert.Equal([old.Number.Value, fresh.Number.Value], list.All(".inbox td .mono"));
        Assert.Equal("telat 2 hari kerja", list.All(".inbox .chip")[0]);
        Assert.NotNull(list.Page.QuerySelector(".tabs-count .hot"));
        Assert.Equal([old.Number.Value], (await browser.Get("/meja?tab=terlambat")).All(".inbox td .mono"));
        var page = await browser.Get($"/meja/pengaduan/{old.Number}");
        Assert.Contains("telat 2 hari kerja", page.All(".clocks .chip"));
        Assert.Contains("belum dikonfirmasi", page.TextOf(".clocks"));
    }
}
