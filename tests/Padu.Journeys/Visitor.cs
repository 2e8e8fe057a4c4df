using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Padu.Web;

namespace Padu.Journeys;

/// <summary>How somebody comes: which screen, which language, with or without script.</summary>
public sealed record Manner
{
    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 800;

    public bool Script { get; init; } = true;

    public ColorScheme Scheme { get; init; } = ColorScheme.Light;

    public string Language { get; init; } = "id";

    /// <summary>The cheap phone the complainant's path is made for.</summary>
    public static Manner Phone { get; } =
        new()
        {
            Width = 360,
            Height = 740,
            Script = false,
        };

    public static Manner English { get; } = new() { Language = "en" };
}

/// <summary>One person in a browser of their own.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly Texts All = new();
    private readonly Site site;
    private readonly IBrowserContext context;
    private readonly CultureInfo language;
    private readonly Manner manner;

    private Visitor(Site site, IBrowserContext context, IPage page, Manner manner)
    {
        this.site = site;
        this.context = context;
        Page = page;
        this.manner = manner;
        language = Languages.Named(manner.Language)!;
    }

    public bool HasScript => manner.Script;

    public IPage Page { get; }

    /// <summary>The texts of the visitor's language.</summary>
    public Texts T => All.In(language);

    public string Path => new Uri(Page.Url).AbsolutePath;

    public static Task<Visitor> Arrive(Site site, Manner? manner = null) => Arrive(site, manner, cookies: null);

    private static async Task<Visitor> Arrive(Site site, Manner? manner, string? cookies)
    {
        manner ??= new Manner();
        var context = await site.Browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = site.Address,
                ViewportSize = new ViewportSize { Width = manner.Width, Height = manner.Height },
                JavaScriptEnabled = manner.Script,
                ColorScheme = manner.Scheme,
                ReducedMotion = ReducedMotion.Reduce,
                StorageState = cookies,
            }
        );
        context.SetDefaultTimeout(20_000);
        var visitor = new Visitor(site, context, await context.NewPageAsync(), manner);
        if (manner.Language != "id")
        {
            await visitor.Page.GotoAsync($"/bahasa/{manner.Language}");
        }

        return visitor;
    }

    public async Task<Visitor> SignIn(string userName)
    {
        await Open("/masuk");
        await Page.FillAsync("#UserName", userName);
        await Page.FillAsync("#Password", site.Notes.Password);
        await Press("signin.submit");
        // Until the page behind the door has come: whoever walks on before loses the session with it. Its pictures may still be on their way.
        await Page.WaitForURLAsync(url => new Uri(url).AbsolutePath != "/masuk", new() { WaitUntil = WaitUntilState.Commit });
        return this;
    }

    public async Task Open(string path)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path} answers {answer.Status}.");
    }

    /// <summary>Waits until the browser stands at this address, whatever its query.</summary>
    public Task IsAt(string path) =>
        Assertions.Expect(Page).ToHaveURLAsync(new Regex($"^{Regex.Escape(site.Address + path)}([?#].*)?$", RegexOptions.None, Second));

    /// <summary>Presses the button with the words of a text .</summary>
    public Task Press(string key) => Page.GetByRole(AriaRole.Button, new() { Name = T[key], Exact = true }).ClickAsync();

    /// <summary>The answer to a plain request with this visitor's cookies.</summary>
    public Task<IAPIResponse> Ask(string path) => context.APIRequest.GetAsync(path, new() { MaxRedirects = 0 });

    /// <summary>
    /// Sends the form of a page without drawing it: fields as they stand there, nothing chosen or ticked, the others as given. For the thirtieth time of what was seen on the
    /// screen before.
    /// </summary>
    /// <returns>The page that the answer led to.</returns>
    public async Task<string> Send(string path, params (string Name, string Value)[] fields)
    {
        var asked = await Ask(path);
        Assert.True(asked.Ok, $"{path} answers {asked.Status}.");
        var form = context.APIRequest.CreateFormData();
        foreach (Match input in FilledInput().Matches(await asked.TextAsync()))
        {
            form.Set(Attribute(input.Value, "name"), Attribute(input.Value, "value"));
        }

        foreach (var (name, value) in fields)
        {
            form.Set(name, value);
        }

        var answer = await context.APIRequest.PostAsync(path, new() { Form = form });
        Assert.True(answer.Ok, $"{path} answers a form with {answer.Status}.");
        return await answer.TextAsync();

        static string Attribute(string input, string name) =>
            WebUtility.HtmlDecode(Regex.Match(input, $"\\b{name}=\"([^\"]*)\"", RegexOptions.None, Second).Groups[1].Value);
    }

    /// <summary>The same person before the same page, answer to a form included, in a window with script.</summary>
    public async Task<Visitor> WithScript()
    {
        var twin = await Arrive(site, manner with { Script = true }, await context.StorageStateAsync());
        var page = await Page.ContentAsync();
        await twin.Page.RouteAsync(Page.Url, route => route.FulfillAsync(new() { Body = page, ContentType = "text/html; charset=utf-8" }));
        await twin.Page.GotoAsync(Page.Url);
        return twin;
    }

    public Task<ICDPSession> Wire() => context.NewCDPSessionAsync(Page);

    public ValueTask DisposeAsync() => context.DisposeAsync();

    [GeneratedRegex("""<input (?![^>]*type="(?:radio|checkbox|file|submit)")[^>]*>""")]
    private static partial Regex FilledInput();
}
