using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Web;

namespace Padu.Coordination;

/// <summary>What the public pages of one item share: what is joint, only proposed or unknown is the same 404. Names of people stay sealed.</summary>
[AllowAnonymous]
[Compressed]
public abstract class PublicAgendaPageModel(AgendaQueries queries) : PageModel
{
    /// <summary>The item; loaded before any handler runs.</summary>
    public AgendaOpened Opened { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (
            context.HandlerMethod is null
            || AgendaAddress.Read(RouteData.Values["kode"]) is not { } code
            || await queries.Open(code, withPeople: false, HttpContext.RequestAborted) is not { Agenda.IsPublic: true } found
        )
        {
            context.Result = NotFound();
            return;
        }

        Opened = found;
        await next();
    }
}
