using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Padu.Tests.Accounts;

/// <summary>A browser as far as forms need one: cookies, the form's token, no following of redirects.</summary>
internal sealed class Browser(HttpClient client)
{
    private const string Token = "__RequestVerificationToken";
    private readonly Dictionary<string, string> cookies = [];

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    public List<string> SetCookies { get; } = [];

    public Task<HttpResponseMessage> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    public async Task<IHtmlDocument> Page(string path)
    {
        var answer = await Get(path);
        Assert.Equal(200, (int)answer.StatusCode);
        return await Read(answer);
    }

    public static async Task<IHtmlDocument> Read(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    /// <summary>Opens a page, fills its hidden fields and these, and sends the form.</summary>
    public async Task<HttpResponseMessage> Submit(string path, Dictionary<string, string> fields, string? handler = null)
    {
        var page = await Page(path);
        var form = page.QuerySelectorAll("main form[method=post]")
            .First(candidate =>
                handler is null || candidate.GetAttribute("action")?.Contains($"handler={handler}", StringComparison.Ordinal) == true
            );
        var sent = form.QuerySelectorAll("input[type=hidden]")
            .Cast<IHtmlInputElement>()
            .ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in fields)
        {
            sent[name] = value;
        }

        return await Post(form.GetAttribute("action") is { Length: > 0 } action ? action : path, sent);
    }

    public Task<HttpResponseMessage> Post(string path, Dictionary<string, string> fields) =>
        Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    public Task<HttpResponseMessage> SignIn(string userName, string password, string path = "/masuk") =>
        Submit(path, new() { ["UserName"] = userName, ["Password"] = password });

    /// <summary>The page without what differs from answer to answer.</summary>
    public static async Task<string> Bytes(HttpResponseMessage answer, string userName)
    {
        var page = await Read(answer);
        foreach (var input in page.QuerySelectorAll($"input[name={Token}]"))
        {
            input.Remove();
        }

        return page.DocumentElement.OuterHtml.Replace(userName, "", StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var answer = await client.SendAsync(request);
        foreach (var line in answer.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            SetCookies.Add(line);
            var pair = line.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0)
            {
                cookies.Remove(pair[0]);
            }
            else
            {
                cookies[pair[0]] = pair[1];
            }
        }

        return answer;
    }
}
