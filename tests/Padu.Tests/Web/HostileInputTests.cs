using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Padu.Tests.Access;

namespace Padu.Tests.Web;

/// <summary>
/// Every form of the endpoint table, sent what no browser sends. Whatever comes, the answer is a page in the reader's language with a sentence, what was
/// typed stands in the form again as text, and nothing breaks.
/// </summary>
public abstract class HostileInputTests(TestSite site)
{
    private const string TokenField = "__RequestVerificationToken";
    private const string Markup = "<script>alert(1)</script><b onclick=\"x\">'halo'</b> &amp; {{7*7}}";

    /// <summary>What is typed into every field for words.</summary>
    private static readonly Dictionary<string, string> Typed = new()
    {
        ["nothing"] = "",
        ["blanks"] = " \t ",
        ["markup"] = Markup,
        ["NUL"] = "sebelum\0sesudah",
        ["bidi override"] = "gambar\u202Egpj.exe",
        ["one long token"] = new string('W', 5_000),
        ["many words"] = string.Concat(Enumerable.Repeat("panjang sekali ", 15_000)),
        ["control characters"] = "a\u0001\u0008\u001bb",
        ["replacement"] = "a\uFFFDb",
        ["emoji and marks"] = "e\u0301👩‍👩‍👧‍👦\u0644\u0627",
    };

    private HostileForms Forms => new(site);

    /// <summary>What is tried of the kinds above and below; a second database is asked only what it could take otherwise than the first.</summary>
    protected virtual bool Tries(string kind) => true;

    [Fact]
    public async Task Every_page_that_takes_a_form_is_tried()
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var takes = new List<string>();
        foreach (var route in RouteList.Of(site.Services).Where(route => route.IsPage))
        {
            var page = await loader.LoadAsync(
                route.Endpoint.Metadata.GetMetadata<PageActionDescriptor>()!,
                EndpointMetadataCollection.Empty
            );
            if (page.HandlerMethods.Any(handler => handler.HttpMethod.Equals("post", StringComparison.OrdinalIgnoreCase)))
            {
                takes.Add(route.Pattern);
            }
        }

