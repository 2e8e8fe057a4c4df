using System.Text;
using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Domain.Complaints;
using Padu.Web;

namespace Padu.Complaints.Pages.Tracking;

/// <summary>What the pages of the complainant's own acts share: one question, the version it was read at, and back to the case when it was written.</summary>
[RequestSizeLimit(EvidenceIntake.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceIntake.LargestRequest)]
public abstract class TrackingActPage(TrackingSession session, ComplaintDesk desk, TrackingIntake intake, Texts texts)
    : TrackingPage(session)
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>The version of the case the form was read at.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Whether the case takes this act now; a page for one that would be refused leads back to the case.</summary>
    protected abstract bool IsPossible { get; }

    protected abstract ComplaintCommand Command(string? text, IReadOnlyList<Evidence> files);

    public IActionResult OnGet()
    {
        Version = Case.Version;
        return IsPossible ? Page() : ToCase();
    }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim().Normalize(NormalizationForm.FormC);
        var taken = await intake.Take(Case, Files, HttpContext.Connection.RemoteIpAddress, cancel);
        ModelState.AddRefusals(texts, [.. taken.Refusals]);
        if (ModelState.IsValid)
        {
            var acted = await desk.Act(Case.Id, Complainant, Command(text, taken.Evidence), Version, cancel);
            Case = acted.State;
            if (acted.Refusal is null)
            {
                return ToCase();
            }

            ModelState.AddRefusal(acted.Refusal, texts);
        }

        // The form is shown again over the case as it is now.
        Version = Case.Version;
        ModelState.Remove(nameof(Version));
        return Page();
    }
}
