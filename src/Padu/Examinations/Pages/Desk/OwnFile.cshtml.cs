using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Organisations;

namespace Padu.Examinations.Pages.Desk;

/// <summary>One file that the complainant sent to the Ombudsman.</summary>
public sealed class OwnFileModel(ExaminationQueries queries, CurrentActor current, EvidenceDownload download)
    : ReportPageModel(queries, current)
{
    public async Task<IActionResult> OnGet(int version, int index, CancellationToken cancel) =>
        Report.Files.FirstOrDefault(file => file.Event.Version == version && file.Index == index) is { } found
            ? await download.Of(HttpContext, found.File, cancel)
            : NotFound();
}
