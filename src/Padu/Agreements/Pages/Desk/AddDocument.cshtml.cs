using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Domain.Agreements;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Agreements.Pages.Desk;

/// <summary>Adds documents; each is told with its fingerprint.</summary>
[RequestSizeLimit(EvidenceIntake.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceIntake.LargestRequest)]
public sealed class AddDocumentModel(AgreementDesk desk, AgreementQueries queries, CurrentActor current, Texts texts, EvidenceIntake intake)
    : AgreementActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    protected override AgreementAct Does => AgreementAct.AddDocument;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var taken = await intake.Take(Files, [], visitor: null, cancel);
        foreach (var refusal in taken.Refusals)
        {
            ModelState.AddRefusal(refusal, Texts);
        }

        return ModelState.IsValid ? await Send(new AgreementCommand.AddDocuments([.. taken.Evidence]), cancel) : Page();
    }
}
