using Microsoft.AspNetCore.Mvc;

namespace Padu.Agreements.Pages.Public;

/// <summary>The joint evaluation of a year as PDF, once both sides agreed on it.</summary>
public sealed class EvaluationPaperModel(AgreementQueries queries, AgreementWords words, AgreementFigures figures, EvaluationPaper paper)
    : PublicPageModel(queries)
{
    public async Task<IActionResult> OnGet(int tahun, CancellationToken cancel) =>
        await figures.Report(Opened.Agreement, tahun, words.Language, cancel) is { Evaluation.Frozen: not null } report
            ? await paper.Of(HttpContext, Opened, report, cancel)
            : NotFound();
}
