using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints.Pages.Desk;

/// <summary>Writes the answer. Files that were taken stay taken while the form comes back.</summary>
[RequestSizeLimit(EvidenceIntake.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceIntake.LargestRequest)]
public sealed class AnswerModel(
    ComplaintDesk desk,
    ComplaintQueries queries,
    CurrentActor current,
    Texts texts,
    EvidenceIntake intake,
    EvidenceCarrier carrier
) : ActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Files of an earlier try, sealed for this case.</summary>
    [BindProperty]
    public string? Carried { get; set; }

    public ImmutableArray<Evidence> Kept { get; private set; } = [];

    protected override Act Does => Act.Answer;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Kept = carrier.Read(Case.Complaint.Id.Value, Carried);
        var taken = await intake.Take(Files, Kept, visitor: null, cancel);
        foreach (var refusal in taken.Refusals)
        {
            ModelState.AddRefusal(refusal, Texts);
        }

        Kept = Kept.AddRange(taken.Evidence);
        Carried = Kept.IsEmpty ? null : carrier.Seal(Case.Complaint.Id.Value, Kept);
        return ModelState.IsValid ? await Send(new ComplaintCommand.Answer(Trimmed(Text) ?? "", Kept), cancel) : Page();
    }
}
