using Padu.Domain.Agreements;
using Padu.Obligations;

namespace Padu.Agreements;

/// <summary>One agreement of a tree with what is owed from it.</summary>
/// <param name="Depth">0 for the agreement itself.</param>
public sealed record AgreementBranch(AgreementLine Line, int Depth, IReadOnlyList<ObligationLine> Owed);

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

    /// <summary>The figures of what fell or falls due in a year, over a whole tree.</summary>
    public static ObligationFigures OfYear(IEnumerable<AgreementBranch> tree, int year) =>
        ObligationFigures.Of(
            default,
            tree.SelectMany(branch => branch.Owed)
                .Where(line => line.Row.DueDate.Year == year)
                .GroupBy(line => line.Row.Column)
                .Select(group => (group.Key, group.Count()))
        );
}
