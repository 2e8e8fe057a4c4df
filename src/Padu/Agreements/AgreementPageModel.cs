using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Agreements;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Agreements;

/// <summary>What every page about one agreement shares on the desk: unknown and out of scope are the same 404, whatever the method.</summary>
[Authorize(Policy = Policies.Cooperation)]
public abstract class AgreementPageModel(AgreementQueries queries, CurrentActor current) : PageModel
{
    /// <summary>The agreement; loaded before any handler runs.</summary>
    public AgreementFile Opened { get; private set; } = null!;

    public Agreement Agreement => Opened.Agreement;

    /// <summary>Who reads.</summary>
    public Actor.Staff Reader { get; private set; } = null!;

    public System.Collections.Immutable.ImmutableArray<AgreementAct> Offers => AgreementRules.Offers(Agreement, Reader);

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
            Slug.Read(RouteData.Values["slug"]) is not { } code
            || current.Staff is not { } reader
            || await queries.Open(code, cancel) is not { } found
            || !Access.May(reader, AgreementAct.Read, found.Agreement.Subject)
        )
        {
            return false;
        }

        Reader = reader;
        Opened = found;
        return true;
    }

    /// <summary>Another answer than the handler's, decided from the agreement; null to go on.</summary>
    protected virtual IActionResult? Before() => null;

    protected IActionResult ToAgreement() => Redirect($"/kerja-sama/perjanjian/{Agreement.Code}");
}

/// <summary>What the pages of the acts share: the version the form was read at, and what happened meanwhile after a refusal.</summary>
public abstract class AgreementActPageModel(AgreementDesk desk, AgreementQueries queries, CurrentActor current, Texts texts)
    : AgreementPageModel(queries, current)
{
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What others did since the form was read.</summary>
    public IReadOnlyList<Recorded<AgreementEvent>> Meanwhile { get; private set; } = [];

    public bool IsStillPossible => Offers.Contains(Does);

    protected Texts Texts { get; } = texts;

    protected AgreementDesk Desk { get; } = desk;

    protected abstract AgreementAct Does { get; }

    /// <summary>A form for an act that would be refused is not shown; a form that was sent always gets its answer.</summary>
    protected override IActionResult? Before() => HttpMethods.IsPost(Request.Method) || IsStillPossible ? null : ToAgreement();

    protected async Task<IActionResult> Send(AgreementCommand command, CancellationToken cancel) =>
        await Answer((await Desk.Act(Agreement.Id, Reader, command, Version, cancel)).Refusal, cancel);

    protected async Task<IActionResult> Answer(Refusal? refusal, CancellationToken cancel)
    {
        if (refusal is null)
        {
            return ToAgreement();
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
