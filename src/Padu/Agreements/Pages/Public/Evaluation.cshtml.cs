using Microsoft.AspNetCore.Mvc;
using Padu.Obligations;

namespace Padu.Agreements.Pages.Public;

/// <summary>The joint evaluation of a year to read and to print: figures of what was owed that year, and the words both sides agreed on.</summary>
public sealed class EvaluationModel(AgreementQueries queries, AgreementWords words, AgreementFigures figures, SourceRegister sources)
    : PublicPageModel(queries)
{
    public YearReport Report { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, SourceName> Sources { get; private set; } = new Dictionary<Guid, SourceName>();

    public async Task<IActionResult> OnGet(int tahun, CancellationToken cancel)
    {
        if (await figures.Report(Opened.Agreement, tahun, words.Language, cancel) is not { } found)
        {
            return NotFound();
        }

        Report = found;
        Sources = await sources.Of(found.Owed.Select(line => line.Row), cancel);
        return Page();
    }
}
