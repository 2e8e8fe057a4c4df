using System.Net.Http.Headers;
using Padu.Web.Controls;

namespace Padu.Tests.Web;

public sealed class AssetTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task The_first_page_with_everything_it_needs_stays_far_below_its_budget()
    {
        var visitor = host.Visitor();
        visitor.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var answer = await visitor.GetAsync("/", TestContext.Current.CancellationToken);
        var bytes = (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        var page = RunningHost.Parse(await host.Visitor().GetStringAsync("/", TestContext.Current.CancellationToken));
        var assets = page.QuerySelectorAll("link[rel='stylesheet'], link[rel='icon'], script[src], use[href]")
            .Select(link => (link.GetAttribute("href") ?? link.GetAttribute("src"))!.Split('#')[0])
            .Distinct()
            .ToList();
        Assert.DoesNotContain(
            assets,
            asset => asset.Contains("meja", StringComparison.Ordinal) || asset.Contains("woff", StringComparison.Ordinal)
        );
        foreach (var asset in assets)
        {
            using var file = await visitor.GetAsync(asset, TestContext.Current.CancellationToken);
            Assert.Equal("gzip", file.Content.Headers.ContentEncoding.Single());
            Assert.Contains("immutable", file.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            var length = (await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
            Assert.True(!asset.EndsWith(".css", StringComparison.Ordinal) || length < 25_000, $"{asset}: {length}");
            bytes += length;
        }

        // 60 KB is the promise for the page in a browser, headers included; a quarter of it leaves room for those who add.
        Assert.InRange(bytes, 1_000, 25_000);
    }

    [Fact]
    public async Task Neither_stylesheet_fetches_from_elsewhere_and_the_public_one_has_no_font()
    {
        var visitor = host.Visitor();
        var open = await visitor.GetStringAsync("/dist/publik.css", TestContext.Current.CancellationToken);
        var desk = await visitor.GetStringAsync("/dist/meja.css", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("@font-face", open, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", open.Replace("url(data:", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", open.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "http",
            desk.Replace("http://www.w3.org", "", StringComparison.Ordinal).Replace("https://github.com", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("@font-face", desk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sprite_holds_every_icon_of_the_list()
    {
        var sprite = await host.Visitor().GetStringAsync("/dist/ikon.svg", TestContext.Current.CancellationToken);

        Assert.All(Icons.Names, name => Assert.Contains($"id=\"{name}\"", sprite, StringComparison.Ordinal));
    }
}
