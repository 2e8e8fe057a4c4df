using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Letters.Pages.Desk;

/// <summary>The own office's letters that are not out yet, by what they wait for.</summary>
[Authorize(Policy = Policies.Desk)]
public sealed class WorklistModel(LetterQueries queries, CurrentActor current) : PageModel
{
    private static readonly LetterState[] States = [LetterState.Proposed, LetterState.Approved, LetterState.Draft];

    /// <summary>How many letters wait in each state.</summary>
    public IReadOnlyList<(LetterState State, int Count)> Waiting { get; private set; } = [];

    public LetterState State { get; private set; }

    public LetterPage Shown { get; private set; } = new([], null);

    public bool IsFurther { get; private set; }

    /// <param name="keadaan">A code of <see cref="LetterState"/>; for a head what waits for approval, for others drafts, when none is named.</param>
    public async Task OnGet(string? keadaan, string? setelah, CancellationToken cancel)
    {
        var reader = current.Staff!;
        State =
            CodeOf.TryParse<LetterState>(keadaan, out var asked) && States.Contains(asked) ? asked
            : reader.Role == Role.Head ? LetterState.Proposed
            : LetterState.Draft;
        var waiting = new List<(LetterState, int)>();
        foreach (var state in States)
        {
            waiting.Add((state, await queries.Waiting(reader, state, cancel)));
        }

        Waiting = waiting;
        IsFurther = setelah is not null;
        Shown = await queries.Worklist(reader, State, setelah, cancel);
    }
}
