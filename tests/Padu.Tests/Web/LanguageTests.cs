using System.Net;
using Padu.Web;

namespace Padu.Tests.Web;

public sealed class LanguageTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task The_switch_remembers_the_language_and_returns_to_the_page()
    {
        var visitor = host.Visitor();
        using var answer = await visitor.GetAsync("/bahasa/en?kembali=%2Fprivasi", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/privasi", answer.Headers.Location!.OriginalString);
        Assert.Contains(
            "Privacy",
            await visitor.GetStringAsync("/privasi", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_browser_that_prefers_English_still_gets_Indonesian_first()
    {
        var visitor = host.Visitor("");
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB");

        Assert.Contains("lang=\"id\"", await visitor.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//jahat.example")]
    [InlineData("/\\jahat.example")]
    [InlineData("https://jahat.example")]
    [InlineData("/\t/jahat.example")]
    [InlineData("/\n//jahat.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("~/x")]
    [InlineData("jahat.example")]
    [InlineData("")]
    public async Task The_switch_never_leads_to_another_host(string back)
    {
        using var answer = await host.Visitor()
            .GetAsync($"/bahasa/en?kembali={Uri.EscapeDataString(back)}", TestContext.Current.CancellationToken);

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.Equal("/", LocalPath.OrHome(back));
    }

    [Fact]
    public async Task A_language_Padu_does_not_speak_is_not_found()
    {
        using var answer = await host.Visitor().GetAsync("/bahasa/fr", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
