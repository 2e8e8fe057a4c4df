using NodaTime;
using Padu.Domain;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;

namespace Padu.Obligations;

/// <summary>Which board: a column or all, of one owner, institution or source, or of everything; from a day on.</summary>
/// <param name="Column">Null for all columns.</param>
/// <param name="From">The first last-day shown.</param>
public sealed record ObligationBoard(
    ObligationColumn? Column,
    OfficeCode? Owner,
    Institution? Institution,
    SourceKind? Source,
    LocalDate? From
)
{
    /// <summary>The board of an address: what is unreadable is left away, and of several filters the narrowest holds.</summary>
    public static ObligationBoard Read(
        string? column,
        string? office,
        string? institution,
        string? source,
        LocalDate? from,
        Func<OfficeCode, bool> knows
    )
    {
        OfficeCode? owner = office is { Length: > 0 and < 40 } && knows(new OfficeCode(office)) ? new OfficeCode(office) : null;
        Institution? of =
            owner is null && CodeOf.TryParse<Institution>(institution, out var named) && named != Domain.Organisations.Institution.Other
                ? named
                : null;
        SourceKind? kind = owner is null && of is null && CodeOf.TryParse<SourceKind>(source, out var from1) ? from1 : null;
        return new ObligationBoard(CodeOf.TryParse<ObligationColumn>(column, out var one) ? one : null, owner, of, kind, from);
    }

    /// <summary>The query of an address that shows this board, with another column.</summary>
    public string Query(string? column, string? after = null)
    {
        var parts = new List<string>();
        Add("keadaan", column);
        Add("kantor", Owner?.Value);
        Add("lembaga", Institution?.Code());
        Add("sumber", Source?.Code());
        Add("mulai", From is { } from ? NodaTime.Text.LocalDatePattern.Iso.Format(from) : null);
        Add("setelah", after);
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }
}

/// <summary>How many obligations of one owner stand in each column: exact, a fold of the journal.</summary>
public sealed record ObligationFigures(OfficeCode Owner, int Open, int ToJudge, int Late, int Done, int Over)
{
    public int All => Open + ToJudge + Late + Done + Over;

    public static ObligationFigures Of(OfficeCode owner, IEnumerable<(ObligationColumn Column, int Count)> counted)
    {
        var counts = counted.ToDictionary(one => one.Column, one => one.Count);
        return new ObligationFigures(
            owner,
            counts.GetValueOrDefault(ObligationColumn.Open),
            counts.GetValueOrDefault(ObligationColumn.ToJudge),
            counts.GetValueOrDefault(ObligationColumn.Late),
            counts.GetValueOrDefault(ObligationColumn.Done),
            counts.GetValueOrDefault(ObligationColumn.Over)
        );
    }

    public static ObligationFigures Sum(OfficeCode owner, IEnumerable<ObligationFigures> some) =>
        some.Aggregate(
            new ObligationFigures(owner, 0, 0, 0, 0, 0),
            (sum, one) =>
                sum with
                {
                    Open = sum.Open + one.Open,
                    ToJudge = sum.ToJudge + one.ToJudge,
                    Late = sum.Late + one.Late,
                    Done = sum.Done + one.Done,
                    Over = sum.Over + one.Over,
                }
        );

    public int In(ObligationColumn column) =>
        column switch
        {
            ObligationColumn.Open => Open,
            ObligationColumn.ToJudge => ToJudge,
            ObligationColumn.Late => Late,
            ObligationColumn.Done => Done,
            ObligationColumn.Over => Over,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
