using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Coordination;

/// <summary>What every page about one input shares on the desk: unknown and out of scope are the same 404, whatever the method.</summary>
[Authorize(Policy = Policies.Inputs)]
public abstract class InputPageModel(InputQueries queries, CurrentActor current) : PageModel
{
    /// <summary>The input; loaded before any handler runs.</summary>
    public InputOpened Opened { get; private set; } = null!;

    public Input Input => Opened.Input;

    /// <summary>Who reads.</summary>
    public Actor.Staff Reader { get; private set; } = null!;

    public ImmutableArray<InputAct> Offers => InputRules.Offers(Input, Reader);

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
            InputNumbers.Read(RouteData.Values["kode"] as string) is not { } number
            || current.Staff is not { } reader
            || await queries.Open(reader, number, cancel) is not { } found
        )
        {
            return false;
        }

        (Reader, Opened) = (reader, found);
        return true;
    }

    /// <summary>Another answer than the handler's, decided from the input; null to go on.</summary>
    protected virtual IActionResult? Before() => null;

    protected IActionResult ToInput() => Redirect($"/kerja-sama/masukan/{Input.Number}");
}

/// <summary>What the pages of the acts share: the version the form was read at, and what happened meanwhile after a refusal.</summary>
public abstract class InputActPageModel(InputDesk desk, InputQueries queries, CurrentActor current, Texts texts)
    : InputPageModel(queries, current)
{
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What others did since the form was read.</summary>
    public IReadOnlyList<Recorded<InputEvent>> Meanwhile { get; private set; } = [];

    public bool IsStillPossible => Offers.Contains(Does);

    protected Texts Texts { get; } = texts;

    protected InputDesk Desk { get; } = desk;

    protected abstract InputAct Does { get; }

    /// <summary>A form for an act that would be refused is not shown; a form that was sent always gets its answer.</summary>
    protected override IActionResult? Before() => HttpMethods.IsPost(Request.Method) || IsStillPossible ? null : ToInput();

    protected async Task<IActionResult> Send(InputCommand command, CancellationToken cancel) =>
        await Answer((await Desk.Act(Input.Id, Reader, command, Version, cancel)).Refusal, cancel);

    protected async Task<IActionResult> Answer(Refusal? refusal, CancellationToken cancel)
    {
        if (refusal is null)
        {
            return ToInput();
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
