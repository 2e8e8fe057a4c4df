using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Domain;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Meetings.Pages.Desk;

/// <summary>Adds materials, with who may read them; each is told with its fingerprint.</summary>
[RequestSizeLimit(EvidenceIntake.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceIntake.LargestRequest)]
public sealed class AddMaterialModel(MeetingDesk desk, MeetingQueries queries, CurrentActor current, Texts texts, EvidenceIntake intake)
    : MeetingActPageModel(desk, queries, current, texts)
{
    /// <summary>A code of <see cref="MaterialReaders"/>.</summary>
    [BindProperty]
    public string? Readers { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    protected override MeetingAct Does => MeetingAct.AddMaterial;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (!CodeOf.TryParse<MaterialReaders>(Readers, out var readers))
        {
            return Ask(nameof(Readers));
        }

        var taken = await intake.Take(Files, [], visitor: null, cancel);
        foreach (var refusal in taken.Refusals)
        {
            ModelState.AddRefusal(refusal, Texts);
        }

        return ModelState.IsValid ? await Send(new MeetingCommand.AddMaterials(readers, [.. taken.Evidence]), cancel) : Page();
    }
}
