using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Obligations;

/// <summary>What the public board and the desk's share: filters from the address, exact figures, fifty lines.</summary>
public abstract class BoardPageModel(ObligationQueries queries, SourceRegister sources, OfficeRegister offices, ObligationWords words)
    : PageModel
{
    public ObligationBoard Board { get; private set; } = new();

    public ObligationPage Shown { get; private set; } = new([], null);

    public IReadOnlyDictionary<Guid, SourceName> Sources { get; private set; } = new Dictionary<Guid, SourceName>();

    /// <summary>The figures of each owner.</summary>
    public IReadOnlyList<OwnerFigures> Figures { get; private set; } = [];

    /// <summary>The figures of everything this reader sees, whatever the filters name.</summary>
    public ObligationFigures Whole => ObligationFigures.Sum(Figures.Select(one => one.Figures));

    /// <summary>The figures of what the filters name, in each column.</summary>
    public ObligationFigures Total { get; private set; } = ObligationFigures.None;

    public IEnumerable<OfficeCode> Owners => Figures.Select(one => one.Owner);

    public bool IsFurther { get; private set; }

    public abstract string Path { get; }

    public abstract bool OnDesk { get; }

    /// <summary>False for one of the ten, whose board is its own.</summary>
    public virtual bool MayFilter => true;

    protected async Task Load(Access.ObligationScope? scope, BoardQuery asked, CancellationToken cancel)
    {
        Board = ObligationBoard.Read(asked, code => offices.Find(code) is not null);
        var all = await queries.Figures(cancel);
        Figures = scope is { All: false } ? [.. all.Where(one => one.Owner == scope.Office)] : all;
        var zone = words.Legal.Zone;
        Total = await queries.FiguresOf(scope, Board, zone, cancel);
        IsFurther = asked.Setelah is not null;
        Shown = await queries.List(scope, Board, zone, asked.Setelah, cancel);
        Sources = await sources.Of(Shown.Lines.Select(line => line.Row), cancel);
    }
}
