namespace Padu.Letters;

/// <summary>What the partial <c>_Lines</c> shows.</summary>
/// <param name="Root">Before the id of each line.</param>
public sealed record LetterTable(IReadOnlyList<LetterLine> Lines, string Root, bool ShowsCase);
