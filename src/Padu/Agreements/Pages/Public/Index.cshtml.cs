using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Web;

namespace Padu.Agreements.Pages.Public;

/// <summary>Agreements, plans and activities that hold or held, and the historical record.</summary>
[AllowAnonymous]
[Compressed]
public sealed class IndexModel(AgreementQueries queries, AgreementWords words) : PageModel
{
    public AgreementPage Current { get; private set; } = new([], null);

    public AgreementPage History { get; private set; } = new([], null);

    public async Task OnGet(string? setelah, CancellationToken cancel)
    {
        Current = await queries.Public(AgreementShelf.Open, words.Language, setelah, cancel);
        History = await queries.Public(AgreementShelf.History, words.Language, after: null, cancel);
    }
}
