using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Web;

namespace Padu.Coordination.Pages.Public;

/// <summary>What both institutions do together and let everybody know.</summary>
[AllowAnonymous]
[Compressed]
public sealed class IndexModel(AgendaReading reading, AgendaWords words) : PageModel
{
    public AgendaSheet Sheet { get; private set; } = new([], null);

    public bool IsPast { get; private set; }

    public bool IsFurther { get; private set; }

    /// <param name="lalu"><c>1</c> for what is over.</param>
    public async Task OnGet(string? lalu, string? setelah, CancellationToken cancel)
    {
        (IsPast, IsFurther) = (lalu == "1", setelah is not null);
        Sheet = await reading.Sheet(new AgendaReader(null, words.Language), IsPast, setelah, cancel);
    }
}
