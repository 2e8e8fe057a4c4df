using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Organisations;

/// <summary>Something with its history, opened for a reader.</summary>
public interface IOpened<TEvent>
    where TEvent : class
{
    IReadOnlyList<Recorded<TEvent>> History { get; }
}

/// <summary>
/// What every page about one thing on a desk shares: the thing of the address is loaded before any handler runs. Unknown, out of the reader's scope and no such
/// handler are the same 404, whatever the method. The form of an act carries the version it was read at; after a refusal what was typed stays, and what others
/// did meanwhile stands above it.
/// </summary>
public abstract class DeskPageModel<TOpened, TEvent>(CurrentActor current) : PageModel
    where TOpened : class, IOpened<TEvent>
    where TEvent : class
{
    public TOpened Opened { get; private set; } = null!;

    /// <summary>Who reads.</summary>
    public Actor.Staff Reader { get; private set; } = null!;

    /// <summary>The version at which the form was read.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What others did since the form was read.</summary>
    public IReadOnlyList<Recorded<TEvent>> Meanwhile { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null || !await Load(HttpContext.RequestAborted) || !IsThere())
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

    /// <summary>The thing the address names; null where there is none for this reader.</summary>
    protected abstract Task<TOpened?> Find(Actor.Staff reader, CancellationToken cancel);

    /// <summary>Whether the part of it that the address names exists.</summary>
    protected virtual bool IsThere() => true;

    /// <summary>Another answer than the handler's; null to go on.</summary>
    protected virtual IActionResult? Before() => null;

    /// <summary>Whether a refusal may come from what others did.</summary>
    protected virtual bool TellsMeanwhile(Refusal refusal) => refusal.Code == "stale";

    /// <summary>The form again, with why nothing was written.</summary>
    protected async Task<PageResult> Refused(Refusal refusal, Texts texts, CancellationToken cancel)
    {
        await Refuse(refusal, texts, cancel);
        return Page();
    }

    /// <summary>The refusal beside its field, and what happened meanwhile where that was the reason.</summary>
    protected async Task Refuse(Refusal refusal, Texts texts, CancellationToken cancel)
    {
        ModelState.AddRefusal(refusal, texts);
        if (await Load(cancel) && TellsMeanwhile(refusal))
        {
            Meanwhile = [.. Opened.History.Where(one => one.Version > Version)];
        }
    }

    /// <summary>The form again, with an answer that is missing beside its question.</summary>
    protected PageResult Ask(string field, Texts texts)
    {
        ModelState.AddModelError(field, texts["desk.choose"]);
        return Page();
    }

    protected static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Reads it as it stands now; false when it is not there for this reader.</summary>
    protected async Task<bool> Load(CancellationToken cancel)
    {
        if (current.Staff is not { } reader || await Find(reader, cancel) is not { } found)
        {
            return false;
        }

        (Reader, Opened) = (reader, found);
        return true;
    }
}
