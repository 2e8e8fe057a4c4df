using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Web;

namespace Padu.Complaints.Pages.Filing;

/// <summary>Step 3: files, each checked by its content while it streams in; each can be taken back.</summary>
[RequestSizeLimit(EvidenceIntake.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceIntake.LargestRequest)]
public sealed class EvidenceModel(DraftStore drafts, EvidenceIntake intake, Texts texts) : FilingPage(drafts)
{
    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Which button: add and stay, or go on.</summary>
    [BindProperty]
    public string? Next { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var taken = await intake.Take(Files, Draft.Evidence, new Visitor(Draft.Id, HttpContext.Connection.RemoteIpAddress, 0), cancel);
        ModelState.AddRefusals(texts, [.. taken.Refusals]);
        var draft = Draft with { Evidence = Draft.Evidence.AddRange(taken.Evidence) };
        if (!ModelState.IsValid || (taken.Evidence.Count > 0 && Next != "lanjut"))
        {
            await Drafts.Save(HttpContext, draft, cancel);
            return ModelState.IsValid ? RedirectToPage("/Complaints/Pages/Filing/Evidence") : Show(draft);
        }

        return await SaveAndGo(draft, "Identity");
    }

    public async Task<IActionResult> OnPostRemove(int index, CancellationToken cancel)
    {
        if (index >= 0 && index < Draft.Evidence.Length)
        {
            await Drafts.Save(HttpContext, Draft with { Evidence = Draft.Evidence.RemoveAt(index) }, cancel);
        }

        return RedirectToPage("/Complaints/Pages/Filing/Evidence");
    }

    private IActionResult Show(Draft draft)
    {
        Draft = draft;
        return Page();
    }
}
