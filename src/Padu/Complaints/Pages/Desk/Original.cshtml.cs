using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>
/// Takes out a file as it was received. The event with its reason is written first; only then do the bytes leave, in this one answer: no address
/// leads to them.
/// </summary>
public sealed class OriginalModel(
    ComplaintDesk desk,
    ComplaintQueries queries,
    CurrentActor current,
    Texts texts,
    EvidenceDownload download
) : ActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The file of this address; the page is 404 without one.</summary>
    public Evidence Kept { get; private set; } = null!;

    protected override Act Does => Act.ReleaseOriginal;

    private FileRef Ref => new(Part("version"), Part("index"));

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        // Opened first: an act is not recorded for a file that is damaged.
        if (Kept.Original is not { } original || await download.OpenOriginal(original, cancel) is not { } content)
        {
            return NotFound();
        }

        if (await Written(new ComplaintCommand.ReleaseOriginal(Ref, Kept, Trimmed(Reason) ?? ""), cancel) is null)
        {
            await content.DisposeAsync();
            return Page();
        }

        return download.Original(HttpContext, content, Kept);
    }

    /// <summary>Only where there is an original, for who may ask for it, and while nothing was found in it.</summary>
    protected override IActionResult? Before()
    {
        if (
            Case.FileAt(Ref.Version, Ref.Ordinal) is not { Original: not null } file
            || Case.Complaint.Quarantined.Contains(Ref)
            || !EvidenceCustody.MayRelease(Case.Complaint, Case.Reader)
        )
        {
            return NotFound();
        }

        Kept = file;
        return null;
    }

    private int Part(string name) => int.Parse((string)RouteData.Values[name]!, CultureInfo.InvariantCulture);
}
