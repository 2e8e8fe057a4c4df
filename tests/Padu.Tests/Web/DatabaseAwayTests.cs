using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Padu.Storage;
using Padu.Tests.Storage;

namespace Padu.Tests.Web;

/// <summary>A site whose server can be taken away.</summary>
public sealed class AwaySite : TestSite
{
    public ServerGate Gate { get; private set; } = null!;

    protected override DatabaseKind Database => DatabaseKind.Postgres;

    protected override string Way(string server)
    {
        Gate = new ServerGate(server);
        return Gate.ConnectionString;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Gate.Dispose();
    }
}

/// <summary>While the database is away everybody is told so in words, loses nothing typed, and needs nobody to start anything again.</summary>
public sealed class DatabaseAwayTests(AwaySite site) : IClassFixture<AwaySite>
{
    private const string Story = "Antrean panjang sekali, lalu loket ditutup.";

    [Fact]
    public async Task Every_page_answers_503_in_the_readers_language_and_comes_back_by_itself()
    {
        using var officer = await site.SignIn("admin-kota");
        using var reader = new Browser(site.Address);
        await reader.Get("/bahasa/en?kembali=/bantuan");
        site.Gate.Shut();
        try
        {
            foreach (
                var (browser, path, title) in new[]
                {
                    (officer, "/meja", "Layanan sedang terhenti sebentar"),
                    (officer, "/akun", "Layanan sedang terhenti sebentar"),
                    (officer, "/tidak-ada", "Layanan sedang terhenti sebentar"),
                }
            )
            {
                var seen = await browser.Get(path);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, seen.Status);
                Assert.Equal(title, seen.TextOf("h1"));
                Assert.True(seen.Response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
            }

            // What needs no record is there.
            Assert.Equal(HttpStatusCode.OK, (await reader.Get("/bantuan")).Status);
        }
        finally
        {
            site.Gate.Open();
        }

        Assert.Equal(HttpStatusCode.OK, (await officer.Get("/meja")).Status);
    }

    [Fact]
    public async Task What_was_typed_is_on_the_page_and_goes_through_when_the_database_is_back()
    {
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
        {
            BaseAddress = site.Address,
            DefaultRequestHeaders = { { "Sec-Fetch-Site", "same-origin" }, { "Cookie", "padu-bahasa=en" } },
        };
        var form = Parse(await http.GetStringAsync("/pengaduan/baru", TestContext.Current.CancellationToken));
        var token = form.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        IHtmlDocument page;
        site.Gate.Shut();
        try
        {
            using var answer = await http.PostAsync(
                "/pengaduan/baru",
                new FormUrlEncodedContent([new("Story", Story), new("__RequestVerificationToken", token)]),
                TestContext.Current.CancellationToken
            );
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
            page = Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            site.Gate.Open();
        }

        Assert.Equal("The service is paused for a moment", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(Story, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var again = Assert.IsType<IHtmlFormElement>(page.QuerySelector("main form"), exactMatch: false);
        var fields = again
            .QuerySelectorAll("input[type=hidden]")
            .OfType<IHtmlInputElement>()
            .Select(input => KeyValuePair.Create(input.Name!, input.Value));
        using var sent = await http.PostAsync(
            again.GetAttribute("action"),
            new FormUrlEncodedContent(fields),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal("/pengaduan/baru/layanan", sent.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_loops_go_on_after_it_came_back()
    {
        await site.File(TestSite.City);
        site.Gate.Shut();
        await Task.Delay(500, TestContext.Current.CancellationToken);
        site.Gate.Open();
        await site.File(TestSite.City);

        for (var i = 0; i < 300 && await Lag() > 0; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, await Lag());
    }

    private async Task<long> Lag() => (await site.Services.GetRequiredService<Deliveries>().Status()).Sum(follower => follower.Lag);

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
