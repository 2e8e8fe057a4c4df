using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain.Privacy;
using Padu.Organisations;

namespace Padu.Privacy.Pages.Breaches;

/// <summary>The own institution's failures of protection, the latest on top.</summary>
[Authorize(Policy = Policies.Breaches)]
public sealed class ListModel(BreachDesk desk, CurrentActor current, IClock clock) : PageModel
{
    public IReadOnlyList<BreachRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public bool MayKeep => BreachRules.MayKeep(current.Actor);

    public Instant Now => clock.GetCurrentInstant();

    public async Task OnGet(string? setelah, CancellationToken cancel) => (Rows, Next) = await desk.List(current.Staff!, setelah, cancel);
}
