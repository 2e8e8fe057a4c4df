using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Padu.Tests.Access;

/// <summary>One address of the program with its parameters.</summary>
/// <param name="Pattern">As the endpoint table has it, with a slash in front.</param>
internal sealed record Route(string Pattern, RouteEndpoint Endpoint)
{
    public bool IsPage => Endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    public bool IsOfACase => Pattern.Contains("{nomor}", StringComparison.Ordinal);

    /// <summary>The address with every parameter filled in.</summary>
    public string Path(
        string number,
        Guid account,
        string slug = "pks-2026-tidak-ada",
        Guid? owed = null,
        string agenda = "agd-2026-tidak-ada",
        string input = "M-17-2026-0000000",
        string meeting = "rakor-2026-tidak-ada",
        Guid? letter = null
    ) =>
        Pattern
            .Replace("{nomor}", number, StringComparison.Ordinal)
            .Replace("{lain}", number, StringComparison.Ordinal)
            .Replace("{version:int}/{index:int}", "1/0", StringComparison.Ordinal)
            .Replace("{code}", "kpu-17.71", StringComparison.Ordinal)
            .Replace("kewajiban/{id:guid}", $"kewajiban/{owed ?? account:D}", StringComparison.Ordinal)
            .Replace("surat/{id:guid}", $"surat/{letter ?? account:D}", StringComparison.Ordinal)
            .Replace("{surat}", "jawaban", StringComparison.Ordinal)
            .Replace("{id:guid}", $"{account:D}", StringComparison.Ordinal)
            .Replace("agenda/{kode}", $"agenda/{agenda}", StringComparison.Ordinal)
            .Replace("masukan/{kode}", $"masukan/{input}", StringComparison.Ordinal)
            .Replace("{version:int}", "1", StringComparison.Ordinal)
            .Replace("{token}", "tidak-ada-sama-sekali-1234", StringComparison.Ordinal)
            .Replace("{kode}", meeting, StringComparison.Ordinal)
            .Replace("{tema:int}", "1", StringComparison.Ordinal)
            .Replace("{sandi}", "tidak-ada", StringComparison.Ordinal)
            .Replace("{slug}", slug, StringComparison.Ordinal)
            .Replace("{tahun:int}", "2026", StringComparison.Ordinal)
            .Replace("{status:int}", "404", StringComparison.Ordinal)
            .Replace("{bahasa}", "id", StringComparison.Ordinal);
}

/// <summary>Every address a started program answers, without the built assets.</summary>
internal static class RouteList
{
    public static IReadOnlyList<Route> Of(IServiceProvider services) =>
        [
            .. services
                .GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .Select(endpoint => new Route("/" + endpoint.RoutePattern.RawText!.Trim('/'), endpoint))
                .DistinctBy(route => route.Pattern)
                .OrderBy(route => route.Pattern, StringComparer.Ordinal),
        ];

    /// <summary>What is known of an address; a page tells it only once it is compiled.</summary>
    public static async Task<IReadOnlyList<object>> MetadataOf(Route route, IServiceProvider services)
    {
        if (route.Endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return route.Endpoint.Metadata;
        }

        var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
        return compiled.EndpointMetadata is { Count: > 0 } some
            ? [.. some]
            : [.. compiled.HandlerTypeInfo.GetCustomAttributes(inherit: true)];
    }
}
