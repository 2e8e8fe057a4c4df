using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using QRCoder;
using SkiaSharp;
using static Padu.Documents.Pdf.PdfPages;

namespace Padu.Documents.Pdf;

/// <summary>Sets one block after the other.</summary>
internal sealed class PdfComposer(PdfPages pages)
{
    private const float Size = 10.5f;
    private const float Small = 8.5f;
    private const float Gap = 6;

    public void Letterhead(PdfLetterhead head)
    {
        pages.Lines(PdfLines.Break([new PdfRun(head.Office, PdfHand.Bold)], 14, Inner), Left, 14, Ink, Inner);
        foreach (var line in head.Lines)
        {
            pages.Lines(PdfLines.Break([new PdfRun(line)], Small, Inner), Left, Small, Grey, Inner);
        }

        pages.Y += 4;
        pages.Bar(Left, pages.Y, Inner, 1.6f, Ink);
        pages.Bar(Left, pages.Y + 2.8f, Inner, 0.5f, Ink);
        pages.Y += 18;
    }

    public void Set(PdfBlock block)
    {
        switch (block)
        {
            case PdfBlock.Title title:
                Title(title);
                break;
            case PdfBlock.Heading heading:
                pages.Space(Gap);
                pages.Need(HeightOf(12) + (3 * HeightOf(Size)));
                pages.Lines(PdfLines.Break([new PdfRun(heading.Text, PdfHand.Bold)], 12, Inner), Left, 12, Ink);
                pages.Space(2);
                break;
            case PdfBlock.Paragraph paragraph:
                Paragraph(PdfLines.Break(paragraph.Runs, Size, Inner));
                break;
            case PdfBlock.Quote quote:
                Quote(quote);
                break;
            case PdfBlock.Facts facts:
                Facts(facts);
                break;
            case PdfBlock.Listing listing:
                Listing(listing);
                break;
            case PdfBlock.Table table:
                new PdfTable(pages, table).Set();
                pages.Space(Gap);
                break;
            case PdfBlock.Signature signature:
                Signature(signature);
                break;
            case PdfBlock.Qr qr:
                Qr(qr);
                break;
            case PdfBlock.Rule:
                pages.Space(Gap);
                pages.Need(Gap);
                pages.Bar(Left, pages.Y, Inner, 0.5f, Grey);
                pages.Y += Gap;
                break;
            case PdfBlock.NewPage:
                pages.NewPage();
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Title(PdfBlock.Title title)
    {
        pages.Lines(PdfLines.Break([new PdfRun(title.Text, PdfHand.Bold)], 13, Inner), Left, 13, Ink, Inner);
        if (title.Under.Length > 0)
        {
            pages.Lines(PdfLines.Break([new PdfRun(title.Under)], Size, Inner), Left, Size, Ink, Inner);
        }

        pages.Y += Gap * 2;
    }

    private void Paragraph(ImmutableArray<PdfLine> lines)
    {
        // The first two lines stay together, so that none stands alone at the end of a page.
        pages.Need(HeightOf(Size) * Math.Min(lines.Length, 2));
        pages.Lines(lines, Left, Size, Ink);
        pages.Space(Gap);
    }

    private void Quote(PdfBlock.Quote quote)
    {
        var height = HeightOf(Size);
        pages.Lines(
            PdfLines.Break([new PdfRun(quote.Text)], Size, Inner - 16),
            Left + 16,
            Size,
            Ink,
            beside: y => pages.Bar(Left + 4, y, 2, height, Grey)
        );
        pages.Space(Gap);
    }

    private void Facts(PdfBlock.Facts facts)
    {
        var labels = facts.Lines.Select(line => PdfLines.Break([new PdfRun(line.Label)], Size, Inner * 0.34f)).ToImmutableArray();
        var width = labels.SelectMany(lines => lines).Select(line => line.Width).DefaultIfEmpty(0).Max();
        var colon = PdfLines.Break([new PdfRun(":")], Size, 20)[0];
        for (var at = 0; at < facts.Lines.Length; at++)
        {
            var values = PdfLines.Break([new PdfRun(facts.Lines[at].Value)], Size, Inner - width - 20);
            var rows = Math.Max(labels[at].Length, values.Length);
            for (var row = 0; row < rows; row++)
            {
                pages.Need(HeightOf(Size));
                if (row < labels[at].Length)
                {
                    pages.Line(labels[at][row], Left, pages.Y, Size, Grey);
                }

                if (row == 0)
                {
                    pages.Line(colon, Left + width + 8, pages.Y, Size, Grey);
                }

                if (row < values.Length)
                {
                    pages.Line(values[row], Left + width + 18, pages.Y, Size, Ink);
                }

                pages.Y += HeightOf(Size);
            }
        }

        pages.Space(Gap);
    }

    private void Listing(PdfBlock.Listing listing)
    {
        for (var at = 0; at < listing.Items.Length; at++)
        {
            var mark = listing.IsNumbered ? (at + 1).ToString(CultureInfo.InvariantCulture) + "." : "•";
            var lines = PdfLines.Break(listing.Items[at], Size, Inner - 26);
            pages.Need(HeightOf(Size) * Math.Min(lines.Length, 2));
            pages.Line(PdfLines.Break([new PdfRun(mark)], Size, 26)[0], Left + 8, pages.Y, Size, Ink);
            pages.Lines(lines, Left + 26, Size, Ink);
            pages.Space(2);
        }

        pages.Space(Gap - 2);
    }

    private void Signature(PdfBlock.Signature signature)
    {
        const float width = Inner * 0.52f;
        const float x = Right - width;
        var above = signature.Above.SelectMany(line => PdfLines.Break([new PdfRun(line)], Size, width)).ToImmutableArray();
        var name = PdfLines.Break([new PdfRun(signature.Name, PdfHand.Bold)], Size, width);
        var below = signature.Below.Length == 0 ? [] : PdfLines.Break([new PdfRun(signature.Below)], Small, width);
        pages.Space(Gap * 2);
        pages.Need(((above.Length + name.Length) * HeightOf(Size)) + (below.Length * HeightOf(Small)) + 26);
        pages.Lines(above, x, Size, Ink);
        pages.Y += 20;
        pages.Lines(name, x, Size, Ink);
        pages.Lines(below, x, Small, Grey);
        pages.Space(Gap);
    }

    private void Qr(PdfBlock.Qr qr)
    {
        const float side = 92;
        const float x = Left + side + 12;
        var lines = qr.Lines.SelectMany(line => PdfLines.Break([new PdfRun(line)], Small, Right - x)).ToImmutableArray();
        var height = Math.Max(side, lines.Length * HeightOf(Small));
        pages.Space(Gap);
        pages.Need(height);
        var y = pages.Y;
        using var data = QRCodeGenerator.GenerateQrCode(qr.Payload, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix.Select(row => row.Cast<bool>().ToArray()).ToArray();
        pages.Mark(canvas => Draw(canvas, modules, Left, y, side));
        pages.Lines(lines, x, Small, Grey);
        pages.Y = Math.Max(pages.Y, y + height);
        pages.Space(Gap);
    }

    private static void Draw(SKCanvas canvas, bool[][] modules, float x, float y, float side)
    {
        var module = side / modules.Length;
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        using var path = new SKPath();
        for (var row = 0; row < modules.Length; row++)
        {
            for (var from = 0; from < modules[row].Length; from++)
            {
                var to = from;
                while (to < modules[row].Length && modules[row][to])
                {
                    to++;
                }

                if (to > from)
                {
                    path.AddRect(SKRect.Create(x + (from * module), y + (row * module), (to - from) * module, module));
                    from = to;
                }
            }
        }

        canvas.DrawPath(path, paint);
    }
}
