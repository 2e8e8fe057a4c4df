using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Custody;

/// <summary>How a request for a new code stands; once allowed, the code itself, shown in this one answer and kept nowhere.</summary>
[Authorize(Policy = Policies.CodeLoss)]
public sealed class NewCodeModel(CustodyQueries requests, LostCodeDesk desk, CurrentActor current, IClock clock, Texts texts) : PageModel
{
    public CustodyFile Asked { get; private set; } = null!;

    /// <summary>The new code, in the one answer that issues it.</summary>
    public string? Code { get; private set; }

    public string QrPath { get; private set; } = "";

    public int QrSize { get; private set; }

    public Instant Now => clock.GetCurrentInstant();

    public bool CanIssue => Asked.Request.Allows(current.Staff!.Account, Now);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (
            context.HandlerMethod is null
            || !Guid.TryParse(RouteData.Values["id"] as string, out var id)
            || await requests.FindOwn(current.Staff!, id, HttpContext.RequestAborted) is not { } file
        )
        {
            context.Result = NotFound();
            return;
        }

        Asked = file;
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var (code, refusal) = await desk.Reissue(current.Staff!, Asked.Complaint, Asked.Request.Id, cancel);
        if (refusal is not null)
        {
            ModelState.AddRefusal(refusal, texts);
            return Page();
        }

        Code = code;
        (QrPath, QrSize) = ReceiptQr.Of($"{Asked.Row.Number} {code}");
        return Page();
    }
}
