using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Accounts.Pages;

/// <summary>Who can sign in, as far as this administrator looks after them.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class PeopleModel(PeopleQueries people, CurrentActor actor) : PageModel
{
    [BindProperty(Name = "setelah", SupportsGet = true)]
    public string? After { get; set; }

    public new ImmutableArray<Person> Page { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => (Page, Next) = await people.List(actor.Actor, After, cancel);

    public IEnumerable<(PostView Post, Holding Holding, Office Office)> Held(Person person) => people.Held(person);

    internal static string StateKey(Account account) =>
        account.DisabledAt is not null ? "people.state.disabled"
        : account.PasswordHash is null ? "people.state.invited"
        : "people.state.active";
}
