namespace Padu.Web;

/// <summary>The headers of every answer.</summary>
internal static class SecurityPolicy
{
    public static HeaderPolicyCollection Of(HostSettings settings)
    {
        var policy = new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyNoReferrer()
            .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
            .AddCrossOriginResourcePolicy(resource => resource.SameOrigin())
            .AddPermissionsPolicyWithDefaultSecureDirectives()
            .RemoveServerHeader()
            .AddContentSecurityPolicy(content =>
            {
                content.AddDefaultSrc().None();
                content.AddStyleSrc().Self();
                content.AddScriptSrc().Self();
                content.AddImgSrc().Self();
                content.AddFontSrc().Self();
                content.AddConnectSrc().Self();
                content.AddFormAction().Self();
                content.AddFrameAncestors().None();
                content.AddBaseUri().None();
            });
        // The proxy in front ends TLS, so the request itself may look like http.
        return settings.IsHttps ? policy.AddCustomHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains") : policy;
    }

    /// <summary>What a file that somebody sent may do when a browser opens it after all: nothing.</summary>
    private const string Sandbox = "sandbox; default-src 'none'";

    /// <summary>This answer is no page of ours but a file from outside.</summary>
    public static void SandboxThis(HttpContext context) => context.Items[nameof(Sandbox)] = true;

    /// <summary>Stands before the headers of every answer, so that its own word is the last.</summary>
    public static Task SandboxWhereAsked(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (context.Items.ContainsKey(nameof(Sandbox)))
            {
                context.Response.Headers.ContentSecurityPolicy = Sandbox;
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>This answer may be kept after all: a feed that calendars ask for again and again.</summary>
    /// <param name="rule">The words of <c>Cache-Control</c>.</param>
    public static void MayKeep(HttpContext context, string rule) => context.Items[nameof(MayKeep)] = rule;

    /// <summary>Nothing dynamic stays in a browser or a proxy on a shared machine; static assets and feeds carry their own rule.</summary>
    public static Task NeverStore(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
            {
                context.Response.Headers.CacheControl = context.Items[nameof(MayKeep)] as string ?? "no-store";
                context.Response.Headers.Remove("Pragma");
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
