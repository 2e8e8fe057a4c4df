using Padu.Domain.Agreements;
using Padu.Domain.Obligations;
using Padu.Obligations;
using Padu.Web;

namespace Padu.Agreements;

/// <summary>One agreement of a tree with what is owed from it.</summary>
/// <param name="Depth">0 for the agreement itself.</param>
public sealed record AgreementBranch(AgreementLine Line, int Depth, IReadOnlyList<ObligationLine> Owed);

/// <summary>A year of a cooperation as its evaluation shows it.</summary>
/// <param name="Today">What fell due that year as it stands now.</param>
/// <param name="Owed">The same one by one, by date.</param>
public sealed record YearReport(Evaluation Evaluation, ObligationFigures Today, IReadOnlyList<ObligationLine> Owed);

/// <summary>An agreement with the plans and activities under it, and what is owed from each.</summary>
public sealed class AgreementFigures(AgreementQueries queries, ObligationQueries owed)
{
    /// <param name="onDesk">Drafts too.</param>
    public async Task<IReadOnlyList<AgreementBranch>> Tree(AgreementId root, string language, bool onDesk, CancellationToken cancel)
    {
        var line = (await queries.Among([root.Value], language, cancel)).GetValueOrDefault(root.Value);
        var found = new List<AgreementBranch>();
        if (line is not null)
        {
            await Add(line, 0);
        }

        return found;

        async Task Add(AgreementLine at, int depth)
        {
            found.Add(new AgreementBranch(at, depth, await owed.From(at.Row.Id, cancel)));
            foreach (var child in await queries.Children(new AgreementId(at.Row.Id), language, cancel))
            {
                if (onDesk || child.Row.IsPublic)
                {
                    await Add(child, depth + 1);
                }
            }
        }
    }

    /// <summary>What the public may read of a year; null where nobody evaluated it.</summary>
    public async Task<YearReport?> Report(Agreement agreement, int year, string language, CancellationToken cancel)
    {
        if (agreement.Evaluations.FirstOrDefault(one => one.Year == year) is not { } evaluation)
        {
            return null;
        }

        var owed = await Owed(agreement.Id, year, language, cancel);
        return new YearReport(evaluation, Count(owed), owed);
    }

    /// <summary>The figures of what fell or falls due in a year, over the whole tree.</summary>
    public async Task<ObligationFigures> OfYear(AgreementId root, int year, CancellationToken cancel) =>
        Count(await Owed(root, year, Languages.Indonesian.TwoLetterISOLanguageName, cancel));

    private async Task<IReadOnlyList<ObligationLine>> Owed(AgreementId root, int year, string language, CancellationToken cancel) =>
        [
            .. (await Tree(root, language, onDesk: false, cancel))
                .SelectMany(branch => branch.Owed)
                .Where(line => line.Row.DueDate.Year == year)
                .OrderBy(line => line.Row.Due),
        ];

    private static ObligationFigures Count(IEnumerable<ObligationLine> owed) => ObligationFigures.Of(owed.Select(line => line.Row.Column));
}
