using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Obligations.Pages.Desk;

/// <summary>Shows what was done: in words, by a link, with files. Files that were taken stay taken while the form comes back.</summary>
[RequestSizeLimit(EvidenceIntake.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceIntake.LargestRequest)]
public sealed class GiveEvidenceModel(
    ObligationDesk desk,
    ObligationQueries queries,
    CurrentActor current,
    Texts texts,
    EvidenceIntake intake,
    EvidenceCarrier carrier
) : ObligationActPageModel(desk, queries, current, texts)
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>Files of an earlier try, sealed for this obligation.</summary>
    [BindProperty]
    public string? Carried { get; set; }

    public ImmutableArray<Evidence> Kept { get; private set; } = [];

    protected override ObligationAct Does => ObligationAct.GiveEvidence;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        var already = carrier.Read(Obligation.Id.Value, Carried);
        var taken = await intake.Take(Files, already, visitor: null, cancel);
        Kept = [.. already, .. taken.Evidence];
        Carried = carrier.Seal(Obligation.Id.Value, Kept);
        foreach (var refusal in taken.Refusals)
        {
            ModelState.AddRefusal(refusal, Texts);
        }

        return ModelState.IsValid
            ? await Send(new ObligationCommand.GiveEvidence(Trimmed(Text) ?? "", Trimmed(Link), Kept), cancel)
            : Page();
    }
}
