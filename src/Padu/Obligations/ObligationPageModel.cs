using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Obligations;

/// <summary>What every page about one obligation shares: unknown and out of scope are the same 404, whatever the method.</summary>
[Authorize(Policy = Policies.Obligations)]
public abstract class ObligationPageModel(ObligationQueries queries, CurrentActor current) : PageModel
{
    /// <summary>The obligation; loaded before any handler runs.</summary>
    public ObligationFile Opened { get; private set; } = null!;

    public Obligation Obligation => Opened.Obligation;

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

    protected async Task<bool> Load(CancellationToken cancel)
    {
        if (
            !Guid.TryParse(RouteData.Values["id"] as string, out var id)
            || current.Staff is not { } reader
            || await queries.Open(reader, new ObligationId(id), cancel) is not { } found
        )
        {
            return false;
        }

        Opened = found;
        return true;
    }

    /// <summary>Another answer than the handler's, decided from the obligation; null to go on.</summary>
    protected virtual IActionResult? Before() => null;

    protected IActionResult ToObligation() => Redirect($"/kerja-sama/kewajiban/{Obligation.Id}");
}

/// <summary>What the pages of the acts share: the version the form was read at, and what happened meanwhile after a refusal.</summary>
public abstract class ObligationActPageModel(ObligationDesk desk, ObligationQueries queries, CurrentActor current, Texts texts)
    : ObligationPageModel(queries, current)
{
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What others did since the form was read.</summary>
    public IReadOnlyList<Recorded<ObligationEvent>> Meanwhile { get; private set; } = [];

    public bool IsStillPossible => Opened.Offers.Contains(Does);

    protected Texts Texts { get; } = texts;

    protected ObligationDesk Desk { get; } = desk;

    protected abstract ObligationAct Does { get; }

    /// <summary>A form for an act that would be refused is not shown; a form that was sent always gets its answer.</summary>
    protected override IActionResult? Before() => HttpMethods.IsPost(Request.Method) || IsStillPossible ? null : ToObligation();

    protected async Task<IActionResult> Send(ObligationCommand command, CancellationToken cancel) =>
        await Answer((await Desk.Act(Obligation.Id, Opened.Reader, command, Version, cancel)).Refusal, cancel);

    protected async Task<IActionResult> Answer(Refusal? refusal, CancellationToken cancel)
    {
        if (refusal is null)
        {
            return ToObligation();
        }

        ModelState.AddRefusal(refusal, Texts);
        if (await Load(cancel) && refusal.Code == "stale")
        {
            Meanwhile = [.. Opened.History.Where(one => one.Version > Version)];
        }

        return Page();
    }

    protected PageResult Ask(string field)
    {
        ModelState.AddModelError(field, Texts["desk.choose"]);
        return Page();
    }

    protected static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
