namespace Padu.Tests.Web;

public sealed class DemonstrationTests(DemoHost demo, WebHost real) : IClassFixture<DemoHost>, IClassFixture<WebHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/bantuan")]
    [InlineData("/tidak-ada")]
    public async Task A_demonstration_says_so_on_every_page_and_is_not_indexed(string path)
    {
        var pages = new List<string>();
        foreach (var host in new RunningHost[] { demo, real })
        {
            using var answer = await host.Visitor().GetAsync(path, TestContext.Current.CancellationToken);
            pages.Add(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.Contains(
            "DATA CONTOH – bukan situs resmi KPU atau Ombudsman",
            RunningHost.Parse(pages[0]).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("noindex", pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("DATA CONTOH", pages[1], StringComparison.Ordinal);
    }
}
