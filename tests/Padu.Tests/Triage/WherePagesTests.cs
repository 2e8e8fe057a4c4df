using System.Net;

namespace Padu.Tests.Triage;

/// <summary>"Ke mana saya mengadu?": plain questions without account and without script.</summary>
public sealed class WherePagesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Every_answer_leads_on_until_each_of_the_26_kinds_is_reached()
    {
        using var browser = new Browser(site.Address);
        var waiting = new Queue<string>(["/bantuan/ke-mana"]);
        var seen = new HashSet<string>();
        while (waiting.TryDequeue(out var address))
        {
            if (!seen.Add(address))
            {
                continue;
            }

            var page = await browser.Get(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.NotNull(page.TextOf("h1"));
            foreach (var link in page.Page.QuerySelectorAll("ul.doors:not(.small) a"))
            {
                waiting.Enqueue(link.GetAttribute("href")!);
            }
        }

        Assert.Equal(
            Catalogue.Reference.Kinds.Select(kind => $"/bantuan/ke-mana/{kind.Code}").Order(),
            seen.Where(address => address.StartsWith("/bantuan/ke-mana/", StringComparison.Ordinal)).Order()
        );
    }

    [Fact]
    public async Task Each_door_says_who_why_how_long_and_what_to_bring_in_both_languages()
    {
        using var browser = new Browser(site.Address);
        foreach (var language in new[] { "id", "en" })
        {
            await browser.Get($"/bahasa/{language}");
            foreach (var kind in Catalogue.Reference.Kinds)
            {
                var page = await browser.Get($"/bantuan/ke-mana/{kind.Code}");
                Assert.Contains(kind.Name(language), page.Words);
                Assert.Contains(kind.Basis, page.Words);
                Assert.Equal(kind.Brings.Length, page.All("h2:nth-of-type(2) + ul li").Count);
                Assert.Equal(
                    kind.InformationOnly,
                    page.Words.Contains(language == "id" ? "hanya memberi tahu" : "only tells you", StringComparison.Ordinal)
                );
                Assert.NotNull(page.Page.QuerySelector("a[href='/pengaduan/baru']"));
            }
        }
    }

    [Theory]
    [InlineData("pelanggaran_pemilu", "2026-11-09", "4 hari kerja lagi", "Rabu, 18 November 2026")]
    [InlineData("pelanggaran_pilkada", "2026-11-07", "2 hari kalender lagi", "Sabtu, 14 November 2026")]
    [InlineData("pelanggaran_pemilu", "2026-10-01", "telat", "Senin, 12 Oktober 2026")]
    [InlineData("hasil_pilkada", "2026-11-11", "2 hari kerja lagi", "Senin, 16 November 2026")]
    [InlineData("hasil_legislatif", "2026-11-11", "1 hari", "Sabtu, 14 November 2026")]
    public async Task The_days_left_are_counted_from_the_day_given_and_explained(string kind, string since, string left, string due)
    {
        using var browser = new Browser(site.Address);
        var page = await browser.Get($"/bantuan/ke-mana/{kind}?sejak={since}");
        Assert.Contains(left, page.TextOf(".card .chip"));
        Assert.Contains(due, page.TextOf(".card details.why"));
        Assert.Equal(since, page.Page.QuerySelector("#Since")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("2027-01-01", "Tanggal itu belum tiba")]
    [InlineData("1999-01-01", "lebih tua daripada aturannya")]
    [InlineData("besok", "tidak")]
    public async Task A_day_that_cannot_be_counted_from_says_why_and_stays(string since, string why)
    {
        using var browser = new Browser(site.Address);
        var page = await browser.Get($"/bantuan/ke-mana/pelanggaran_pemilu?sejak={since}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(why, page.TextOf(".error-summary"));
        Assert.Equal(since, page.Page.QuerySelector("#Since")!.GetAttribute("value"));
        Assert.Null(page.Page.QuerySelector(".card .chip"));
    }

    [Theory]
    [InlineData("/bantuan/ke-mana?di=tidak-ada")]
    [InlineData("/bantuan/ke-mana/tidak_ada")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var browser = new Browser(site.Address);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(address)).Status);
    }

    [Fact]
    public async Task Help_and_the_front_page_lead_there()
    {
        using var browser = new Browser(site.Address);
        foreach (var address in new[] { "/", "/bantuan" })
        {
            Assert.NotNull((await browser.Get(address)).Page.QuerySelector("main a[href='/bantuan/ke-mana']"));
        }
    }
}
