using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Obligations;
using Padu.Web;

namespace Padu.Obligations.Pages.Public;

/// <summary>One obligation for anybody: what was promised, why that day, and what happened to it; evidence and what was said of it stay with the offices.</summary>
[AllowAnonymous]
[Compressed]
public sealed class ObligationModel(ObligationQueries queries, SourceRegister sources) : PageModel
{
    public ObligationFile Opened { get; private set; } = null!;

    public SourceName? Source { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, CancellationToken cancel)
    {
        if (await queries.Published(new ObligationId(id), cancel) is not { } opened)
        {
            return NotFound();
        }

        Opened = opened;
        var found = await sources.Of([ObligationRow.From(opened.Obligation)], cancel);
        Source = found.GetValueOrDefault(opened.Obligation.Source!.Stream);
        return Page();
    }
}
