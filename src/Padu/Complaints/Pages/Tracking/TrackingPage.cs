using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>What the pages behind the door share: the case of this half hour, or back to the door.</summary>
[AllowAnonymous]
public abstract class TrackingPage(TrackingSession session) : PageModel
{
    protected TrackingSession Session { get; } = session;

    public Complaint Case { get; protected set; } = Complaint.None;

    protected Actor.Complainant Complainant { get; private set; } = new(Guid.Empty);

    protected RedirectToPageResult ToCase() => RedirectToPage("/Complaints/Pages/Tracking/Case");

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await Session.Find(HttpContext, HttpContext.RequestAborted) is not { } found)
        {
            context.Result = RedirectToPage("/Complaints/Pages/Tracking/Door");
            return;
        }

        (Case, Complainant) = found;
        await next();
    }
}
