using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Web;

namespace Padu.Coordination.Pages.Inputs;

/// <summary>An input from anybody: no account, no script, no name; an e-mail address only for whoever wants to be told of news.</summary>
[AllowAnonymous]
public sealed class NewModel(InputDesk desk, InputReceipt receipt, Texts texts) : PageModel
{
    /// <summary>Made with the form: the same form sent twice gives one input and the same receipt.</summary>
    [BindProperty]
    public Guid Draft { get; set; }

    /// <summary>A code of <see cref="InputAuthor"/>.</summary>
    [BindProperty]
    public string? Author { get; set; }

    /// <summary>A code of <see cref="InputTopic"/>.</summary>
    [BindProperty]
    public string? Topic { get; set; }

    /// <summary>The code of the office that shall answer.</summary>
    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public void OnGet() => Draft = NewMark();

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (Draft == Guid.Empty)
        {
            // A form that lost its mark is a new one; the field is written anew with it.
            ModelState.Remove(nameof(Draft));
            Draft = NewMark();
        }

        if (!CodeOf.TryParse<InputAuthor>(Author, out var author))
        {
            ModelState.AddModelError(nameof(Author), texts["desk.choose"]);
        }

        if (!CodeOf.TryParse<InputTopic>(Topic, out var topic))
        {
            ModelState.AddModelError(nameof(Topic), texts["desk.choose"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var given = await desk.Give(
            new NewInput(
                Draft,
                author,
                topic,
                new OfficeCode(To ?? ""),
                Languages.Current == "en" ? Language.English : Language.Indonesian,
                Trimmed(Title) ?? "",
                Trimmed(Text) ?? "",
                Trimmed(Email)
            ),
            cancel
        );
        if (given.Refusal is { } refusal)
        {
            if (refusal.Code == "idempotency.different")
            {
                // Changed after it was sent: another input, so another mark.
                ModelState.Remove(nameof(Draft));
                Draft = NewMark();
            }

            ModelState.AddRefusal(refusal, texts);
            return Page();
        }

        receipt.Keep(HttpContext, Draft, given.Input.Id);
        return Redirect("/masukan/tanda-terima");
    }

    /// <summary>Whoever guesses a mark and its words sees the receipt: it must not be guessed.</summary>
    private static Guid NewMark() => new(RandomNumberGenerator.GetBytes(16));

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
