using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Complaints;
using Padu.Organisations;

namespace Padu.Examinations.Pages.Desk;

/// <summary>
/// What every page about one report shares: the report of the number in the address, within the reader's scope. Anything else (unknown, out of scope, no
/// such handler) is the same 404, whatever the method.
/// </summary>
[Authorize(Policy = Policies.Ombudsman)]
public abstract class ReportPageModel(ExaminationQueries queries, CurrentActor current) : PageModel
{
    /// <summary>The report; loaded before any handler runs.</summary>
    public ExaminationFile Report { get; private set; } = null!;

    public string Number => Report.Examination.Number.Value;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null || !await Load(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        if (Before() is { } instead)
        {
            context.Result = instead;
            return;
        }

        await next();
    }

    /// <summary>Reads the report as it stands now; false when it is not there for this reader.</summary>
    protected async Task<bool> Load(CancellationToken cancel)
    {
        if (
            PublicNumbers.Read(RouteData.Values["nomor"] as string) is not { } number
            || current.Staff is not { } reader
            || await queries.Open(reader, number, cancel) is not { } found
        )
        {
            return false;
        }

        Report = found;
        return true;
    }

    /// <summary>Another answer than the handler's, decided from the report; null to go on.</summary>
    protected virtual IActionResult? Before() => null;

    protected RedirectToPageResult ToReport(int? written = null) =>
        RedirectToPage("/Examinations/Pages/Desk/Report", new { nomor = Number, baru = written });
}
