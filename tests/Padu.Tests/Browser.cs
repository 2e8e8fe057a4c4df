using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Padu.Tests;

/// <summary>An answer with its page.</summary>
public sealed record Seen(HttpStatusCode Status, string Path, HttpResponseMessage Response, string Html, IHtmlDocument Page)
{
    /// <summary>What a reader reads, without markup.</summary>
    public string Words =>
        string.Join(' ', (Page.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string? TextOf(string selector) =>
        Page.QuerySelector(selector) is { } found
            ? string.Join(' ', found.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : null;

    public IReadOnlyList<string> All(string selector) =>
        [
            .. Page.QuerySelectorAll(selector)
                .Select(one => string.Join(' ', one.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
        ];
}

/// <summary>One person's browser without script: cookies, redirects, and forms sent as they stand on the page.</summary>
public sealed class Browser(Uri address) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    private readonly HttpClientHandler handler = new() { CookieContainer = new CookieContainer() };
    private HttpClient? http;
    private HttpClient? still;

    private HttpClient Http => http ??= new HttpClient(handler) { BaseAddress = address };

    /// <summary>The same cookies, but a redirect is an answer like any other.</summary>
    private HttpClient Still =>
        still ??= new HttpClient(new HttpClientHandler { CookieContainer = handler.CookieContainer, AllowAutoRedirect = false })
        {
            BaseAddress = address,
        };

    /// <summary>Every address asked for, every one that was led to, every header that came back.</summary>
    public List<string> Trail { get; } = [];

    /// <summary>An answer that is no page.</summary>
    public Task<HttpResponseMessage> Fetch(string path) => Http.GetAsync(path, TestContext.Current.CancellationToken);

    public async Task<Seen> Get(string path) => await See(await Http.GetAsync(path, TestContext.Current.CancellationToken));

    public async Task<Seen> Send(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        return await See(await Http.SendAsync(request, TestContext.Current.CancellationToken));
    }

    /// <summary>One request and its own answer; no redirect is followed.</summary>
    public async Task<Seen> Once(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        return await See(await Still.SendAsync(request, TestContext.Current.CancellationToken));
    }

    /// <summary>Fills a form of the page and sends it: what is hidden in it goes along, and fields named here replace what stands there.</summary>
    public Task<Seen> Submit(
        Seen page,
        string form,
        Dictionary<string, string> fields,
        params (string Field, string Name, byte[] Bytes)[] files
    )
    {
        var element = page.Page.QuerySelector(form) as IHtmlFormElement;
        Assert.True(element is not null, $"No form '{form}' at {page.Path}:\n{page.Words}");
        var values = new List<KeyValuePair<string, string>>();
        foreach (var input in element.QuerySelectorAll("input[type=hidden], input[type=text], textarea, select"))
        {
            var name = input.GetAttribute("name");
            if (name is null || fields.ContainsKey(name))
            {
                continue;
            }

            var value = input switch
            {
                IHtmlInputElement one => one.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value ?? "",
                _ => "",
            };
            values.Add(new(name, value));
        }

        values.AddRange(fields.SelectMany(field => field.Value.Split('|').Select(value => KeyValuePair.Create(field.Key, value))));
        return Send(HttpMethod.Post, element.GetAttribute("action") ?? page.Path, Content(element, values, files));
    }

    public void Dispose()
    {
        http?.Dispose();
        still?.Dispose();
        handler.Dispose();
    }

    private static HttpContent Content(
        IHtmlFormElement form,
        List<KeyValuePair<string, string>> values,
        (string Field, string Name, byte[] Bytes)[] files
    )
    {
        if (form.Enctype != "multipart/form-data")
        {
            return new FormUrlEncodedContent(values);
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (field, name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), field, name);
        }

        return content;
    }

    private async Task<Seen> See(HttpResponseMessage response)
    {
        Trail.Add($"{response.RequestMessage!.RequestUri} {response.Headers}");
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Seen(
            response.StatusCode,
            response.RequestMessage!.RequestUri!.AbsolutePath,
            response,
            html,
            await Parser.ParseDocumentAsync(html, TestContext.Current.CancellationToken)
        );
    }
}
