using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Agreements.Pages.Desk;

/// <summary>Every agreement of the cooperation, drafts too, the last touched on top.</summary>
[Authorize(Policy = Policies.Cooperation)]
public sealed class ListModel(AgreementQueries queries, AgreementWords words, CurrentActor current) : PageModel
{
    public AgreementPage Agreements { get; private set; } = new([], null);

    public bool IsFurther { get; private set; }

    public bool MayDraft => Access.MayDraft(current.Actor);

    public async Task OnGet(string? setelah, CancellationToken cancel)
    {
        IsFurther = setelah is not null;
        Agreements = await queries.Desk(words.Language, setelah, cancel);
    }
}
