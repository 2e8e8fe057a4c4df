using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Web;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>
/// The door to a case: number and code, always by POST. An unknown number and a wrong code get the same answer after the same work, and guessing is slowed
/// for each number typed, known or not.
/// </summary>
[AllowAnonymous]
public sealed class DoorModel(ComplaintQueries queries, AccessCodes codes, TrackingGuard guard, TrackingSession session, Texts texts)
    : PageModel
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <param name="nomor">The public number, from a link; the code is never in an address.</param>
    public void OnGet(string? nomor) => Number = nomor;

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var number = PublicNumbers.Read(Number);
        var guarded = number?.Value ?? Crockford.Normalise(Number is { Length: <= 40 } ? Number : "") ?? "";
        // What cannot be a number matches nothing and keeps nobody waiting.
        if (guarded.Length > 0 && guard.WaitFor(guarded) is var wait && wait > Duration.Zero)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(
                System.Globalization.CultureInfo.InvariantCulture
            );
            ModelState.AddRefusal(new Refusal("track.wait", nameof(Code), (int)Math.Ceiling(wait.TotalSeconds)), texts);
            return Page();
        }

        // The same steps whether the number exists or not: look up, fold, one keyed hash, compare.
        var asked = number ?? new PublicNumber("");
        var id = await queries.Unscoped(asked, cancel);
        var complaint = await queries.State(id ?? new ComplaintId(Guid.Empty), cancel);
        // One code opens a letter and all its parts.
        var letter = await queries.Letter(complaint, cancel);
        var matches = codes.Matches(
            letter.Exists ? letter.Number : asked,
            Code ?? "",
            letter is { Exists: true, Verifier.Value: not null } ? letter.Verifier : null
        );
        if (!matches)
        {
            if (guarded.Length > 0)
            {
                guard.Failed(guarded);
            }

            ModelState.AddRefusal(new Refusal("track.no-match", nameof(Code)), texts);
            return Page();
        }

        guard.Succeeded(guarded);
        session.Begin(HttpContext, complaint, letter);
        return RedirectToPage("/Complaints/Pages/Tracking/Case");
    }
}
