using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Padu.Documents.Pdf;

namespace Padu.Letters;

/// <summary>One thing in the body of a letter.</summary>
public abstract record LetterBlock
{
    private LetterBlock() { }

    public sealed record Heading(string Text) : LetterBlock;

    public sealed record Paragraph(ImmutableArray<PdfRun> Runs) : LetterBlock;

    public sealed record Quote(string Text) : LetterBlock;

    public sealed record Listing(ImmutableArray<ImmutableArray<PdfRun>> Items, bool IsNumbered) : LetterBlock;
}

/// <summary>
/// The little Markdown a letter is written in: paragraphs, <c>## headings</c>, lists with <c>-</c> or <c>1.</c>, quotations with <c>&gt;</c>, and
/// <c>**bold**</c>. Everything else is the text it is; nothing of it is ever markup of a page.
/// </summary>
public static partial class LetterMarkup
{
    public static ImmutableArray<LetterBlock> Read(string body)
    {
        var blocks = ImmutableArray.CreateBuilder<LetterBlock>();
        foreach (var part in body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            // Lines of one kind that follow each other are one block.
            var lines = part.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            for (var at = 0; at < lines.Length; )
            {
                var kind = KindOf(lines[at]);
                var until = at + 1;
                while (until < lines.Length && kind != '#' && KindOf(lines[until]) == kind)
                {
                    until++;
                }

                blocks.Add(Block(kind, lines[at..until]));
                at = until;
            }
        }

        return blocks.ToImmutable();
    }

    private static char KindOf(string line) =>
        line.StartsWith("## ", StringComparison.Ordinal) ? '#'
        : line.StartsWith("- ", StringComparison.Ordinal) ? '-'
        : line.StartsWith("> ", StringComparison.Ordinal) ? '>'
        : Numbered().IsMatch(line) ? '1'
        : ' ';

    private static LetterBlock Block(char kind, string[] lines) =>
        kind switch
        {
            '#' => new LetterBlock.Heading(lines[0][3..].Trim()),
            '>' => new LetterBlock.Quote(string.Join('\n', lines.Select(line => line[2..]))),
            '-' => new LetterBlock.Listing([.. lines.Select(line => Runs(line[2..]))], IsNumbered: false),
            '1' => new LetterBlock.Listing([.. lines.Select(line => Runs(Numbered().Replace(line, "")))], IsNumbered: true),
            _ => new LetterBlock.Paragraph(Runs(string.Join('\n', lines))),
        };

    private static ImmutableArray<PdfRun> Runs(string text)
    {
        var parts = text.Split("**");
        // A lone pair of stars sets nothing apart: it stays what it is.
        if (parts.Length % 2 == 0)
        {
            parts = [.. parts[..^2], $"{parts[^2]}**{parts[^1]}"];
        }

        return
        [
            .. parts.Select((part, at) => new PdfRun(part, at % 2 == 1 ? PdfHand.Bold : PdfHand.Regular)).Where(run => run.Text.Length > 0),
        ];
    }

    [GeneratedRegex(@"^\d{1,2}\. ")]
    private static partial Regex Numbered();
}
