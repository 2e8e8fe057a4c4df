using Microsoft.AspNetCore.Mvc;
using Padu.Domain.Agreements;
using Padu.Obligations;

namespace Padu.Agreements.Pages.Public;

/// <summary>The joint evaluation of a year to read and to print: figures of what was owed that year, and the words both sides agreed on.</summary>
public sealed class EvaluationModel(AgreementQueries queries, AgreementWords words, AgreementFigures figures, SourceRegister sources)
    : PublicPageModel(queries)
{
    public Evaluation Evaluation { get; private set; } = null!;

    public ObligationFigures Figures { get; private set; } = new(default, 0, 0, 0, 0, 0);

    public IReadOnlyList<ObligationLine> Owed { get; private set; } = [];

    public IReadOnlyDictionary<Guid, SourceName> Sources { get; private set; } = new Dictionary<Guid, SourceName>();

    public async Task<IActionResult> OnGet(int tahun, CancellationToken cancel)
    {
        if (Opened.Agreement.Evaluations.FirstOrDefault(one => one.Year == tahun) is not { } found)
        {
            return NotFound();
        }

        Evaluation = found;
        var tree = await figures.Tree(Opened.Agreement.Id, words.Language, onDesk: false, cancel);
        Figures = AgreementFigures.OfYear(tree, tahun);
        Owed = [.. tree.SelectMany(branch => branch.Owed).Where(line => line.Row.DueDate.Year == tahun).OrderBy(line => line.Row.Due)];
        Sources = await sources.Of(Owed.Select(line => line.Row), cancel);
        return Page();
    }
}
