using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Padu.Complaints.Pages.Filing;

/// <summary>
/// What the five filing pages share: the draft of this browser session, and where to go without one. Nothing typed is lost: a form that arrives
/// after its draft expired starts a new draft with what it holds.
/// </summary>
[AllowAnonymous]
public abstract class FilingPage(DraftStore drafts) : PageModel
{
    public const int Steps = 5;

    protected DraftStore Drafts { get; } = drafts;

    /// <summary>What has been typed so far.</summary>
    public Draft Draft { get; protected set; } = new() { Id = Guid.CreateVersion7() };

    /// <summary>True when the form arrived after its draft was purged.</summary>
    protected bool DraftWasGone { get; private set; }

    /// <summary>True on the page that may start a draft.</summary>
    protected virtual bool Starts => false;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = await Drafts.Find(HttpContext, HttpContext.RequestAborted);
        if (found is { Filed: not null })
        {
            if (!Starts)
            {
                context.Result = RedirectToPage("/Complaints/Pages/Filing/Receipt");
                return;
            }

            // The last one is filed and has its receipt; this is another complaint.
            Drafts.StartOver(HttpContext);
            found = null;
        }

        DraftWasGone = found is null;
        if (found is null && !Starts && !HttpMethods.IsPost(Request.Method))
        {
            context.Result = RedirectToPage("/Complaints/Pages/Filing/Story");
            return;
        }

        Draft = found ?? Draft;
        await next();
    }

    /// <summary>Saves and goes on; a draft that had expired starts again from the first page with what was sent.</summary>
    protected async Task<IActionResult> SaveAndGo(Draft draft, string page)
    {
        await Drafts.Save(HttpContext, draft, HttpContext.RequestAborted);
        if (DraftWasGone && !Starts)
        {
            return RedirectToPage("/Complaints/Pages/Filing/Story", new { berakhir = true });
        }

        return RedirectToPage($"/Complaints/Pages/Filing/{page}");
    }

    protected static string? Trimmed(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize(System.Text.NormalizationForm.FormC);
}
