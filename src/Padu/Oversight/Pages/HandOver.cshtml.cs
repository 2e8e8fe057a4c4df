using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Accounts;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Oversight.Pages;

/// <summary>
/// One screen to hand a post over: who goes, who comes, from which day, in which capacity, and how much work goes with it. The cases belong to the post, so
/// none has to be moved.
/// </summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class HandOverModel(
    OrganisationDesk desk,
    PostQueries posts,
    PeopleQueries people,
    ComplaintQueries complaints,
    OfficeRegister offices,
    PostNames names,
    CurrentActor current,
    IClock clock,
    Texts texts
) : PageModel
{
    [BindProperty]
    public Guid? Giver { get; set; }

    [BindProperty]
    public Guid? Taker { get; set; }

    [BindProperty]
    public LocalDate? On { get; set; }

    [BindProperty]
    public string? CapacityCode { get; set; }

    /// <summary>The user name after which the list of people goes on.</summary>
    [BindProperty(Name = "setelah", SupportsGet = true)]
    public string? After { get; set; }

    [TempData]
    public string? Done { get; set; }

    public PostView Post { get; private set; } = null!;

    public IReadOnlyList<(Holding Holding, string Person)> Holders { get; private set; } = [];

    public IReadOnlyList<Choice> From { get; private set; } = [];

    public IReadOnlyList<Choice> People { get; private set; } = [];

    /// <summary>Where the people go on; null at the end.</summary>
    public string? Next { get; private set; }

    public int OpenCases { get; private set; }

    public int Late { get; private set; }

    public IEnumerable<Choice> Capacities =>
        Enum.GetValues<Capacity>().Select(capacity => new Choice(capacity.Code(), names.Capacity(capacity)));

    private Office Office => offices.Find(Post.Row.Office)!;

    private LocalDate Today => offices.DayIn(Office, clock.GetCurrentInstant());

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = HttpContext.RequestAborted;
        if (
            context.HandlerMethod is null
            || !Guid.TryParse(RouteData.Values["id"] as string, out var id)
            || await posts.Find(new PostId(id), cancel) is not { Row.AbolishedOn: null } post
            || !Administration.MayFill(current.Actor, offices.Find(post.Row.Office), post.Row.Role)
        )
        {
            context.Result = NotFound();
            return;
        }

        Post = post;
        await next();
    }

    public async Task OnGet(CancellationToken cancel)
    {
        On = Today;
        await Show(cancel);
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var capacity = CodeOf.TryParse<Capacity>(CapacityCode, out var known) ? known : Capacity.Definitive;
        if (Taker is not { } taker || await people.Find(current.Actor, taker, cancel) is null)
        {
            ModelState.AddRefusal(new Refusal("account.unknown", nameof(Taker)), texts);
        }
        else if (On is not { } day)
        {
            ModelState.AddRefusal(new Refusal("text.required", nameof(On)), texts);
        }
        else if (ModelState.IsValid && await HandOver(taker, day, capacity) is { } refusal)
        {
            ModelState.AddRefusal(refusal with { Field = FieldOf(refusal.Field) }, texts);
        }

        if (!ModelState.IsValid)
        {
            await Show(cancel);
            return Page();
        }

        Done = "hand-over.done";
        return RedirectToPage();
    }

    private async Task<Refusal?> HandOver(Guid taker, LocalDate day, Capacity capacity) =>
        (await desk.HandOver(current.Actor, clock.GetCurrentInstant(), Post.Id, Giver ?? Guid.Empty, taker, day, capacity)).Refusal;

    private static string? FieldOf(string? field) =>
        field switch
        {
            nameof(PostCommand.HandOver.To) => nameof(Taker),
            nameof(PostCommand.HandOver.Capacity) => nameof(CapacityCode),
            nameof(PostCommand.End.Account) => nameof(Giver),
            nameof(PostCommand.HandOver.On) => nameof(On),
            _ => null,
        };

    private async Task Show(CancellationToken cancel)
    {
        var holdings = Post.Holdings.Where(holding => !holding.IsOverOn(Today)).ToList();
        var named = await people.Named([.. holdings.Select(holding => holding.Account)], cancel);
        Holders = [.. holdings.Select(holding => (holding, named.TryGetValue(holding.Account, out var one) ? one.DisplayName : ""))];
        From =
        [
            .. Holders.Where(one => one.Holding.Until is null).Select(one => new Choice(one.Holding.Account.ToString("D"), one.Person)),
        ];
        (var listed, Next) = await people.List(current.Actor, After, cancel);
        People =
        [
            .. listed.Select(person => new Choice(
                person.Account.Id.ToString("D"),
                $"{person.Account.DisplayName} ({person.Account.UserName})"
            )),
        ];
        // Whoever holds it sees the same: counted through the one access filter.
        var holder = new Actor.Staff(Post.Id, Guid.Empty, Post.Row.Role, Office, Post.Row.Unit);
        var counts = await complaints.Counts(holder, [Tab.Open, Tab.Late], cancel);
        (OpenCases, Late) = (counts[0].Count, counts[1].Count);
    }
}
