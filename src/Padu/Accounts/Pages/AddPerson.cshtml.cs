using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Accounts.Pages;

/// <summary>Adds a person, and shows the invitation in the one answer that has it.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class AddPersonModel(PeopleDesk people, CurrentActor actor, Texts texts) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    public AccountOutcome? Invitation { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await people.Add(actor.Actor, UserName ?? "", DisplayName ?? "");
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddRefusal(refusal, texts);
            return Page();
        }

        Invitation = outcome;
        return Page();
    }
}
