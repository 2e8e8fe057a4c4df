using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Organisations;

namespace Padu.Complaints.Pages.Desk;

/// <summary>
/// What every page about one case shares: the case of the number in the address, within the reader's scope. Anything else (unknown, out of scope, no
/// such handler) is the same 404, whatever the method.
/// </summary>
[Authorize(Policy = Policies.Desk)]
public abstract class CasePageModel(ComplaintQueries queries, CurrentActor current) : PageModel
{
    /// <summary>The case; loaded before any handler runs.</summary>
    public CaseFile Case { get; private set; } = null!;

    public string Number => Case.Complaint.Number.Value;

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

    /// <summary>Reads the case as it stands now; false when it is not there for this reader.</summary>
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

        Case = found;
        return true;
    }

    /// <summary>Another answer than the handler's, decided from the case; null to go on.</summary>
    protected virtual IActionResult? Before() => null;

    protected RedirectToPageResult ToCase(int? written = null) =>
        RedirectToPage("/Complaints/Pages/Desk/Case", new { nomor = Number, baru = written });
}
