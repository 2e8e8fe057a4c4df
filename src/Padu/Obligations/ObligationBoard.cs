using NodaTime;
using NodaTime.Text;
using Padu.Domain;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;

namespace Padu.Obligations;

/// <summary>Which board: a column or all, of an owner or an institution, of a source, falling due within some days; what is null leaves nothing out.</summary>
/// <param name="Institution">Null where an owner is named: an office belongs to one.</param>
/// <param name="From">The first last-day shown.</param>
/// <param name="Until">The last one.</param>
public sealed record ObligationBoard(
    ObligationColumn? Column = null,
    OfficeCode? Owner = null,
    Institution? Institution = null,
    SourceKind? Source = null,
    LocalDate? From = null,
    LocalDate? Until = null
)
{
    /// <summary>No obligation falls due before it, and none after <see cref="Latest"/>.</summary>
    public static readonly LocalDate Earliest = new(1990, 1, 1);

    public static readonly LocalDate Latest = new(9999, 12, 30);

    /// <summary>Whether anything but the column narrows it.</summary>
    public bool IsFiltered => this with { Column = null } != new ObligationBoard();

    /// <summary>The board of an address: what is unreadable is left away.</summary>
    public static ObligationBoard Read(BoardQuery asked, Func<OfficeCode, bool> knows)
    {
        OfficeCode? owner =
            asked.Kantor is { Length: > 0 and < 40 } office && knows(new OfficeCode(office)) ? new OfficeCode(office) : null;
        Institution? institution =
            owner is null && CodeOf.TryParse<Institution>(asked.Lembaga, out var named) && named != Domain.Organisations.Institution.Other
                ? named
                : null;
        return new ObligationBoard(
            CodeOf.TryParse<ObligationColumn>(asked.Keadaan, out var column) ? column : null,
            owner,
            institution,
            CodeOf.TryParse<SourceKind>(asked.Sumber, out var source) ? source : null,
            Day(asked.Mulai),
            Day(asked.Sampai)
        );
    }

    /// <summary>The query of an address that shows this board, with another column.</summary>
    public string Query(string? column, string? after = null)
    {
        var parts = new List<string>();
        Add("keadaan", column);
        Add("kantor", Owner?.Value);
        Add("lembaga", Institution?.Code());
        Add("sumber", Source?.Code());
        Add("mulai", From is { } from ? LocalDatePattern.Iso.Format(from) : null);
        Add("sampai", Until is { } until ? LocalDatePattern.Iso.Format(until) : null);
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

    private static LocalDate? Day(string? text) =>
        text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } && day >= Earliest && day <= Latest
            ? day
            : null;
}

/// <summary>What the address of a board says, unread.</summary>
/// <param name="Setelah">The place after which to go on.</param>
public sealed record BoardQuery(
    string? Keadaan,
    string? Kantor,
    string? Lembaga,
    string? Sumber,
    string? Mulai,
    string? Sampai,
    string? Setelah
);

/// <summary>The figures of one owner.</summary>
public sealed record OwnerFigures(OfficeCode Owner, ObligationFigures Figures);
