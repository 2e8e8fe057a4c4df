using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Organisations;
using Padu.Web;

namespace Padu.Coordination.Pages.Public;

/// <summary>The agenda as one post may see it. The address is the key; a wrong, revoked or abandoned one is the same 404.</summary>
[AllowAnonymous]
public sealed class PersonalFeedModel(AgendaReading reading, FeedTokens tokens, Texts texts) : PageModel
{
    public async Task<IActionResult> OnGet(string token, CancellationToken cancel)
    {
        if (
            await tokens.Reader(token, cancel) is not { } reader
            || Access.ScopeOfAgenda(reader) is var scope && scope == Access.AgendaScope.Nothing
        )
        {
            return NotFound();
        }

        var text = await reading.Feed(
            texts.In(Languages.Indonesian)["agenda.desk.title"],
            new AgendaReader(scope, Languages.Indonesian.TwoLetterISOLanguageName),
            row => $"/kerja-sama/agenda/{row.Code}",
            cancel
        );
        return FeedAnswer.Of(HttpContext, text, isPublic: false);
    }
}
