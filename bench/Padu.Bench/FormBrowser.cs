using System.Net;
using System.Text.RegularExpressions;

namespace Padu.Bench;

/// <summary>A browser without a screen: cookies, forms as they stand on the pages, redirects by hand.</summary>
/// <param name="nodes">The servers of the installation; the first is asked until somebody turns elsewhere.</param>
internal abstract partial class FormBrowser(Uri[] nodes, int connections = 1) : IDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new CookieContainer(),
            MaxConnectionsPerServer = connections,
        }
    )
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    private int node;

    /// <summary>The token of the last form that was opened.</summary>
    private string token = "";

    public void Dispose() => http.Dispose();

    /// <summary>The next request goes to the next server.</summary>
    public void Elsewhere() => node = (node + 1) % nodes.Length;

    /// <summary>A page that must open.</summary>
    public async Task<string> Page(string path, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(At(path), cancel);
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsStringAsync(cancel)
            : throw Refused(answer, $"{path} answered {(int)answer.StatusCode}.");
    }

    /// <summary>A page with a form, which the next <see cref="Post"/> sends.</summary>
    protected async Task<string> Form(string path, CancellationToken cancel)
    {
        var page = await Page(path, cancel);
        token = Found(TokenField().Match(page));
        return page;
    }

    protected Task<HttpResponseMessage> Post(string path, KeyValuePair<string, string>[] fields, CancellationToken cancel) =>
        http.PostAsync(At(path), new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]), cancel);

    /// <summary>The form with one file, as a browser sends it.</summary>
    protected async Task<HttpResponseMessage> PostFile(string path, string field, string name, byte[] content, CancellationToken cancel)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(content), field, name },
        };
        return await http.PostAsync(At(path), form, cancel);
    }

    /// <summary>A form whose answer must lead to another page.</summary>
    protected async Task Step(string path, string then, KeyValuePair<string, string>[] fields, CancellationToken cancel)
    {
        using var answer = await Post(path, fields, cancel);
        if (answer.Headers.Location?.OriginalString != then)
        {
            throw Refused(answer, $"{path} answered {(int)answer.StatusCode} to '{answer.Headers.Location}', not to '{then}'.");
        }
    }

    /// <summary>Whether the server said how long to wait stands in <see cref="Exception.Data"/> as <c>Retry-After</c>.</summary>
    private static HttpRequestException Refused(HttpResponseMessage answer, string what)
    {
        var refused = new HttpRequestException(what, inner: null, answer.StatusCode);
        refused.Data["Retry-After"] = answer.Headers.RetryAfter?.Delta is { } wait && wait > TimeSpan.Zero;
        return refused;
    }

    private Uri At(string path) => new(nodes[node], path);

    protected static string Found(Match match) =>
        match.Success ? match.Groups[1].Value : throw new InvalidOperationException("The page is not the one that was expected.");

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex TokenField();
}
