using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Accounts.Pages;

/// <summary>One person: the posts held, appointing and ending, the account itself.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class OnePersonModel(
    PeopleDesk desk,
    PeopleQueries people,
    PostQueries posts,
    OfficeRegister offices,
    PostNames names,
    CurrentActor actor,
    Texts texts
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? Post { get; set; }

    [BindProperty]
    public string? CapacityCode { get; set; }

    [BindProperty]
    public LocalDate? From { get; set; }

    [TempData]
    public string? Done { get; set; }

    public Person Person { get; private set; } = null!;

    public AccountOutcome? Invitation { get; private set; }

    public ImmutableArray<(PostView Post, Holding Holding, Office Office)> Held { get; private set; } = [];

    public ImmutableArray<Choice> Choices { get; private set; } = [];

    public IEnumerable<Choice> Capacities =>
        Enum.GetValues<Capacity>().Select(capacity => new Choice(capacity.Code(), names.Capacity(capacity)));

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Show(cancel);

    public async Task<IActionResult> OnPostAppointAsync(CancellationToken cancel)
    {
        var capacity = CodeOf.TryParse<Capacity>(CapacityCode, out var known) ? known : Capacity.Definitive;
        var refusal = ModelState.IsValid
            ? await desk.Appoint(actor.Actor, Id, new PostId(Post ?? Guid.Empty), From, capacity, cancel)
            : null;
        return await Answer(refusal, "people.appointed", cancel);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancel) =>
        await Answer(await desk.End(actor.Actor, Id, new PostId(Post ?? Guid.Empty), cancel), "people.ended", cancel);

    public async Task<IActionResult> OnPostDisableAsync(CancellationToken cancel) =>
        await Answer((await desk.Disable(actor.Staff!, Id, cancel)).Refusal, "people.disabled-done", cancel);

    public async Task<IActionResult> OnPostEnableAsync(CancellationToken cancel) =>
        await Answer((await desk.Enable(actor.Staff!, Id, cancel)).Refusal, "people.enabled-done", cancel);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancel)
    {
        var outcome = await desk.Invite(actor.Staff!, Id, cancel);
        Invitation = outcome.Refusal is null ? outcome : null;
        return Invitation is null ? await Answer(outcome.Refusal, "", cancel) : await Show(cancel);
    }

    private async Task<IActionResult> Answer(Refusal? refusal, string done, CancellationToken cancel)
    {
        if (refusal is not null)
        {
            var field =
                refusal.Field == "Capacity" ? nameof(CapacityCode)
                : refusal.Field == "Account" ? null
                : refusal.Field;
            ModelState.AddRefusal(refusal with { Field = field }, texts);
        }

        if (!ModelState.IsValid)
        {
            return await Show(cancel);
        }

        Done = done;
        return RedirectToPage(new { Id });
    }

    private async Task<IActionResult> Show(CancellationToken cancel)
    {
        if (await people.Find(actor.Actor, Id, cancel) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        Held = [.. people.Held(person)];
        var codes = offices.Tree.All.Where(office => office.Institution != Institution.Other).Select(office => office.Code).ToList();
        Choices =
        [
            .. (await posts.In(codes, cancel))
                .Where(post => Administration.MayFill(actor.Actor, offices.Find(post.Row.Office), post.Row.Role))
                .Select(post => new Choice(post.Id.ToString(), $"{names.Office(post.Row.Office)}: {names.Post(post.Row)}")),
        ];
        return Page();
    }
}
