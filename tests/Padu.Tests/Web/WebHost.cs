using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Tests.Web;

/// <summary>The real program on a free port, with an empty folder of its own; asked over HTTP like any browser.</summary>
public abstract class RunningHost(bool demonstration, Uri? publicUrl) : IAsyncLifetime
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("padu-web-");
    private WebApplication app = null!;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var kind = demonstration ? DataFolderKind.Demonstration : DataFolderKind.Installation;
        var folder = DataFolder.Create(
            Path.Combine(data.FullName, "padu"),
            kind,
            new RegionCode("17"),
            SystemClock.Instance.GetCurrentInstant()
        );
        app = PaduHost.Build(new HostSettings(folder.Path, "http://127.0.0.1:0", publicUrl, demonstration));
        app.Services.GetRequiredService<StorageSetup>().Migrate();
        app.MapPost("/uji/rusak", string () => throw new InvalidOperationException("rahasia: Budi")).AllowAnonymous();
        app.MapGet("/uji/rusak", string () => throw new InvalidOperationException("rahasia: Budi")).AllowAnonymous();
        app.MapGet("/uji/{status:int}", (int status) => Microsoft.AspNetCore.Http.Results.StatusCode(status)).AllowAnonymous();
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await app.StopAsync();
        await app.DisposeAsync();
        data.Delete(recursive: true);
    }

    /// <summary>A visitor with an own jar of cookies, who follows no redirect and takes nothing compressed.</summary>
    public HttpClient Visitor(string language = "id", bool compressed = false)
    {
        var cookies = new CookieContainer();
        cookies.Add(Address, new Cookie("padu-bahasa", language));
#pragma warning disable RS0030 // A test is the outside world.
        return new HttpClient(
            new HttpClientHandler
            {
                AllowAutoRedirect = false,
                CookieContainer = cookies,
                AutomaticDecompression = compressed ? DecompressionMethods.All : DecompressionMethods.None,
            }
        )
        {
            BaseAddress = Address,
        };
#pragma warning restore RS0030
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}

/// <summary>An installation over plain http.</summary>
public sealed class WebHost() : RunningHost(demonstration: false, publicUrl: null);

/// <summary>A demonstration.</summary>
public sealed class DemoHost() : RunningHost(demonstration: true, publicUrl: null);

/// <summary>An installation people reach over https.</summary>
public sealed class HttpsHost() : RunningHost(demonstration: false, new Uri("https://padu.example"));
