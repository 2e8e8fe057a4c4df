namespace Padu.Tests.Web;

/// <summary>The links every page of the desk begins with.</summary>
public sealed class NavigationTests(TestSite site) : IClassFixture<TestSite>
{
    public static TheoryData<string> Everybody => [.. TestSite.Everybody];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Each_link_opens_its_page_and_is_then_the_only_current_one(string person)
    {
        using var browser = await site.Enter(person);
        var links = Links(await browser.Get("/akun"), "a[href]");
        Assert.Contains("/akun", links);
        foreach (var link in links)
        {
            var page = await browser.Get(link);
            Assert.Equal(link, page.Path);
            if (page.Page.QuerySelector(IsDesk) is not null)
            {
                Assert.Equal([link], Links(page, "a[aria-current]"));
            }
        }
    }

    /// <summary>Help is a page of the public's, with the public's links.</summary>
    private const string IsDesk = "header nav.desk";

    private static string[] Links(Seen page, string which) =>
        [.. page.Page.QuerySelectorAll($"header nav {which}").Select(link => link.GetAttribute("href")!).Distinct()];
}
