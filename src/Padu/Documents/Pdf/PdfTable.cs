using System.Collections.Immutable;
using static Padu.Documents.Pdf.PdfPages;

namespace Padu.Documents.Pdf;

/// <summary>A table over as many pages as it needs: its head stands again on each, and a row taller than what is left is carried on.</summary>
internal sealed class PdfTable(PdfPages pages, PdfBlock.Table table)
{
    private const float Size = 9;
    private const float Padding = 4;

    private readonly ImmutableArray<float> widths = WidthsOf(table);

    public void Set()
    {
        var head = Cells(table.Header, PdfHand.Bold);
        pages.Space(4);
        Head(head);
        foreach (var row in table.Rows)
        {
            var cells = Cells(row, PdfHand.Regular);
            var whole = HeightOfRow(cells);
            if (pages.Y + whole > Bottom && whole <= pages.Room - HeightOfRow(head))
            {
                NextPage(head);
            }

            Row(cells, head);
        }
    }

    private static ImmutableArray<float> WidthsOf(PdfBlock.Table table)
    {
        var weights = table.Widths.IsDefaultOrEmpty ? [.. table.Header.Select(_ => 1)] : table.Widths;
        if (weights.Length != table.Header.Length)
        {
            throw new ArgumentException("A width for each column, or none.", nameof(table));
        }

        return [.. weights.Select(weight => Inner * weight / weights.Sum())];
    }

    private ImmutableArray<ImmutableArray<PdfLine>> Cells(ImmutableArray<string> texts, PdfHand hand) =>
        texts.Length == widths.Length
            ? [.. texts.Select((text, at) => PdfLines.Break([new PdfRun(text, hand)], Size, widths[at] - (2 * Padding)))]
            : throw new ArgumentException("As many cells as columns.", nameof(texts));

    private static float HeightOfRow(ImmutableArray<ImmutableArray<PdfLine>> cells) =>
        (cells.Max(cell => cell.Length) * HeightOf(Size)) + (2 * Padding);

    private void NextPage(ImmutableArray<ImmutableArray<PdfLine>> head)
    {
        pages.NewPage();
        Head(head);
    }

    private void Head(ImmutableArray<ImmutableArray<PdfLine>> head)
    {
        var height = HeightOfRow(head);
        pages.Need(height + HeightOf(Size) + (2 * Padding));
        pages.Bar(Left, pages.Y, Inner, height, Pale);
        Slice(head, 0, head.Max(cell => cell.Length));
    }

    private void Row(ImmutableArray<ImmutableArray<PdfLine>> cells, ImmutableArray<ImmutableArray<PdfLine>> head)
    {
        var lines = cells.Max(cell => cell.Length);
        var done = 0;
        while (done < lines)
        {
            var fit = (int)((Bottom - pages.Y - (2 * Padding)) / HeightOf(Size));
            if (fit < 1)
            {
                NextPage(head);
                fit = Math.Max(1, (int)((Bottom - pages.Y - (2 * Padding)) / HeightOf(Size)));
            }

            var count = Math.Min(fit, lines - done);
            Slice(cells, done, count);
            done += count;
        }
    }

    private void Slice(ImmutableArray<ImmutableArray<PdfLine>> cells, int from, int count)
    {
        var height = (count * HeightOf(Size)) + (2 * Padding);
        var x = Left;
        for (var at = 0; at < cells.Length; at++)
        {
            pages.Frame(x, pages.Y, widths[at], height, Grey, 0.5f);
            var y = pages.Y + Padding;
            foreach (var line in cells[at].Skip(from).Take(count))
            {
                pages.Line(line, x + Padding, y, Size, Ink);
                y += HeightOf(Size);
            }

            x += widths[at];
        }

        pages.Y += height;
    }
}
