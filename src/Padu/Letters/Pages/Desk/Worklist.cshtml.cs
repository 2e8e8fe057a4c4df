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
    public IReadOnlyList<LetterState> States { get; } = [LetterState.Proposed, LetterState.Approved, LetterState.Draft];

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
        IsFurther = setelah is not null;
        Shown = await queries.Worklist(reader, State, setelah, cancel);
    }
}
