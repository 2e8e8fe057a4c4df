using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Obligations;
using Padu.Web;

namespace Padu.Coordination.Pages.Inputs;

/// <summary>Shows an author what became of the own input. Nothing is kept: whoever comes back gives number and code again.</summary>
[AllowAnonymous]
public sealed class TrackModel(InputDoor door, ObligationQueries owed, Texts texts) : PageModel
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The input, once it opened.</summary>
    public InputOpened? Opened { get; private set; }

    /// <summary>What is being done because of it.</summary>
    public IReadOnlyList<ObligationLine> Owed { get; private set; } = [];

    /// <param name="nomor">The number, from a link; the code is never in an address.</param>
    public void OnGet(string? nomor) => Number = nomor;

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var (opened, refusal, wait) = await door.Open(Number, Code, cancel);
        if (wait > 0)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        }

        if (refusal is not null)
        {
            ModelState.AddRefusal(refusal, texts);
            return Page();
        }

        Opened = opened;
        Owed = await owed.From(opened!.Input.Id.Value, cancel);
        return Page();
    }
}
