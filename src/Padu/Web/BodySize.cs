using Microsoft.AspNetCore.Http.Features;

namespace Padu.Web;

/// <summary>Says no to a body that is too large before a byte of it is read, where the request tells its length.</summary>
internal static class BodySize
{
    /// <summary>The page's own limit is in the feature by now: routing puts it there.</summary>
    public static Task Refuse(HttpContext context, RequestDelegate next)
    {
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        if (context.Request.ContentLength <= limit || context.Request.ContentLength is null || limit is null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }
}
