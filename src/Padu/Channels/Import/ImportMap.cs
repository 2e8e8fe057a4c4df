using System.Collections.Immutable;
using System.Text;
using NodaTime.Text;
using Padu.Domain.Organisations;

namespace Padu.Channels.Import;

/// <summary>How the rows of somebody's old casework become cases; written by an operator as YAML (<c>docs/import.md</c>).</summary>
/// <param name="Source">The name of the source system; with the key it says which rows were taken before, so it must never change.</param>
/// <param name="Columns">The header exactly as the file has it: a changed export is noticed before the first row.</param>
/// <param name="Meaningless">Values that mean "nothing was chosen" in the old system, read as empty.</param>
/// <param name="Titles">Tried in order; the first whose columns all hold something names the case.</param>
public sealed record ImportMap(
    string Source,
    char Delimiter,
    Encoding Encoding,
    ImmutableArray<string> Columns,
    ImmutableArray<string> Key,
    OfficeRule Office,
    DateRule Opened,
    DateRule? Closed,
    ImmutableArray<string> Meaningless,
    ImmutableArray<RowTemplate> Titles,
    ImmutableArray<RowTemplate> Category,
    ImmutableArray<RowTemplate> Place,
    ImmutableArray<string> Kept
);

/// <summary>Which office a row belongs to: always one, or a column's value looked up in a table.</summary>
/// <param name="Fixed">The one office; then there is no column.</param>
/// <param name="Otherwise">The office of values the table does not name; null refuses such rows.</param>
public sealed record OfficeRule(NamedOffice? Fixed, string? Column, ImmutableDictionary<string, NamedOffice> Table, NamedOffice? Otherwise)
{
    /// <summary>Every office the map names, to be compared with the installation's before the first row.</summary>
    public IEnumerable<NamedOffice> Offices => Table.Values.Concat(new[] { Fixed, Otherwise }.OfType<NamedOffice>());
}

/// <summary>An office and the line of the map that names it.</summary>
public sealed record NamedOffice(OfficeCode Code, int Line);

/// <summary>A column that holds a date.</summary>
/// <param name="Text">The pattern as written, for messages.</param>
/// <param name="Required">An empty value refuses the row.</param>
public sealed record DateRule(string Column, LocalDatePattern Pattern, string Text, bool Required);
