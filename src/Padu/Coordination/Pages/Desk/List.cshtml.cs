using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Coordination.Pages.Desk;

/// <summary>The desk's agenda: what the own institution is asked, then every day within the reader's scope, proposals too.</summary>
[Authorize(Policy = Policies.Agenda)]
public sealed class ListModel(AgendaReading reading, AgendaQueries queries, AgendaWords words, CurrentActor current) : PageModel
{
    public AgendaSheet Sheet { get; private set; } = new([], null);

    public IReadOnlyList<AgendaRow> Asked { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string?> Titles { get; private set; } = new Dictionary<Guid, string?>();

    public bool IsPast { get; private set; }

    public bool IsFurther { get; private set; }

    public bool MayPropose => Access.MayProposeAgenda(current.Actor);

    public async Task OnGet(string? lalu, string? setelah, CancellationToken cancel)
    {
        (IsPast, IsFurther) = (lalu == "1", setelah is not null);
        var scope = Access.ScopeOfAgenda(current.Actor);
        Sheet = await reading.Sheet(new AgendaReader(scope, words.Language), IsPast, setelah, cancel);
        Asked = await queries.Awaiting(current.Staff!.Office.Institution, scope, cancel);
        Titles = await queries.Titles(Asked, cancel);
    }
}
