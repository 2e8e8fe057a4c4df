using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Padu.Web;

/// <summary>What somebody typed into a form whose token no longer holds, or that could not be kept now, so that the error page can give it back.</summary>
/// <param name="MayResend">
/// True when the browser itself says the form came from our own page; a foreign page's form is never offered for sending.
/// </param>
/// <param name="Token">The token to send it with again where that still holds; null where a fresh one is needed.</param>
public sealed record ExpiredForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields, bool MayResend, string? Token = null)
{
    /// <summary>The name of the field that carries the token.</summary>
    public string TokenField { get; private init; } = "";

    internal static async Task<ExpiredForm> Read(HttpRequest request, string tokenField, bool keepsToken = false)
    {
        var form = await request.ReadFormAsync();
        var typed = form.Where(field => field.Key != tokenField).ToList();
        var shown = typed.Where(field => !IsSecret(field.Key)).ToList();
        var complete = shown.Count == typed.Count && form.Files.Count == 0;
        return new ExpiredForm(
            // An error page has an address of its own by now.
            request.PathBase
                + (request.HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? request.Path)
                + request.QueryString,
            [.. shown.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))],
            complete && ComesFromUs(request),
            keepsToken ? form[tokenField].ToString() : null
        )
        {
            TokenField = tokenField,
        };
    }

    private static bool IsSecret(string field) =>
        new[] { "sandi", "password", "kode", "code", "token" }.Any(word => field.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool ComesFromUs(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [{ } site]
            ? site == "same-origin"
            : request.Headers.Origin is [{ } origin]
                && Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && from.Authority == request.Host.Value;
}

/// <summary>
/// A missing or expired antiforgery token is not the reader's fault: the answer stays 400, and the error page shows what was typed with a fresh
/// token.
/// </summary>
internal sealed class ExpiredFormFilter : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && context.HttpContext.Request.HasFormContentType)
        {
            var options =
                context.HttpContext.RequestServices.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>>();
            try
            {
                context.HttpContext.Items[typeof(ExpiredForm)] = await ExpiredForm.Read(
                    context.HttpContext.Request,
                    options.Value.FormFieldName
                );
            }
            catch (BadHttpRequestException error)
            {
                // The form could not be read, and that is why its token was not found.
                context.Result = new StatusCodeResult(error.StatusCode);
            }
            // A body that is no form, or that ended before its last part.
            catch (Exception error) when (error is InvalidDataException or IOException)
            {
                context.Result = new BadRequestResult();
            }
        }

        await next();
    }
}
