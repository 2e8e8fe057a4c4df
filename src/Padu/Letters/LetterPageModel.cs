using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Letters;

/// <summary>What every page about one letter shares on the desk: unknown and out of scope are the same 404, whatever the method.</summary>
[Authorize(Policy = Policies.Desk)]
public abstract class LetterPageModel(LetterQueries queries, CurrentActor current) : PageModel
{
    /// <summary>The letter; loaded before any handler runs.</summary>
    public LetterOnDesk Opened { get; private set; } = null!;

    public LetterFile Kept => Opened.File;

    public Letter Letter => Opened.File.Letter;

    public string Root => $"/meja/surat/{Letter.Id}";

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
            || await queries.Open(reader, new LetterId(id), cancel) is not { } found
        )
        {
            return false;
        }

        Opened = found;
        return true;
    }

    /// <summary>Another answer than the handler's, decided from the letter; null to go on.</summary>
    protected virtual IActionResult? Before() => null;

    protected IActionResult ToLetter() => Redirect(Root);
}

/// <summary>What the pages of the acts share: the version the form was read at, and what happened meanwhile after a refusal.</summary>
public abstract class LetterActPageModel(
    LetterDesk desk,
    LetterQueries queries,
    LetterPapers papers,
    HostSettings settings,
    CurrentActor current,
    Texts texts
) : LetterPageModel(queries, current)
{
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What others did since the form was read.</summary>
    public IReadOnlyList<Recorded<LetterEvent>> Meanwhile { get; private set; } = [];

    public bool IsStillPossible => Opened.Offers.Contains(Does);

    /// <summary>The letter as it stands, to be read before anything is done with it.</summary>
    public LetterPaper? Paper => papers.Of(HttpContext, Kept, settings);

    protected Texts Texts { get; } = texts;

    protected LetterDesk Desk { get; } = desk;

    protected abstract LetterAct Does { get; }

    /// <summary>A form for an act that would be refused is not shown; a form that was sent always gets its answer.</summary>
    protected override IActionResult? Before() => HttpMethods.IsPost(Request.Method) || IsStillPossible ? null : ToLetter();

    protected async Task<IActionResult> Send(LetterCommand command, CancellationToken cancel) =>
        await Answer((await Desk.Act(Letter, Opened.Reader, command, Version, cancel)).Refusal, cancel);

    protected async Task<IActionResult> Answer(Refusal? refusal, CancellationToken cancel)
    {
        if (refusal is null)
        {
            return ToLetter();
        }

        ModelState.AddRefusal(refusal, Texts);
        if (await Load(cancel) && refusal.Code == "stale")
        {
            Meanwhile = [.. Kept.History.Where(one => one.Version > Version)];
        }

        return Page();
    }

    protected PageResult Ask(string field)
    {
        ModelState.AddModelError(field, Texts["desk.choose"]);
        return Page();
    }

    protected static string Trimmed(string? text) => text?.Trim() ?? "";
}
