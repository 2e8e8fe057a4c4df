using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Web;

namespace Padu.Coordination.Pages.Inputs;

/// <summary>Lets an author forget the own words and address at once: their keys are destroyed; what the office wrote stays.</summary>
[AllowAnonymous]
public sealed class EraseModel(InputDoor door, InputDesk desk, Texts texts) : PageModel
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Sure that it cannot be undone.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public bool IsDone { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!Sure)
        {
            ModelState.AddModelError(nameof(Sure), texts["input.erase.not-sure"]);
            return Page();
        }

        var (opened, refusal, wait) = await door.Open(Number, Code, cancel);
        if (wait > 0)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        }

        refusal ??= (
            await desk.Act(opened!.Input.Id, new Actor.Complainant(opened.Input.AuthorId), new InputCommand.Erase(), cancel: cancel)
        ).Refusal;
        if (refusal is not null)
        {
            ModelState.AddRefusal(refusal, texts);
            return Page();
        }

        IsDone = true;
        return Page();
    }
}
