using Padu.Domain.Agreements;
using Padu.Obligations;

namespace Padu.Agreements.Pages.Public;

/// <summary>One agreement, plan or activity for anybody: its words, what is owed from each clause and how that stands, or what sources say.</summary>
public sealed class AgreementModel(AgreementQueries queries, AgreementWords words, AgreementFigures figures) : PublicPageModel(queries)
{
    private readonly AgreementQueries queries = queries;

    public AgreementLine? Parent { get; private set; }

    public AgreementLine? Successor { get; private set; }

    public IReadOnlyList<AgreementBranch> Tree { get; private set; } = [];

    public IEnumerable<ObligationLine> OwedFrom(int clause) =>
        Tree.Take(1).SelectMany(branch => branch.Owed).Where(line => line.Row.SourceItem == clause);

    public async Task OnGet(CancellationToken cancel)
    {
        var agreement = Opened.Agreement;
        Tree = await figures.Tree(agreement.Id, words.Language, onDesk: false, cancel);
        Guid[] others = [.. new[] { agreement.Parent, agreement.Successor }.OfType<AgreementId>().Select(id => id.Value)];
        var lines = await queries.Among(others, words.Language, cancel);
        Parent = agreement.Parent is { } parent ? lines.GetValueOrDefault(parent.Value) : null;
        Successor = agreement.Successor is { } successor ? lines.GetValueOrDefault(successor.Value) : null;
    }
}
