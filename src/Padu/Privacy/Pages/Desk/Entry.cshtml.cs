using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Privacy;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Privacy.Pages.Desk;

/// <summary>Somebody stands at a desk, shows who they are, and asks for their data. What was shown is recorded, never its number.</summary>
[Authorize(Policy = Policies.FrontDesk)]
public sealed class EntryModel(ComplaintQueries cases, PrivacyDesk desk, CurrentActor current, Texts texts) : PageModel
{
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>As it stands on what was shown; compared with the case and kept nowhere.</summary>
    [BindProperty]
    public string? ShownName { get; set; }

    /// <summary>Codes of <see cref="IdentityProof"/>.</summary>
    [BindProperty]
    public List<string> Proofs { get; set; } = [];

    /// <summary>A code of <see cref="RequestKind"/>.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The number of the request just entered.</summary>
    public string? Entered { get; private set; }

    public void OnGet(string? masuk) => Entered = PublicNumbers.Read(masuk)?.Value;

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (await Refused(cancel) is not { } refusal)
        {
            return Redirect($"/meja/pdp/baru?masuk={PublicNumbers.Read(Number)}");
        }

        ModelState.AddRefusal(refusal, texts);
        return Page();
    }

    private async Task<Refusal?> Refused(CancellationToken cancel)
    {
        if (!CodeOf.TryParse<RequestKind>(Kind, out var kind))
        {
            return new Refusal("privacy.kind-missing", nameof(Kind));
        }

        if (Wording.Check(nameof(ShownName), ShownName, required: true, oneLine: true) is { } nameless)
        {
            return nameless;
        }

        if (
            PublicNumbers.Read(Number) is not { } number
            || await cases.Unscoped(number, cancel) is not { } id
            || await cases.Letter(await cases.State(id, cancel), cancel) is not { Exists: true } letter
        )
        {
            return new Refusal("code.number-unknown", nameof(Number));
        }

        // Whether a name fits a protected case is told to nobody at a desk: the custodian sees what was shown and decides.
        if (letter.Level == IdentityLevel.Open && !LostCodeDesk.IsSame((await cases.IdentityOf(letter, cancel))?.Name, ShownName!))
        {
            return new Refusal("privacy.name-differs", nameof(ShownName));
        }

        var proofs = Enum.GetValues<IdentityProof>().Where(proof => Proofs.Contains(proof.Code()));
        var right = new Identity(Trimmed(Name), Trimmed(Address), Trimmed(Phone), Trimmed(Email));
        var ask = new PrivacyAsk(kind, RequestChannel.Desk, [.. proofs], Trimmed(Words), kind == RequestKind.Correction ? right : null);
        var (_, refusal) = await desk.Receive(current.Staff!, letter, ask, cancel);
        return refusal is { Code: "complaint.unknown" } ? new Refusal("code.number-unknown", nameof(Number)) : refusal;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize(NormalizationForm.FormC);
}
