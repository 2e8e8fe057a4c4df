using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Documents;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Coordination.Pages.Desk;

/// <summary>Adds a picture or another file to an activity; a picture is drawn anew, and none comes without words for it.</summary>
[RequestSizeLimit(EvidenceIntake.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceIntake.LargestRequest)]
public sealed class AddFileModel(
    AgendaDesk desk,
    AgendaQueries queries,
    CurrentActor current,
    Texts texts,
    IClock clock,
    EvidenceIntake intake
) : AgendaActPageModel(desk, queries, current, texts, clock)
{
    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>What it shows: of a picture its alternative text.</summary>
    [BindProperty]
    public string? Description { get; set; }

    protected override AgendaAct Does => AgendaAct.AddFile;

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (Files.Count != 1)
        {
            return Ask(nameof(Files));
        }

        // Asked before the file is taken: what a form lacks must not cost an upload.
        if (Trimmed(Description) is not { } words)
        {
            return Ask(nameof(Description));
        }

        var taken = await intake.Take(Files, [], visitor: null, cancel);
        foreach (var refusal in taken.Refusals)
        {
            ModelState.AddRefusal(refusal, Texts);
        }

        return ModelState.IsValid && taken.Evidence is [var file]
            ? await Send(
                new AgendaCommand.AddFile(
                    new AgendaFile(file, words),
                    FileKind.All.Any(kind => kind.IsPicture && kind.MediaType == file.MediaType)
                ),
                cancel
            )
            : Page();
    }
}
