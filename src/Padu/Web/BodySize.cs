using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Padu.Web;

/// <summary>Says no to a body that is too large before a byte of it is read, where the request tells its length.</summary>
internal static class BodySize
{
    /// <summary>Up to here a browser may finish sending what nobody keeps: one that is cut off shows a broken connection, not the page.</summary>
    private const long Drained = 64 << 20;

    /// <summary>The page's own limit is in the feature by now: routing puts it there.</summary>
    public static Task Refuse(HttpContext context, RequestDelegate next)
    {
        var size = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        var limit = size?.MaxRequestBodySize;
        // The error page answers the same request, whose body nobody reads any more.
        var answered = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (answered || limit is null || context.Request.ContentLength is not { } length || length <= limit)
        {
            return next(context);
        }

        if (size is { IsReadOnly: false } && length <= Drained)
        {
            size.MaxRequestBodySize = length;
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }
}
