namespace Padu.Tests.Web;

public sealed class SecurityHeaderTests(WebHost host, HttpsHost https) : IClassFixture<WebHost>, IClassFixture<HttpsHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/tidak-ada")]
    [InlineData("/uji/rusak")]
    [InlineData("/healthz")]
    public async Task Every_answer_carries_the_strict_headers(string path)
    {
        using var answer = await host.Visitor().GetAsync(path, TestContext.Current.CancellationToken);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("data:", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Contains("camera=()", Assert.Single(answer.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.Equal("no-store", Assert.Single(answer.Headers.GetValues("Cache-Control")));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Over_https_the_browser_is_told_to_stay_there_and_cookies_are_bound_to_the_host()
    {
        using var answer = await https.Visitor().GetAsync("/", TestContext.Current.CancellationToken);
        using var choice = await https.Visitor().GetAsync("/bahasa/en", TestContext.Current.CancellationToken);

        Assert.StartsWith(
            "max-age=31536000",
            Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")),
            StringComparison.Ordinal
        );
        foreach (var cookie in answer.Headers.GetValues("Set-Cookie").Concat(choice.Headers.GetValues("Set-Cookie")))
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie, StringComparison.Ordinal);
            Assert.Contains("path=/", cookie, StringComparison.Ordinal);
            Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Health_answers_plainly() =>
        Assert.Equal("ok", await host.Visitor().GetStringAsync("/healthz", TestContext.Current.CancellationToken));
}
