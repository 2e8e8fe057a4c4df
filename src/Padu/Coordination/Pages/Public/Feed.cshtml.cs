using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Web;

namespace Padu.Coordination.Pages.Public;

/// <summary>The public agenda for calendar programs; in Indonesian for everybody, so that caches may keep it.</summary>
[AllowAnonymous]
[Compressed]
public sealed class FeedModel(AgendaReading reading, Texts texts) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken cancel) =>
        FeedAnswer.Of(
            HttpContext,
            await reading.Feed(
                texts.In(Languages.Indonesian)["agenda.title"],
                new AgendaReader(null, Languages.Indonesian.TwoLetterISOLanguageName),
                row => $"/agenda/{row.Code}",
                cancel
            ),
            isPublic: true
        );
}
