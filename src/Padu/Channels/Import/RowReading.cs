using System.Collections.Immutable;
using NodaTime;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Channels.Import;

/// <summary>Turns a row into a case by the map, or says by code why it cannot.</summary>
public static class RowReading
{
    /// <returns>The case, or the refusal; never both.</returns>
    public static (ImportedCase? Case, Refusal? Refusal) Read(SourceRow source, ImportMap map)
    {
        if (!source.IsReadable)
        {
            return (null, new Refusal("import.row-unreadable"));
        }

        if (source.Values.Length != map.Columns.Length)
        {
            return (null, new Refusal("import.wrong-column-count", null, map.Columns.Length, source.Values.Length));
        }

        var values = map
            .Columns.Zip(source.Values.Select(value => Meaning(value, map)))
            .ToDictionary(pair => pair.First, pair => pair.Second);
        string? ValueOf(string column) => values[column];
        var opened = Date(map.Opened, ValueOf);
        var closed = map.Closed is { } rule ? Date(rule, ValueOf) : default;
        var office = Office(map.Office, ValueOf);
        var title = First(map.Titles, ValueOf);
        var refusal =
            Forbidden(map, ValueOf)
            ?? (map.Key.FirstOrDefault(column => ValueOf(column) is null) is { } empty ? new Refusal("import.key-empty", empty) : null)
            ?? opened.Refusal
            ?? closed.Refusal
            ?? (office is null ? new Refusal("import.office-unknown", map.Office.Column) : null)
            ?? (title is null ? new Refusal("import.title-empty") : null);
        return refusal is not null
            ? (null, refusal)
            : (
                new ImportedCase(
                    office!.Value,
                    source.Hash,
                    opened.Date,
                    closed.Date,
                    map.Source,
                    KeyOf(map, ValueOf),
                    title!,
                    First(map.Category, ValueOf),
                    First(map.Place, ValueOf),
                    [.. map.Kept.Where(column => ValueOf(column) is not null).Select(column => new ImportedField(column, ValueOf(column)!))]
                ),
                null
            );
    }

    /// <summary>The key as the report prints it, also of a row that is refused.</summary>
    public static string? KeyOf(SourceRow source, ImportMap map) =>
        source.IsReadable && source.Values.Length == map.Columns.Length
            ? KeyOf(map, column => Meaning(source.Values[map.Columns.IndexOf(column)], map))
            : null;

    /// <summary>Several key columns become one text; a bar inside a value is doubled, so that no two keys look alike.</summary>
    private static string KeyOf(ImportMap map, Func<string, string?> valueOf) =>
        map.Key is [var only]
            ? valueOf(only) ?? ""
            : string.Join('|', map.Key.Select(column => (valueOf(column) ?? "").Replace("|", "||", StringComparison.Ordinal)));

    private static string? Meaning(string value, ImportMap map) =>
        value.Trim() is { Length: > 0 } text && !map.Meaningless.Contains(text) ? text : null;

    private static string? First(ImmutableArray<RowTemplate> templates, Func<string, string?> valueOf) =>
        templates.Select(template => template.Fill(valueOf)).FirstOrDefault(text => text is not null);

    private static OfficeCode? Office(OfficeRule rule, Func<string, string?> valueOf) =>
        rule.Column is null ? rule.Fixed!.Code
        : valueOf(rule.Column) is { } value && rule.Table.TryGetValue(value, out var office) ? office.Code
        : rule.Otherwise?.Code;

    private static (LocalDate? Date, Refusal? Refusal) Date(DateRule rule, Func<string, string?> valueOf) =>
        valueOf(rule.Column) is not { } text ? (null, rule.Required ? new Refusal("import.date-missing", rule.Column) : null)
        : rule.Pattern.Parse(text) is { Success: true } date ? (date.Value, null)
        : (null, new Refusal("import.date-unreadable", rule.Column, rule.Text));

    /// <summary>Every column, kept or not: a row with a NUL was damaged on its way and is not to be trusted in part.</summary>
    private static Refusal? Forbidden(ImportMap map, Func<string, string?> valueOf) =>
        map.Columns.Select(column => Wording.Check(column, valueOf(column), required: false)).FirstOrDefault(wrong => wrong is not null);
}
