using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Letters;
using Padu.Web;

namespace Padu.Letters.Pages.Public;

/// <summary>
/// Tells whoever holds a letter whether it is one of ours and whether it still holds: number and code from the paper, typed or by its QR code. Nothing of the
/// case or of a person is told.
/// </summary>
[AllowAnonymous]
public sealed class CheckModel(LetterDoor door, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Nomor { get; set; }

    /// <summary>Printed on the letter; it opens nothing but this page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kode { get; set; }

    /// <summary>The letter, once number and code belong together.</summary>
    public Letter? Letter { get; private set; }

    public LetterNumber? Of { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Nomor) && string.IsNullOrWhiteSpace(Kode))
        {
            return;
        }

        (Letter, Of, var refusal, var wait) = await door.Check(Nomor, Kode, cancel);
        if (wait > 0)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        }

        if (refusal is not null)
        {
            ModelState.AddRefusal(refusal, texts);
        }
    }
}
