using Padu.Domain.Complaints;
using Padu.Triage;

namespace Padu.Tests.Triage;

/// <summary>The 44 complaints and 7 edge cases, filed through the web as their writers would: what the check page proposes, and what the officer is shown.</summary>
public sealed class FiledStoriesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Each_of_the_51_is_filed_with_its_proposal_and_may_always_be_sent_here()
    {
        int first = 0,
            amongThree = 0;
        var missed = new List<string>();
        foreach (var story in Catalogue.File.Stories)
        {
            using var browser = new Browser(site.Address);
            var check = await Fill(browser, story.Text, []);
            var proposed = check
                .Page.QuerySelectorAll(".hint-card a[data-jenis]")
                .Select(link => new GrievanceCode(link.GetAttribute("data-jenis")!))
                .ToList();
            var isFirst = story.Kind is { } kind ? proposed.FirstOrDefault() == kind : proposed.Count == 0;
            first += isFirst ? 1 : 0;
            amongThree += isFirst || (story.Kind is { } among && proposed.Contains(among)) ? 1 : 0;
            if (!isFirst)
            {
                missed.Add($"{story.Id}: {string.Join(' ', proposed)}");
            }

            Assert.True(proposed.Count <= 3);
            var receipt = await browser.Submit(check, "main form", []);
            Assert.Equal("/pengaduan/tanda-terima", receipt.Path);
            Assert.NotNull(receipt.TextOf("#nomor"));
        }

        var all = Catalogue.File.Stories.Length;
        Assert.Equal(51, all);
        Assert.True(first >= 0.80 * all, $"{first} of {all} first; {string.Join("; ", missed)}");
        Assert.True(amongThree >= 0.95 * all, $"{amongThree} of {all} among three; {string.Join("; ", missed)}");
    }

    [Fact]
    public async Task Rule_39_vote_buying_is_told_between_the_first_two_pages_and_its_days_left_at_the_end()
    {
        using var browser = new Browser(site.Address);
        var service = await browser.Submit(await browser.Get("/pengaduan/baru"), "main form", new() { ["Story"] = Catalogue.Story("34") });
        Assert.Equal("/pengaduan/baru/layanan", service.Path);
        Assert.Contains("Mungkin ini urusan Bawaslu", service.TextOf(".hint-card"));
        Assert.Contains("7 hari kerja", service.TextOf(".hint-card"));
        Assert.Contains("amplop", service.TextOf(".hint-card"));

        await browser.Submit(service, "main form", new() { ["Path"] = "kpu", ["HappenedOn"] = "2026-11-09" });
        await browser.Submit(
            await browser.Get("/pengaduan/baru/identitas"),
            "main form",
            new() { ["Level"] = "terbuka", ["Name"] = "Ibu Contoh" }
        );
        var check = await browser.Get("/pengaduan/baru/periksa");
        var hint = check.TextOf(".hint-card");
        // Known on Monday 9 November 2026, today is Thursday the 12th: the 18th is the last of seven working days.
        Assert.Contains("4 hari kerja lagi", hint);
        Assert.Contains("sampai akhir Rabu, 18 November 2026", hint);
        Assert.Contains("Anda tetap dapat mengirim ke sini", hint);
        Assert.NotNull(check.Page.QuerySelector(".hint-card details.why table.days"));
    }

    [Fact]
    public async Task What_is_our_own_matter_is_not_said_before_the_second_page()
    {
        using var browser = new Browser(site.Address);
        var service = await browser.Submit(await browser.Get("/pengaduan/baru"), "main form", new() { ["Story"] = Catalogue.Story("10") });
        Assert.Null(service.Page.QuerySelector(".hint-card"));
    }

    [Fact]
    public async Task Rule_44_a_result_is_information_only_and_the_warning_says_so_in_both_languages()
    {
        using var browser = new Browser(site.Address);
        var check = await Fill(browser, Catalogue.Story("38"), []);
        Assert.Contains("Padu hanya memberi tahu.", check.TextOf(".hint-card"));
        await browser.Get("/bahasa/en");
        var english = await browser.Get("/pengaduan/baru/periksa");
        Assert.Contains("Padu only tells you.", english.TextOf(".hint-card"));
        Assert.Contains("the Constitutional Court", english.TextOf(".hint-card"));
    }

    [Fact]
    public async Task A_story_that_tells_too_little_gets_no_hint_and_is_taken()
    {
        using var browser = new Browser(site.Address);
        var check = await Fill(browser, Catalogue.Story("a"), []);
        Assert.Null(check.Page.QuerySelector(".hint-card"));
        Assert.Equal("/pengaduan/tanda-terima", (await browser.Submit(check, "main form", [])).Path);
    }

    private static async Task<Seen> Fill(Browser browser, string story, Dictionary<string, string> service)
    {
        var next = await browser.Submit(await browser.Get("/pengaduan/baru"), "main form", new() { ["Story"] = story });
        await browser.Submit(next, "main form", service);
        await browser.Submit(
            await browser.Get("/pengaduan/baru/identitas"),
            "main form",
            new() { ["Level"] = "terbuka", ["Name"] = "Ibu Contoh" }
        );
        return await browser.Get("/pengaduan/baru/periksa");
    }
}
