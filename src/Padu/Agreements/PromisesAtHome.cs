using Padu.Domain.Obligations;
using Padu.Obligations;
using Padu.Web;

namespace Padu.Agreements;

/// <summary>What both institutions promised and how much of it is kept.</summary>
public sealed record Promises(ObligationFigures Figures, IReadOnlyList<AgreementLine> InForce);

/// <summary>The promises that run and the agreements they come from, on the first page.</summary>
public sealed class PromisesAtHome(AgreementQueries queries, ObligationQueries owed, AgreementWords words) : IHomePart
{
    private const int Most = 2;

    public async Task<HomePart?> Now(CancellationToken cancel)
    {
        var figures = await owed.FiguresOf(scope: null, new ObligationBoard(), words.Legal.Zone, cancel);
        var inForce = await queries.InForce(Most, words.Language, cancel);
        return figures.All == 0 && inForce.Count == 0
            ? null
            : new HomePart("/Agreements/Pages/_Promises.cshtml", new Promises(figures, inForce));
    }
}