        var tried = Forms.All.Select(place => place.Route).Concat(HostileForms.Elsewhere.Keys).Distinct();
        Assert.Equal(takes.Order(StringComparer.Ordinal), tried.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whatever_is_sent_gets_a_page_and_what_was_typed_stays_in_the_form()
    {
        foreach (var place in Forms.All)
        {
            var forms = 1;
            for (var at = 0; at < forms; at++)
            {
                using var there = new Visit(place, at);
                forms = await there.Forms();
                await Type(there, Typed);
                await Break(there);
                if (at == 0)
                {
                    await Forge(there);
                }

                there.Language = "en";
                await Type(there, Typed.Take(3));
            }
        }
    }

    private async Task Type(Visit there, IEnumerable<KeyValuePair<string, string>> words)
    {
        foreach (var (kind, value) in words.Where(one => Tries(one.Key)))
        {
            var (browser, page, form) = await there.Open();
            var values = Values(form, field => IsForWords(field) ? value : null);
            var seen = await Send(browser, page, form, Encoded(values));
            Check(seen, there.Language, $"{there}, {kind}");
            Kept(form, seen, page.Path, value, $"{there}, {kind}");
        }
    }

    /// <summary>Wrong types, fields that are missing, unknown or broken, bodies that are no form.</summary>
    private async Task Break(Visit there)
    {
        foreach (var (kind, body) in Broken().Where(one => Tries(one.Kind)))
        {
            var (browser, page, form) = await there.Open();
            Check(await Send(browser, page, form, body(form)), there.Language, $"{there}, {kind}");
        }
    }

    /// <summary>A form without its token, or with another's, is refused and gives back what was typed.</summary>
    private async Task Forge(Visit there)
    {
        var (browser, page, form) = await there.Open();
        var values = Values(form, field => field is IHtmlTextAreaElement ? Markup : null).Where(one => one.Key != TokenField).ToList();
        using var other = new Browser(site.Address);
        foreach (var token in new[] { "", "CfDJ8bukan-token", Token(await other.Get("/lacak")) }.Where(_ => Tries("no token")))
        {
            var seen = await Send(browser, page, form, Encoded([.. values, new(TokenField, token)]));
            Assert.Equal(HttpStatusCode.BadRequest, seen.Status);
            Check(seen, there.Language, $"{there}, token '{token}'");
            if (form.QuerySelector("textarea") is not null)
            {
                Assert.Contains(Markup, seen.Page.QuerySelector("main")!.TextContent);
            }
        }
    }

    [Fact]
    public async Task A_draft_that_expired_begins_again_with_what_was_sent()
    {
        var (old, path) = await Forms.All.Single(place => place.Route == "/pengaduan/baru/layanan").Open();
        using var first = old;
        using var browser = new Browser(site.Address);
        var fresh = await browser.Get("/pengaduan/baru");
        var form = HostileForms.FormsOf(await old.Get(path))[0];
        // About an office that was not chosen it would be refused, as it should.
        var values = Values(form, field => field.GetAttribute("name") == "Service" ? "Pindah memilih" : null)
            .Where(one => one.Key is not (TokenField or "IsAboutOffice"));

        var back = await browser.Send(HttpMethod.Post, path, Encoded([.. values, new(TokenField, Token(fresh))]));

        Assert.Equal("/pengaduan/baru", back.Path);
        Check(back, "id", "expired draft");
        await browser.Submit(back, "main form", new() { ["Story"] = "Antrean tidak pernah dipanggil." });
        Assert.Contains("Pindah memilih", (await browser.Get("/pengaduan/baru/layanan")).Html);
    }

    [Fact]
    public async Task An_unknown_number_and_a_wrong_code_get_the_same_bytes()
    {
        var complaint = await site.File(TestSite.City);
        using var browser = new Browser(site.Address);
        var unknown = Padu.Complaints.PublicNumbers.Draw("17", 2026).Value;
        foreach (var code in new[] { "AAAA-BBBB-CCCC-DDDD", "", "x", new string('9', 5_000), "<b>" })
        {
            var answers = new List<(HttpStatusCode, string)>();
            foreach (var number in new[] { complaint.Number.Value, unknown })
            {
                var form = await browser.Get("/lacak");
                var seen = await browser.Submit(form, "main form", new() { ["Number"] = number, ["Code"] = code });
                answers.Add(
                    (
                        seen.Status,
                        seen.Html.Replace(number, "N", StringComparison.Ordinal).Replace(Token(seen), "T", StringComparison.Ordinal)
                    )
                );
            }

            Assert.Equal(answers[0], answers[1]);
        }
    }

    private static IEnumerable<(string Kind, Func<IHtmlFormElement, HttpContent> Body)> Broken()
    {
        yield return ("only the token", form => Encoded([new(TokenField, TokenOf(form))]));
        yield return ("wrong types", form => Encoded(Values(form, field => IsForWords(field) ? null : "bukan-angka")));
        yield return ("numbers too large", form => Encoded(Values(form, field => IsForWords(field) ? null : "99999999999999999999")));
        yield return (
            "fields nobody has",
            form => Encoded([.. Values(form, _ => null), new("Reader.Office", "x"), new("__proto__", "{}"), new("[0]", "1")])
        );
        yield return (
            "every field twice",
            form => Encoded([.. Values(form, _ => "satu"), .. Values(form, _ => "dua").Where(one => one.Key != TokenField)])
        );
        yield return (
            "too many fields",
            form => Encoded([.. Values(form, _ => null), .. Enumerable.Range(0, 2_000).Select(n => KeyValuePair.Create($"f{n}", "1"))])
        );
        yield return (
            "a megabyte",
            form => Encoded(Values(form, field => field == FirstForWords(form) ? new string('x', 1_048_576) : null))
        );
        yield return ("bytes that are no text", form => Raw(form, "%FF%FE%C0%AF"));
        yield return ("half a character", form => Raw(form, "a%ED%A0%80b%ED%B0%80"));
        yield return ("broken escapes", form => Raw(form, "%zz%u0041%"));
        yield return ("JSON", _ => new StringContent("{\"Story\":1}", Encoding.UTF8, "application/json"));
        yield return ("plain text", _ => new StringContent("halo", Encoding.UTF8, "text/plain"));
        yield return ("parts without a boundary", _ => Of("--x\r\n", "multipart/form-data"));
        yield return (
            "parts that end early",
            _ => Of("--x\r\nContent-Disposition: form-data; name=\"Story\"\r\n\r\nhal", "multipart/form-data; boundary=x")
        );
        yield return ("no content at all", _ => new ByteArrayContent([]));
    }

    private static ByteArrayContent Of(string body, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    private static ByteArrayContent Raw(IHtmlFormElement form, string value) =>
        Of(
            string.Join(
                '&',
                Values(form, _ => null)
                    .Select(one =>
                        one.Key == TokenField || one.Key == "Version"
                            ? $"{one.Key}={Uri.EscapeDataString(one.Value)}"
                            : $"{one.Key}={value}"
                    )
            ),
            "application/x-www-form-urlencoded"
        );

    private static FormUrlEncodedContent Encoded(IEnumerable<KeyValuePair<string, string>> values) => new(values);

    private static Task<Seen> Send(Browser browser, Seen page, IHtmlFormElement form, HttpContent content) =>
        browser.Send(HttpMethod.Post, form.GetAttribute("action") is { Length: > 0 } action ? action : page.Path, content);

    /// <summary>A page a person can read: no failure, the right language, a heading, no trace of the program, no markup of theirs.</summary>
    private static void Check(Seen seen, string language, string what)
    {
        Assert.True((int)seen.Status < 500, $"{what}: {seen.Status}");
        Assert.Equal("text/html", seen.Response.Content.Headers.ContentType?.MediaType);
        Assert.True(
            seen.Page.DocumentElement.GetAttribute("lang") == language,
            $"{what}: a page in '{seen.Page.DocumentElement.GetAttribute("lang")}'."
        );
        Assert.False(string.IsNullOrWhiteSpace(seen.TextOf("main h1")), $"{what}: {seen.Status} without a heading.");
        Assert.DoesNotContain("   at Padu", seen.Html);
        Assert.DoesNotContain("Exception", seen.Html);
        Assert.DoesNotContain("<script>alert", seen.Html);
        Assert.DoesNotContain("<b onclick", seen.Html);
    }

    /// <summary>Where the same form stands again, it holds what was typed.</summary>
    private static void Kept(IHtmlFormElement form, Seen seen, string path, string value, string what)
    {
        if (seen.Status != HttpStatusCode.OK || seen.Path != path || value.Contains('\0', StringComparison.Ordinal))
        {
            return;
        }

        var action = form.GetAttribute("action");
        var again = HostileForms.FormsOf(seen).FirstOrDefault(one => one.GetAttribute("action") == action);
        foreach (var field in form.QuerySelectorAll("input, textarea").Where(IsForWords).Where(field => !IsSecret(field)))
        {
            var name = field.GetAttribute("name")!;
            var shown = again?.QuerySelectorAll("input, textarea").FirstOrDefault(one => one.GetAttribute("name") == name);
            var now = shown is IHtmlTextAreaElement area ? area.Value : (shown as IHtmlInputElement)?.Value;
            Assert.True(
                shown is null || Plain(now) == Plain(value),
                $"{what}: {name} was typed as '{Short(value)}' and stands there as '{Short(now)}'."
            );
        }
    }

    private static string Plain(string? text) => (text ?? "").Trim().ReplaceLineEndings("\n").Normalize();

    private static string Short(string? text) => text is { Length: > 60 } ? text[..60] + "…" : text ?? "(nothing)";

    private static IElement? FirstForWords(IHtmlFormElement form) => form.QuerySelectorAll("input, textarea").FirstOrDefault(IsForWords);

    private static bool IsForWords(IElement field) =>
        field is IHtmlTextAreaElement
        || (field is IHtmlInputElement input && input.Type is "text" or "email" or "tel" or "search" or "password");

    /// <summary>What is never shown again.</summary>
    private static bool IsSecret(IElement field) =>
        field is IHtmlInputElement { Type: "password" } || field.GetAttribute("name")!.Contains("Code", StringComparison.Ordinal);

    private static IReadOnlyList<KeyValuePair<string, string>> Values(IHtmlFormElement form, Func<IElement, string?> other) =>
        [
            .. form.QuerySelectorAll("input, textarea, select")
                .Where(field =>
                    field.GetAttribute("name") is { Length: > 0 } && field is not IHtmlInputElement { Type: "file" or "submit" }
                )
                .Select(field =>
                    KeyValuePair.Create(
                        field.GetAttribute("name")!,
                        field.GetAttribute("name") == TokenField ? TokenOf(form) : other(field) ?? Standing(field)
                    )
                ),
        ];

    private static string Standing(IElement field) =>
        field switch
        {
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value ?? "",
            IHtmlInputElement input => input.Value,
            _ => "",
        };

    private static string TokenOf(IElement form) =>
        form.QuerySelector($"input[name={TokenField}]")?.GetAttribute("value")
        ?? throw new InvalidOperationException("A form without a token.");

    private static string Token(Seen page) => TokenOf(page.Page.DocumentElement);

    /// <summary>
    /// Somebody before one form. What was refused leaves the form as it stood, so the next try uses it; what went through needs a case of its own, and
    /// a new one is brought there.
    /// </summary>
    private sealed class Visit(FormPlace place, int at) : IDisposable
    {
        private Browser? browser;
        private string path = "";
        private string spoken = "";
        private string? shape;

        public string Language { get; set; } = "id";

        /// <summary>How many forms stand there.</summary>
        public async Task<int> Forms()
        {
            var (_, page, _) = await Open();
            return HostileForms.FormsOf(page).Count;
        }

        public async Task<(Browser Browser, Seen Page, IHtmlFormElement Form)> Open()
        {
            var page = browser is null || spoken != Language ? null : await browser.Get(path);
            if (page is null || page.Status != HttpStatusCode.OK || Shape(page) != shape)
            {
                browser?.Dispose();
                (browser, path) = await place.Open();
                spoken = Language;
                if (Language != "id")
                {
                    await browser.Get($"/bahasa/{Language}");
                }

                page = await browser.Get(path);
                Assert.Equal(HttpStatusCode.OK, page.Status);
                shape = Shape(page);
            }

            var forms = HostileForms.FormsOf(page);
            Assert.True(forms.Count > 0, $"No form at {place.Route}, which led to {page.Path}.");
            // What an earlier try changed (somebody's post was ended) may have taken a form away: then the last one is tried again.
            return (browser!, page, forms[Math.Min(at, forms.Count - 1)]);
        }

        public override string ToString() => $"{place.Route} form {at} ({Language})";

        public void Dispose() => browser?.Dispose();

        /// <summary>Which forms with which fields stand there.</summary>
        private static string Shape(Seen page) =>
            string.Join(
                '|',
                HostileForms
                    .FormsOf(page)
                    .Select(form =>
                        form.GetAttribute("action")
                        + string.Join(',', form.QuerySelectorAll("input, textarea, select").Select(field => field.GetAttribute("name")))
                    )
            );
    }
}
