using System.Net;

namespace Padu.Tests.Web;

public sealed class ErrorPageTests(WebHost host) : IClassFixture<WebHost>
{
    private static readonly Dictionary<int, (string Id, string En)> Titles = new()
    {
        [400] = ("Permintaan ini tidak dapat dibaca", "This request could not be read"),
        [404] = ("Halaman tidak ditemukan", "Page not found"),
        [413] = ("Kiriman terlalu besar", "Too much to send at once"),
        [429] = ("Terlalu banyak percobaan", "Too many attempts"),
        [500] = ("Maaf, ada gangguan di pihak kami", "Sorry, something failed on our side"),
    };

    [Theory]
    [InlineData("/uji/400", 400)]
    [InlineData("/tidak-ada", 404)]
    [InlineData("/galat/404", 404)]
    [InlineData("/galat/500", 404)]
    [InlineData("/uji/413", 413)]
    [InlineData("/uji/429", 429)]
    [InlineData("/uji/rusak", 500)]
    public async Task Each_failure_keeps_its_status_and_says_what_to_do_in_both_languages(string path, int status)
    {
        foreach (var (language, title) in new[] { ("id", Titles[status].Id), ("en", Titles[status].En) })
        {
            using var answer = await host.Visitor(language).GetAsync(path, TestContext.Current.CancellationToken);
            var page = RunningHost.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
            Assert.NotEmpty(page.QuerySelector("p.lead")!.TextContent);
        }
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_bug_shows_neither_its_message_nor_its_trace(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/uji/rusak");
        using var answer = await host.Visitor().SendAsync(request, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("rahasia", html, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", html, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_with_413_and_a_page()
    {
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("Story", new string('a', 1_000_001))]);
        using var answer = await host.Visitor().PostAsync("/privasi", body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains(
            Titles[413].Id,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_body_over_the_limit_that_hides_its_length_is_refused_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/privasi")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("Story", new string('a', 1_000_001))]),
        };
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.ContentLength = null;
        using var answer = await host.Visitor().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}
