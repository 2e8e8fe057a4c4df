using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Custody;

/// <summary>One request: who asks, why, and the judgement. A custodian may read the identity here, which is an event like every reading.</summary>
[Authorize(Policy = Policies.Judge)]
public sealed class RequestModel(
    CustodyQueries requests,
    ComplaintQueries queries,
    ComplaintDesk desk,
    PostQueries posts,
    PostNames names,
    CurrentActor current,
    Texts texts
) : PageModel
{
    [BindProperty]
    public string? Ruling { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Why the custodian reads the identity.</summary>
    [BindProperty]
    public string? Purpose { get; set; }

    public CustodyFile Asked { get; private set; } = null!;

    /// <summary>The post that asked, in words.</summary>
    public string AskedBy { get; private set; } = "";

    public bool IsRevealed { get; private set; }

    public Identity? Revealed { get; private set; }

    public bool CanJudge =>
        Asked.Request.IsPending
        && CustodyRules.Judges(Asked.Complaint, Asked.Request, current.Actor)
        && Asked.Request.Account != current.Account;

    public bool CanReveal => current.Staff is { Role: Role.Custodian } && Asked.Complaint.HidesIdentity;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (
            context.HandlerMethod is null
            || !Guid.TryParse(RouteData.Values["id"] as string, out var id)
            || await requests.Find(current.Staff!, id, HttpContext.RequestAborted) is not { } file
        )
        {
            context.Result = NotFound();
            return;
        }

        Asked = file;
        AskedBy = await posts.Find(file.Request.Post, HttpContext.RequestAborted) is { } post ? names.Post(post.Row) : "";
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!CodeOf.TryParse<Ruling>(Ruling, out var ruling))
        {
            ModelState.AddModelError(nameof(Ruling), texts["desk.choose"]);
            return Page();
        }

        var acted = await desk.Act(
            Asked.Complaint.Id,
            current.Actor,
            new ComplaintCommand.JudgeRequest(Asked.Request.Id, ruling, Reason?.Trim() ?? ""),
            cancel: cancel
        );
        if (acted.Refusal is not { } refusal)
        {
            return RedirectToPage("/Complaints/Pages/Custody/Requests");
        }

        ModelState.AddRefusal(refusal, texts);
        return Page();
    }

    public async Task<IActionResult> OnPostReveal(CancellationToken cancel)
    {
        var acted = await desk.Act(
            Asked.Complaint.Id,
            current.Actor,
            new ComplaintCommand.RevealIdentity(Purpose?.Trim() ?? ""),
            cancel: cancel
        );
        if (acted.Refusal is { } refusal)
        {
            ModelState.AddRefusal(refusal.Field == "Reason" ? refusal with { Field = nameof(Purpose) } : refusal, texts);
            return Page();
        }

        IsRevealed = true;
        Revealed = await queries.IdentityOf(acted.State, cancel);
        return Page();
    }
}
