namespace Padu.Meetings;

/// <summary>One cell of a matrix; a sign and words, never a colour alone.</summary>
/// <param name="Kind"><c>late</c>, <c>soon</c>, <c>ok</c>, <c>wait</c>, or empty.</param>
/// <param name="Path">Where it leads; null where this reader may go nowhere.</param>
/// <param name="State">The state in one word, where a phone counts the cells of an office by it.</param>
/// <param name="Note">A second line: the last meeting's answer, a day.</param>
public sealed record GridCell(
    string Words,
    string Kind = "",
    string? Icon = null,
    string? Path = null,
    string? Note = null,
    string? State = null
)
{
    /// <summary>The whole cell in one line, for a sheet.</summary>
    public string Line => Note is null ? Words : $"{Words} ({Note})";
}

/// <summary>One row of a matrix; a cell for each column.</summary>
public sealed record GridLine(string Head, string? Sub, IReadOnlyList<GridCell> Cells);

/// <summary>A matrix to look at, to print and to take along as a sheet: the same on a wide screen, on a phone column by column, and in a file.</summary>
/// <param name="Name">The short name of the sheet.</param>
/// <param name="Corner">What the rows are.</param>
public sealed record Grid(string Name, string Caption, string Corner, IReadOnlyList<string> Columns, IReadOnlyList<GridLine> Lines);
