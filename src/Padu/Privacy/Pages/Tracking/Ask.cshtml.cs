using System.Text;
using Microsoft.AspNetCore.Mvc;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Privacy;
using Padu.Web;

namespace Padu.Privacy.Pages.Tracking;

/// <summary>A correction, a restriction or an erasure, asked for by whoever has the code.</summary>
public sealed class AskModel(
    TrackingSession session,
    ComplaintQueries cases,
    AccessCodes codes,
    TrackingGuard guard,
    PrivacyDesk desk,
    Texts texts
) : RightsPage(session, cases, codes, guard)
{
    /// <summary>A code of <see cref="RequestKind"/>.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Why nothing can be erased yet, told before somebody asks; null when it can.</summary>
    public Refusal? Kept => PersonalData.WhyKept(Letter);

    public bool CanCorrect => Letter.IdentityVersion > 0;

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        await ReadLetter(cancel);
        return Letter.IsErased ? Redirect("/lacak/data-saya") : Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        await ReadLetter(cancel);
        if (await Refused(cancel) is not { } refusal)
        {
            return Redirect("/lacak/data-saya");
        }

        ModelState.AddRefusal(refusal, texts);
        return Page();
    }

    private async Task<Refusal?> Refused(CancellationToken cancel)
    {
        if (!CodeOf.TryParse<RequestKind>(Kind, out var kind) || kind == RequestKind.Access)
        {
            return new Refusal("privacy.kind-missing", nameof(Kind));
        }

        if (CheckCode(Code) is { } wrong)
        {
            return wrong;
        }

        var right = new Identity(Trimmed(Name), Trimmed(Address), Trimmed(Phone), Trimmed(Email));
        var ask = new PrivacyAsk(kind, RequestChannel.Tracking, [], Trimmed(Words), kind == RequestKind.Correction ? right : null);
        return (await desk.Receive(Complainant, Letter, ask, cancel)).Refusal;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize(NormalizationForm.FormC);
}
