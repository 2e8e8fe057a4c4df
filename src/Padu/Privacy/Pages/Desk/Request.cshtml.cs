using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Privacy.Pages.Desk;

/// <summary>One request: what is asked, until when, what the law keeps, and the decision of a person.</summary>
[Authorize(Policy = Policies.PersonalData)]
public sealed class RequestModel(
    PrivacyQueries requests,
    PrivacyDesk desk,
    PersonalCopies copies,
    PostQueries posts,
    PostNames names,
    CaseWords words,
    CurrentActor current,
    Texts texts
) : PageModel
{
    /// <summary>A code of <see cref="Outcome"/>.</summary>
    [BindProperty]
    public string? Outcome { get; set; }

    /// <summary>A code of <see cref="RefusalGround"/>.</summary>
    [BindProperty]
    public string? Ground { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The version of the case the form was read at.</summary>
    [BindProperty]
    public int Version { get; set; }

    public PrivacyFile Asked { get; private set; } = null!;

    /// <summary>The post that entered it; null when the complainant did.</summary>
    public string? EnteredBy { get; private set; }

    public bool CanDecide =>
        Asked.Request.IsPending && PrivacyRules.IsFor(Asked.Request, current.Actor) && Asked.Request.Account != current.Account;

    /// <summary>What a reader may see who does not decide: that it was asked, not what of it.</summary>
    public bool ReadsWords => PrivacyRules.IsFor(Asked.Request, current.Actor);

    public bool CanHandOut => ReadsWords && Asked.Request is { Kind: RequestKind.Access, Outcome: Domain.Privacy.Outcome.Granted };

    /// <summary>It was granted and lasts: it ends here for whoever does not come to the tracking page.</summary>
    public bool CanLift =>
        ReadsWords
        && Asked is { Request: { Kind: RequestKind.Restriction, Outcome: Domain.Privacy.Outcome.Granted }, Complaint.IsRestricted: true };

    /// <summary>Why an erasure cannot be granted now.</summary>
    public Refusal? Kept => Asked.Request is { IsPending: true, Kind: RequestKind.Erasure } ? PersonalData.WhyKept(Asked.Complaint) : null;

    public IEnumerable<Choice> Grounds =>
        Enum.GetValues<RefusalGround>().Select(ground => new Choice(ground.Code(), texts[$"pdp.ground.{ground.Code()}"]));

    public Explanation Why =>
        Counting.Explain(
            words.Legal.Rules.On(PrivacyRules.Answering, words.Legal.DayOf(Asked.Request.ReceivedAt)),
            Asked.Request.ReceivedAt,
            [],
            words.Legal
        );

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null || !await Load(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public void OnGet() => Version = Asked.Complaint.Version;

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!CodeOf.TryParse<Outcome>(Outcome, out var outcome))
        {
            ModelState.AddModelError(nameof(Outcome), texts["desk.choose"]);
            return Page();
        }

        RefusalGround? ground = CodeOf.TryParse<RefusalGround>(Ground, out var named) ? named : null;
        var reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim();
        return await desk.Decide(current.Staff!, Asked, outcome, ground, reason, Version, cancel) is { } refusal
            ? await Refuse(refusal, cancel)
            : RedirectToPage("/Privacy/Pages/Desk/Request", new { id = Asked.Request.Id });
    }

    public async Task<IActionResult> OnPostHandOut(CancellationToken cancel)
    {
        if (await desk.HandOut(current.Staff!, Asked, cancel) is { } refusal)
        {
            return await Refuse(refusal, cancel);
        }

        Response.Headers[HeaderNames.CacheControl] = "no-store";
        return File(
            copies.AsPage(await copies.Of(Asked.Complaint, cancel)),
            "text/html; charset=utf-8",
            $"data-{Asked.Request.Number}.html"
        );
    }

    public async Task<IActionResult> OnPostLift(CancellationToken cancel) =>
        await desk.Lift(current.Staff!, Asked, Reason?.Trim() ?? "", Version, cancel) is { } refusal
            ? await Refuse(refusal, cancel)
            : RedirectToPage("/Privacy/Pages/Desk/Request", new { id = Asked.Request.Id });

    private async Task<IActionResult> Refuse(Refusal refusal, CancellationToken cancel)
    {
        ModelState.AddRefusal(refusal, texts);
        if (!await Load(cancel))
        {
            return NotFound();
        }

        // The form is shown again over the case as it is now.
        Version = Asked.Complaint.Version;
        ModelState.Remove(nameof(Version));
        return Page();
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if (!Guid.TryParse(RouteData.Values["id"] as string, out var id) || await requests.Find(current.Staff!, id, cancel) is not { } file)
        {
            return false;
        }

        Asked = file;
        EnteredBy = file.Asked.Post is { } post && await posts.Find(post, cancel) is { } held ? names.Post(held.Row) : null;
        return true;
    }
}
