using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Coordination.Pages.Desk;

/// <summary>The own addresses for calendar programs: made, listed, revoked. An address is shown once.</summary>
[Authorize(Policy = Policies.Agenda)]
public sealed class FeedsModel(FeedTokens tokens, CurrentActor current, HostSettings settings, Texts texts) : PageModel
{
    public IReadOnlyList<FeedTokenRow> Tokens { get; private set; } = [];

    /// <summary>The new address; null but right after it was made.</summary>
    public string? Address { get; private set; }

    /// <summary>Which one to revoke; empty to make a new one.</summary>
    [BindProperty]
    public string? Revoke { get; set; }

    private Actor.Staff Staff => current.Staff!;

    public async Task OnGet(CancellationToken cancel) => Tokens = await tokens.Of(Staff.Account, cancel);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!string.IsNullOrEmpty(Revoke))
        {
            if (Guid.TryParse(Revoke, out var id))
            {
                await tokens.Revoke(Staff.Account, id, cancel);
            }

            return Redirect("/kerja-sama/agenda/umpan");
        }

        var (token, refusal) = await tokens.Make(Staff, cancel);
        if (refusal is not null)
        {
            ModelState.AddRefusal(refusal, texts);
        }

        if (token is not null)
        {
            Address = new Uri(settings.PublicUrl ?? new Uri(settings.Urls.Split(';')[0]), $"/agenda/umpan/{token}.ics").ToString();
        }

        Tokens = await tokens.Of(Staff.Account, cancel);
        return Page();
    }
}
