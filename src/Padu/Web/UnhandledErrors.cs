using Microsoft.AspNetCore.Diagnostics;

namespace Padu.Web;

/// <summary>
/// Logs a bug without what people typed: the kind of exception and where it arose, never its message, and the route's pattern, never the address.
/// The number shown on the error page finds the line.
/// </summary>
internal sealed partial class UnhandledErrors(ILogger<UnhandledErrors> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not (BadHttpRequestException or OperationCanceledException))
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
        return ValueTask.FromResult(false);
    }

    [LoggerMessage(LogLevel.Error, "Unhandled error {Trace} in {Method} {Route}: {Causes}")]
    private partial void Unhandled(string trace, string method, string? route, string causes);
}
