using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Padu.Web.Pages;

/// <summary>The one page of errors: shown in place of whatever failed, with its status; on its own it does not exist.</summary>
[IgnoreAntiforgeryToken]
[AllowAnonymous]
public sealed class GalatModel : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 405, 413, 429, 500, 503];

    /// <summary>After how many seconds a program may ask again; people read that it takes a moment.</summary>
    private const string Later = "15";

    /// <summary>The kind of failure its words are chosen by.</summary>
    public int Status { get; private set; }

    /// <summary>What was typed into a form that had expired, or could not be kept now.</summary>
    public ExpiredForm? Expired { get; private set; }

    public string Trace => HttpContext.TraceIdentifier;

    public string Kind => Expired is not null && Status != StatusCodes.Status503ServiceUnavailable ? "expired" : $"{Status}";

    /// <summary>Whatever the method: the request that failed is shown here with its own.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => context.Result = Shown();

    private IActionResult Shown()
    {
        var reached =
            HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!reached)
        {
            return NotFound();
        }

        var status = Response.StatusCode;
        Status =
            Known.Contains(status) ? status
            : status >= 500 ? 500
            : 400;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            Response.Headers.RetryAfter = Later;
        }

        Expired = HttpContext.Items[typeof(ExpiredForm)] as ExpiredForm;
        ModelState.Clear();
        return Page();
    }
}
