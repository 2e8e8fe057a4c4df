using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Obligations;

/// <summary>What the public board and the desk's share: filters from the address, exact figures, fifty lines.</summary>
public abstract class BoardPageModel(ObligationQueries queries, SourceRegister sources, OfficeRegister offices, ObligationWords words)
    : PageModel
{
    public ObligationBoard Board { get; private set; } = new(null, null, null, null, null);

    public ObligationPage Shown { get; private set; } = new([], null);

    public IReadOnlyDictionary<Guid, SourceName> Sources { get; private set; } = new Dictionary<Guid, SourceName>();

    /// <summary>The figures of each owner.</summary>
    public IReadOnlyList<ObligationFigures> Figures { get; private set; } = [];

    /// <summary>The figures of everything this reader sees, whatever the filters name.</summary>
    public ObligationFigures Whole => ObligationFigures.Sum(default, Figures);

    /// <summary>The figures of what the filters name, whatever day the list begins at.</summary>
    public ObligationFigures Total { get; private set; } = new(default, 0, 0, 0, 0, 0);

    public IEnumerable<OfficeCode> Owners => Figures.Select(one => one.Owner);

    public bool IsFurther { get; private set; }

    public abstract string Path { get; }

    public abstract bool OnDesk { get; }

    /// <summary>False for one of the ten, whose board is its own.</summary>
    public virtual bool MayFilter => true;

    protected async Task Load(
        Access.ObligationScope? scope,
        string? keadaan,
        string? kantor,
        string? lembaga,
        string? sumber,
        string? mulai,
        string? setelah,
        CancellationToken cancel
    )
    {
        LocalDate? from =
            mulai is not null && LocalDatePattern.Iso.Parse(mulai) is { Success: true } day && day.Value.Year is > 1990 and < 2200
                ? day.Value
                : null;
        Board = ObligationBoard.Read(keadaan, kantor, lembaga, sumber, from, code => offices.Find(code) is not null);
        var all = await queries.Figures(cancel);
        Figures = scope is { All: false } ? [.. all.Where(one => one.Owner == scope.Office)] : all;
        var zone = words.Legal.Zone;
        Total = ObligationFigures.Sum(
            default,
            Figures.Where(one =>
                (Board.Owner is not { } owner || one.Owner == owner)
                && (Board.Institution is not { } institution || offices.Find(one.Owner)?.Institution == institution)
            )
        );
        if (Board.Source is { } source)
        {
            Total = await queries.FiguresOf(source, cancel);
        }

        IsFurther = setelah is not null;
        Shown = await queries.List(scope, Board, zone, setelah, cancel);
        Sources = await sources.Of(Shown.Lines.Select(line => line.Row), cancel);
    }
}
