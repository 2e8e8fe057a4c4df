using Microsoft.EntityFrameworkCore;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>A row of a case list: what the one access filter needs.</summary>
public interface IScopedRow
{
    /// <summary>The id of the stream the row was folded from.</summary>
    Guid Id { get; }

    /// <summary>Where the case lies: <see cref="CaseSubject.Seat"/>.</summary>
    OfficeCode Office { get; }

    UnitCode? Unit { get; }
}

/// <summary>The list form of <see cref="Access.May"/>: every list, count, search, export and feed goes through it.</summary>
public static class ScopeFilter
{
    /// <param name="database">The context the rows come from: who is kept away stands in a table of its own.</param>
    public static IQueryable<TRow> Scoped<TRow>(this IQueryable<TRow> rows, Access.CaseScope scope, PaduDb database)
        where TRow : class, IScopedRow
    {
        if (scope.Account is { } account)
        {
            rows = rows.Where(row =>
                !database.Set<KeptAwayRow>().Any(kept => kept.Stream == row.Id && kept.Account == account && kept.IsActive)
            );
        }

        if (scope.All)
        {
            return rows;
        }

        if (scope.Office is not { } office)
        {
            return rows.Where(row => false);
        }

        rows = rows.Where(row => row.Office == office);
        return scope.Unit is { } unit ? rows.Where(row => row.Unit == unit) : rows;
    }
}
