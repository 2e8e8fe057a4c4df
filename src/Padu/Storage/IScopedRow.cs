using Microsoft.EntityFrameworkCore;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>A row of a case list: what the one access filter needs.</summary>
public interface IScopedRow
{
    /// <summary>The column with the id of the case's stream.</summary>
    static virtual string CaseColumn => "Id";

    /// <summary>Where the case lies: <see cref="CaseSubject.Seat"/>.</summary>
    OfficeCode Office { get; }

    UnitCode? Unit { get; }

    /// <summary>Kept from the election commission: <see cref="CaseSubject.IsClosedToKpu"/>.</summary>
    bool IsClosedToKpu { get; }

    /// <summary>The office it is about: <see cref="CaseSubject.Against"/>.</summary>
    OfficeCode? Against { get; }
}

/// <summary>A row of the Ombudsman's list: what its access filter needs.</summary>
public interface IExaminationScopedRow
{
    /// <summary>The Ombudsman's office that has it.</summary>
    OfficeCode Office { get; }
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
            rows = rows.NotKeptFrom(account, database);
        }

        if (scope.NotAbout is { } own)
        {
            rows = rows.Where(row => row.Against == null || row.Against != own);
        }

        if (scope.All)
        {
            return rows.Where(row => !row.IsClosedToKpu);
        }

        if (scope.Office is not { } office)
        {
            return rows.Where(row => false);
        }

        rows = rows.Where(row => row.Office == office);
        return scope.Unit is { } unit ? rows.Where(row => row.Unit == unit) : rows;
    }

    /// <summary>Without the cases that this account is kept from; also for lists that follow another rule than <see cref="Access.Scope"/>.</summary>
    public static IQueryable<TRow> NotKeptFrom<TRow>(this IQueryable<TRow> rows, Guid account, PaduDb database)
        where TRow : class, IScopedRow
    {
        var column = TRow.CaseColumn;
        return rows.Where(row =>
            !database
                .Set<KeptAwayRow>()
                .Any(kept => kept.Stream == EF.Property<Guid>(row, column) && kept.Account == account && kept.IsActive)
        );
    }

    /// <summary>The same for the Ombudsman's list.</summary>
    public static IQueryable<TRow> Scoped<TRow>(this IQueryable<TRow> rows, Access.ExaminationScope scope)
        where TRow : class, IExaminationScopedRow =>
        scope.Office is { } office ? rows.Where(row => row.Office == office) : rows.Where(row => false);
}
