using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Web;

namespace Padu.Coordination.Pages.Inputs;

/// <summary>What was suggested, what was answered, what changed: the offices' own words, an author only as a category.</summary>
[AllowAnonymous]
[Compressed]
public sealed class IndexModel(InputQueries queries) : PageModel
{
    public PublishedPage Shown { get; private set; } = new([], null);

    public bool IsFurther { get; private set; }

    public async Task OnGet(string? setelah, CancellationToken cancel)
    {
        IsFurther = setelah is not null;
        Shown = await queries.Published(setelah, cancel);
    }
}
