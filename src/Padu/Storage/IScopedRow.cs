using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>A row of a case list: what the one access filter needs.</summary>
public interface IScopedRow
{
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
    public static IQueryable<TRow> Scoped<TRow>(this IQueryable<TRow> rows, Access.CaseScope scope)
        where TRow : class, IScopedRow
    {
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

    /// <summary>The same for the Ombudsman's list.</summary>
    public static IQueryable<TRow> Scoped<TRow>(this IQueryable<TRow> rows, Access.ExaminationScope scope)
        where TRow : class, IExaminationScopedRow =>
        scope.Office is { } office ? rows.Where(row => row.Office == office) : rows.Where(row => false);
}
