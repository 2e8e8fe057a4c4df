using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Organisations;

namespace Padu.Examinations.Pages.Desk;

/// <summary>One file of the complaint as a download, behind the same door as the report.</summary>
public sealed class FileModel(ExaminationQueries queries, CurrentActor current, EvidenceDownload download)
    : ReportPageModel(queries, current)
{
    public async Task<IActionResult> OnGet(int version, int index, CancellationToken cancel) =>
        Report.Case.FileAt(version, index) is { } evidence ? await download.Of(HttpContext, evidence, cancel) : NotFound();
}
