using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Web;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>
/// <i>Keluar cepat</i>: away to a page anybody might be reading, at once and without JavaScript. The case's session and the draft end on the server, and the
/// browser is asked to forget what it kept. A plain link, because the policy for forms would not let one lead to another host.
/// </summary>
[AllowAnonymous]
public sealed class QuickExitModel(DraftStore drafts, TrackingSession session, HostSettings settings) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        // A link on somebody else's page must not be able to throw a draft away.
        if (Request.Headers["Sec-Fetch-Site"] == "cross-site")
        {
            return Redirect("/");
        }

        await drafts.Forget(HttpContext, cancel);
        session.End(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return Redirect(settings.NeutralPage.AbsoluteUri);
    }
}
