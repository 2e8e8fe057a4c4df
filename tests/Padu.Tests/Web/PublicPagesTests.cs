using System.Text.RegularExpressions;

namespace Padu.Tests.Web;

public sealed partial class PublicPagesTests(WebHost host) : IClassFixture<WebHost>
{
    public static readonly TheoryData<string> Pages = ["/", "/hak-anda", "/privasi", "/bantuan", "/aksesibilitas"];

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_page_speaks_both_languages(string path)
    {
        var indonesian = await host.Visitor("id").GetStringAsync(path, TestContext.Current.CancellationToken);
        var english = await host.Visitor("en").GetStringAsync(path, TestContext.Current.CancellationToken);

        var first = RunningHost.Parse(indonesian);
        var second = RunningHost.Parse(english);
        Assert.Equal("id", first.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", second.DocumentElement.GetAttribute("lang"));
        Assert.NotEqual(first.QuerySelector("h1")!.TextContent, second.QuerySelector("h1")!.TextContent);
        Assert.Equal(first.QuerySelectorAll("main *").Length, second.QuerySelectorAll("main *").Length);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_page_has_one_heading_a_skip_link_and_its_place_in_the_menu(string path)
    {
        var page = RunningHost.Parse(await host.Visitor().GetStringAsync(path, TestContext.Current.CancellationToken));

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("#isi", page.QuerySelector("a.skip")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main#isi"));
        Assert.EndsWith("– Padu", page.Title, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task No_page_names_another_host(string path)
    {
        var html = await host.Visitor().GetStringAsync(path, TestContext.Current.CancellationToken);

        Assert.Empty(Hosts().Matches(html).Select(match => match.Value));
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.Empty(RunningHost.Parse(html).QuerySelectorAll("script:not([src]), style, [onclick]"));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_link_of_a_page_leads_somewhere(string path)
    {
        var visitor = host.Visitor();
        var page = RunningHost.Parse(await visitor.GetStringAsync(path, TestContext.Current.CancellationToken));
        var links = page.QuerySelectorAll("a[href^='/'], link[href], script[src], use[href]")
            .Select(link => (link.GetAttribute("href") ?? link.GetAttribute("src"))!)
            .Distinct();
        foreach (var link in links)
        {
            var parts = link.Split('#');
            using var answer = await visitor.GetAsync(parts[0], TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode is 200 or 302, $"{link}: {answer.StatusCode}");
            if (parts.Length > 1)
            {
                var target = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.Contains($"id=\"{parts[1]}\"", target, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_first_page_asks_one_question_and_posts_it_with_a_token()
    {
        var page = RunningHost.Parse(await host.Visitor().GetStringAsync("/", TestContext.Current.CancellationToken));

        var form = page.QuerySelector("form[action='/pengaduan/baru'][method='post']")!;
        Assert.NotNull(form.QuerySelector("textarea[name='Story']"));
        Assert.NotNull(form.QuerySelector("input[name='__RequestVerificationToken']"));
        Assert.Contains("3 hari kerja", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The tracking door binds its number under another name than its property: what was typed must arrive and come back.</summary>
    [Fact]
    public async Task A_form_posts_under_the_names_its_page_binds_and_keeps_what_was_typed()
    {
        var visitor = host.Visitor();
        var door = RunningHost.Parse(await visitor.GetStringAsync("/lacak", TestContext.Current.CancellationToken));
        var fields = door.QuerySelectorAll("main form input")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        fields[door.GetElementById("Number")!.GetAttribute("name")!] = "17-2026-7K3Q9TM";
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await visitor.PostAsync("/lacak", form, TestContext.Current.CancellationToken);
        var again = RunningHost.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("17-2026-7K3Q9TM", again.GetElementById("Number")!.GetAttribute("value"));
        Assert.NotNull(again.QuerySelector($".error-summary a[href='#{again.QuerySelector("[aria-invalid]")!.Id}']"));
    }

    [Fact]
    public async Task A_menu_leaves_out_pages_that_do_not_exist()
    {
        var page = RunningHost.Parse(await host.Visitor().GetStringAsync("/bantuan", TestContext.Current.CancellationToken));

        Assert.All(
            page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")),
            href => Assert.DoesNotContain("/belum-ada", href, StringComparison.Ordinal)
        );
        Assert.Equal("page", page.QuerySelector("nav a[href='/bantuan']")!.GetAttribute("aria-current"));
    }

    /// <summary>Addresses of other hosts, but for names of formats that are never fetched.</summary>
    [GeneratedRegex(@"(?:https?:)?//(?!www\.w3\.org/)[a-z0-9.-]+\.[a-z]{2,}", RegexOptions.IgnoreCase)]
    private static partial Regex Hosts();
}
