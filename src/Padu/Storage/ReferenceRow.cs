using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Padu.Domain;

namespace Padu.Storage;

/// <summary>One row of a reference table; each accessor refuses what it cannot read, naming file, line and column.</summary>
public sealed class ReferenceRow
{
    private readonly string file;
    private readonly string[] columns;
    private readonly string[] values;

    internal ReferenceRow(string file, int line, string[] columns, string[] values)
    {
        this.file = file;
        this.columns = columns;
        this.values = values;
        Line = line;
        if (values.Length != columns.Length)
        {
            throw Error($"the row has {values.Length} columns instead of {columns.Length}; quote a value that contains a comma.");
        }
    }

    public int Line { get; }

    public string? Optional(string column)
    {
        var value = values[Array.IndexOf(columns, column)];
        return value.Length == 0 ? null
            : value == value.Trim() ? value
            : throw Error($"column '{column}' begins or ends with a blank.");
    }

    public string Text(string column) => Optional(column) ?? throw Error($"column '{column}' is empty.");

    public int Number(string column, int least, int most) =>
        int.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Error($"column '{column}' must be a whole number from {least} to {most}, not '{Text(column)}'.");

    public LocalDate? OptionalDate(string column) => Optional(column) is null ? null : Date(column);

    public LocalDate Date(string column) =>
        LocalDatePattern.Iso.Parse(Text(column)) is { Success: true } date
            ? date.Value
            : throw Error($"column '{column}' must be a date like 2026-12-31, not '{Text(column)}'.");

    /// <summary>An enum value by its code.</summary>
    public T Code<T>(string column)
        where T : struct, Enum =>
        CodeOf.TryParse<T>(Text(column), out var value)
            ? value
            : throw Error(
                $"column '{column}' must be one of {string.Join(", ", Enum.GetValues<T>().Select(known => known.Code()))}, not '{Text(column)}'."
            );

    public bool Flag(string column) =>
        Text(column) switch
        {
            "true" => true,
            "false" => false,
            var other => throw Error($"column '{column}' must be true or false, not '{other}'."),
        };

    /// <summary>A refusal of this row, for its reader to throw.</summary>
    public ReferenceDataException Error(string sentence) => new(file, Line, sentence);
}
