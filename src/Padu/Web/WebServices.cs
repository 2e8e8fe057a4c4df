using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Padu.Storage;

namespace Padu.Web;

/// <summary>What all pages share: languages, layout, form controls, security headers, errors and assets.</summary>
public static class WebServices
{
    /// <summary>Bytes a request may carry unless its page raises it by <c>[RequestSizeLimit]</c>.</summary>
    public const long BodyLimit = 1_000_000;

    public static void AddWeb(this WebApplicationBuilder builder, HostSettings settings)
    {
        // Also from the build's own folder, not only after a publish: the asset manifest says where the files lie.
        builder.WebHost.UseStaticWebAssets();
        // And there too the compressed files as they were built, for as long as their fingerprint lives: not a developer's reload.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Configuration["EnableStaticAssetsDevelopmentCaching"] = "true";
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit;
        });
        // The framework's own lines carry addresses with their queries; Padu logs what it needs itself.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // What fails there is thrown, and told by whoever catches it; its own lines quote statements and messages of the database.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical);

        var services = builder.Services;
        var cookies = new PaduCookies(settings);
        services.AddSingleton(cookies);
        services.AddSingleton<Texts>();
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton(DateTimeZoneProviders.Tzdb["Asia/Jakarta"]);
        services.AddSingleton<Say>();
        services.AddSingleton<SiteMap>();
        services.TryAddSingleton(SiteIdentity.Unknown);
        services.TryAddScoped<IWhoIsSignedIn, NobodyIsSignedIn>();
        services.AddExceptionHandler<UnhandledErrors>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = cookies.Antiforgery;
            options.Cookie.SecurePolicy = cookies.Secure;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.Path = "/";
            // frame-ancestors of the content security policy says it better.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddRazorPages().WithRazorPagesAtContentRoot();
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add(new ExpiredFormFilter());
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        });
        services.ConfigureOptions<FormMessages>();
        services.Configure<RazorViewEngineOptions>(options => options.PageViewLocationFormats.Add("/Web/{0}.cshtml"));
    }

    /// <param name="doors">What stands between routing and the pages: who it is, and what opens.</param>
    public static void UseWeb(this WebApplication app, Action<IApplicationBuilder>? doors = null)
    {
        var settings = app.Services.GetRequiredService<HostSettings>();
        var health = app.Services.GetRequiredService<StorageHealth>();
        if (settings.IsHttps)
        {
            // The proxy in front ends TLS. What people use is configured, not read from a header that anybody can send.
            app.Use(ToHttps);
        }

        app.Use(SecurityPolicy.SandboxWhereAsked);
        app.UseSecurityHeaders(SecurityPolicy.Of(settings));
        app.Use(SecurityPolicy.NeverStore);
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/galat/500",
                // What failed in the request's own services (who somebody is) would fail again on the page that says so.
                CreateScopeForErrors = true,
                StatusCodeSelector = error =>
                    error is BadHttpRequestException bad ? bad.StatusCode
                    : health.IsUnavailable(error) ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status500InternalServerError,
                // UnhandledErrors writes the line; the framework's would carry the exception's message, and so what people typed.
                SuppressDiagnosticsCallback = _ => true,
            }
        );
        app.UseStatusCodePagesWithReExecute("/galat/{0}");
        app.UseRequestLocalization(Languages.Options(app.Services.GetRequiredService<PaduCookies>()));
        app.UseRouting();
        app.Use(BodySize.Refuse);
        app.UseWhen(
            context => context.GetEndpoint()?.Metadata.GetMetadata<CompressedAttribute>() is not null,
            branch => branch.UseResponseCompression()
        );
        app.Use(NobodyWhileUnavailable);
        doors?.Invoke(app);

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapGet("/bahasa/{bahasa}", Languages.Choose).AllowAnonymous();
        // What watches a machine often asks for the head alone.
        app.MapMethods("/healthz", [HttpMethods.Get, HttpMethods.Head], () => Results.Text("ok")).AllowAnonymous();
    }

    /// <summary>Who somebody is stands in the database: the page that says it is away must not ask.</summary>
    private static Task NobodyWhileUnavailable(HttpContext context, RequestDelegate next)
    {
        if (
            context.Features.Get<IExceptionHandlerFeature>() is not null
            && context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable
        )
        {
            context.Request.Headers.Cookie = default;
        }

        return next(context);
    }

    private static Task ToHttps(HttpContext context, RequestDelegate next)
    {
        context.Request.Scheme = Uri.UriSchemeHttps;
        return next(context);
    }
}
