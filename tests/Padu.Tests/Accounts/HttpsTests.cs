using Padu.Domain.Organisations;

namespace Padu.Tests.Accounts;

/// <summary>An installation with a public https address.</summary>
public class SecureSite : Site
{
    protected override Uri PublicUrl => new("https://padu.test");

    protected override string Scheme => "https";
}

public class HttpsTests(SecureSite site) : IClassFixture<SecureSite>
{
    [Fact]
    public async Task Cookies_are_bound_to_the_host_and_out_of_reach_of_scripts()
    {
        var browser = await site.SignedIn(await site.Staff(Role.Auditor));
        Assert.Contains("__Host-padu", browser.Cookies.Keys);
        Assert.All(
            browser.SetCookies,
            cookie =>
            {
                Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
                Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("samesite", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
            }
        );
    }
}
