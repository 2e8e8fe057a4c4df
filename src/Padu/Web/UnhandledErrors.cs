using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using Padu.Storage;

namespace Padu.Web;

/// <summary>
/// Logs a bug without what people typed: the kind of exception and where it arose, never its message, and the route's pattern, never the address.
/// The number shown on the error page finds the line.
/// </summary>
internal sealed partial class UnhandledErrors(
    StorageHealth health,
    IOptions<AntiforgeryOptions> antiforgery,
    ILogger<UnhandledErrors> logger
) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (health.IsUnavailable(exception))
        {
            Away(httpContext.TraceIdentifier, exception.GetBaseException().GetType().Name);
            if (httpContext.Request.HasFormContentType && !httpContext.RequestAborted.IsCancellationRequested)
            {
                // What was typed stands on the page, with the token it came with: who sends it is known again when the database is.
                httpContext.Items[typeof(ExpiredForm)] = await ExpiredForm.Read(
                    httpContext.Request,
                    antiforgery.Value.FormFieldName,
                    keepsToken: true
                );
            }
        }
        else if (exception is not (BadHttpRequestException or OperationCanceledException))
        {
            var route = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Endpoint as RouteEndpoint;
            var causes = new List<string>();
            for (var cause = exception; cause is not null; cause = cause.InnerException)
            {
                causes.Add($"{cause.GetType().FullName}\n{cause.StackTrace}");
            }

            Unhandled(
                httpContext.TraceIdentifier,
                httpContext.Request.Method,
                route?.RoutePattern.RawText,
                string.Join("\ncaused by ", causes)
            );
        }

        // The error page follows.
        return false;
    }

    [LoggerMessage(LogLevel.Warning, "The database is away in {Trace}: {Failure}")]
    private partial void Away(string trace, string failure);

    [LoggerMessage(LogLevel.Error, "Unhandled error {Trace} in {Method} {Route}: {Causes}")]
    private partial void Unhandled(string trace, string method, string? route, string causes);
}
