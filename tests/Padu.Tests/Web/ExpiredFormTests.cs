using System.Net;

namespace Padu.Tests.Web;

/// <summary>Any page's form will do: antiforgery is checked before the page is asked.</summary>
public sealed class ExpiredFormTests(WebHost host) : IClassFixture<WebHost>
{
    private const string Typed = "Petugas tidak memberi <b>tanda terima</b> & marah";

    [Fact]
    public async Task A_form_of_ours_whose_token_expired_can_be_sent_again_with_everything_typed()
    {
        var visitor = host.Visitor();
        var first = await Post(visitor, "same-origin", ("Story", Typed), ("Office", "17.71"));

        Assert.Equal(HttpStatusCode.BadRequest, first.Status);
        var form = first.Page.QuerySelector("form[action='/privasi']")!;
        Assert.Equal(Typed, form.QuerySelector("input[name='Story']")!.GetAttribute("value"));
        Assert.Equal("17.71", form.QuerySelector("input[name='Office']")!.GetAttribute("value"));
        Assert.Contains("terlalu lama", first.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Typed, first.Page.QuerySelector(".said")!.TextContent, StringComparison.Ordinal);

        var fields = form.QuerySelectorAll("input")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        using var again = await visitor.PostAsync("/privasi", new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_form_of_another_site_is_shown_but_never_offered_for_sending()
    {
        var answer = await Post(host.Visitor(), "cross-site", ("Story", Typed));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(answer.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task Secrets_are_not_given_back()
    {
        var answer = await Post(
            host.Visitor(),
            "same-origin",
            ("Number", "17-2026-7K3Q9TM"),
            ("Code", "PX4M-9TQ2-HJ7W-0CKR"),
            ("KataSandi", "rahasia sekali")
        );

        Assert.DoesNotContain("PX4M", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia sekali", answer.Html, StringComparison.Ordinal);
        Assert.Contains("17-2026-7K3Q9TM", answer.Html, StringComparison.Ordinal);
        Assert.Null(answer.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task The_page_speaks_the_language_of_its_reader()
    {
        var answer = await Post(host.Visitor("en"), "same-origin", ("Story", Typed));

        Assert.Contains("open for too long", answer.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Html, AngleSharp.Html.Dom.IHtmlDocument Page)> Post(
        HttpClient visitor,
        string site,
        params (string Name, string Value)[] fields
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/privasi")
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Sec-Fetch-Site", site);
        using var answer = await visitor.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, html, RunningHost.Parse(html));
    }
}
