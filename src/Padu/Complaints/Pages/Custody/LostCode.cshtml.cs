using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Custody;

/// <summary>Somebody stands at the desk without their code: what they showed is recorded, and a second person is asked.</summary>
[Authorize(Policy = Policies.CodeLoss)]
public sealed class LostCodeModel(CustodyQueries requests, LostCodeDesk desk, CurrentActor current, Texts texts) : PageModel
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Codes of <see cref="IdentityProof"/>.</summary>
    [BindProperty]
    public List<string> Proofs { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    public IReadOnlyList<CustodyRow> Own { get; private set; } = [];

    public Task OnGet(CancellationToken cancel) => Show(cancel);

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (Wording.Check(nameof(Name), Name, required: true, oneLine: true) is { } nameless)
        {
            ModelState.AddRefusal(nameless, texts);
        }

        if (PublicNumbers.Read(Number) is not { } number)
        {
            ModelState.AddRefusal(new Refusal("code.number-unknown", nameof(Number)), texts);
        }
        else if (ModelState.IsValid)
        {
            var proofs = Enum.GetValues<IdentityProof>().Where(proof => Proofs.Contains(proof.Code())).ToList();
            var note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();
            var (request, refusal) = await desk.Report(current.Staff!, new LostCodeReport(number, Name!, proofs, note), cancel);
            if (refusal is null)
            {
                return RedirectToPage("/Complaints/Pages/Custody/NewCode", new { id = request });
            }

            ModelState.AddRefusal(refusal, texts);
        }

        await Show(cancel);
        return Page();
    }

    private async Task Show(CancellationToken cancel) => Own = await requests.CodesAskedBy(current.Staff!, cancel);
}
