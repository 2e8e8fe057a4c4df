using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SkiaSharp;
using static Padu.Documents.Pdf.PdfPages;

namespace Padu.Documents.Pdf;

/// <summary>
/// Sets a <see cref="PdfSheet"/> on A4 pages. It opens no file and no address; its fonts lie in the program and in every paper, so that text
/// can be selected, searched and read aloud.
/// </summary>
public static class PdfWriter
{
    /// <summary>Stands on everything that a demonstration shows.</summary>
    public const string Banner = "DATA CONTOH – bukan situs resmi KPU atau Ombudsman";

    private const float Small = 8.5f;

    /// <summary>Whatever the words of the sheet are, this gives a paper. The same sheet gives the same bytes.</summary>
    public static byte[] Write(PdfSheet sheet)
    {
        var pages = new PdfPages(sheet.IsDemonstration ? 78 : 52);
        var composer = new PdfComposer(pages);
        if (sheet.Letterhead is { } head)
        {
            composer.Letterhead(head);
        }

        foreach (var block in sheet.Blocks)
        {
            composer.Set(block);
        }

        return PdfCatalog.WithLanguage(Draw(sheet, pages), sheet.Language);
    }

    private static byte[] Draw(PdfSheet sheet, PdfPages pages)
    {
        var created = sheet.Created.ToDateTimeUtc();
        var about = new SKDocumentPdfMetadata
        {
            Title = Plain(sheet.Title),
            Author = Plain(sheet.Author),
            Creator = "Padu",
            Creation = created,
            Modified = created,
        };
        using var bytes = new MemoryStream();
        using (var document = SKDocument.CreatePdf(bytes, about))
        {
            for (var page = 0; page < pages.Count; page++)
            {
                using var canvas = document.BeginPage(PdfPages.Width, PdfPages.Height);
                // In the order in which a page is read aloud.
                Head(canvas, sheet);
                foreach (var mark in pages.Marks(page))
                {
                    mark(canvas);
                }

                Foot(canvas, sheet, page + 1, pages.Count);
                document.EndPage();
            }

            document.Close();
        }

        return bytes.ToArray();
    }

    private static void Head(SKCanvas canvas, PdfSheet sheet)
    {
        if (sheet.IsDemonstration)
        {
            var banner = PdfLines.Break([new PdfRun(Banner, PdfHand.Bold)], 10, Inner)[0];
            using var frame = new SKPaint
            {
                Color = Warning,
                Style = SKPaintStyle.Stroke,
                StrokeWidth = 1,
            };
            canvas.DrawRect(Left, 34, Inner, 22, frame);
            Draw(canvas, banner, Left + ((Inner - banner.Width) / 2), 48.5f, Warning);
        }
    }

    private static void Foot(SKCanvas canvas, PdfSheet sheet, int page, int count)
    {
        var number = sheet.Language == "en" ? $"Page {page} of {count}" : $"Halaman {page} dari {count}";
        var right = PdfLines.Break([new PdfRun(number)], Small, Inner)[0];
        if (sheet.FootLine.Length > 0)
        {
            Draw(
                canvas,
                PdfLines.Break([new PdfRun(sheet.FootLine)], Small, Inner - right.Width - 20)[0],
                Left,
                PdfPages.Height - 38,
                Grey
            );
        }

        Draw(canvas, right, Right - right.Width, PdfPages.Height - 38, Grey);
    }

    private static void Draw(SKCanvas canvas, PdfLine line, float x, float baseline, SKColor color)
    {
        foreach (var (at, glyphs) in line.Pieces)
        {
            glyphs.Draw(canvas, x + at, baseline, color);
        }
    }

    private static string Plain(string text) => PdfText.Clean(text, PdfFace.Of(PdfHand.Regular).Typeface).Replace('\n', ' ');
}

/// <summary>
/// Adds to a finished file what the drawing library leaves out: the language of its words, that its title is shown, and an identifier made of
/// its bytes. It does so as the format provides: the catalog is written anew behind the file (an incremental update).
/// </summary>
internal static class PdfCatalog
{
    public static byte[] WithLanguage(byte[] pdf, string language)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = text[text.LastIndexOf("trailer", StringComparison.Ordinal)..];
        var catalog = Number(trailer, "/Root ");
        var info = Number(trailer, "/Info ");
        var size = Number(trailer, "/Size ");
        var previous = Number(trailer, "startxref\n");
        var start = text.LastIndexOf($"\n{catalog} 0 obj", StringComparison.Ordinal);
        var pages = Number(text[start..], "/Pages ");
        var identifier = Convert.ToHexString(SHA256.HashData(pdf).AsSpan(0, 16));
        var update = new StringBuilder();
        var at = pdf.Length + 1;
        update.Append(CultureInfo.InvariantCulture, $"\n{catalog} 0 obj\n<</Type /Catalog\n/Pages {pages} 0 R\n");
        update.Append(
            CultureInfo.InvariantCulture,
            $"/Lang ({(language == "en" ? "en" : "id")})\n/ViewerPreferences <</DisplayDocTitle true>>>>\nendobj\n"
        );
        var table = pdf.Length + update.Length;
        update.Append(
            CultureInfo.InvariantCulture,
            $"xref\n{catalog} 1\n{at:D10} 00000 n \ntrailer\n<</Size {size}\n/Root {catalog} 0 R\n/Info {info} 0 R\n"
        );
        update.Append(
            CultureInfo.InvariantCulture,
            $"/Prev {previous}\n/ID [<{identifier}> <{identifier}>]>>\nstartxref\n{table}\n%%EOF\n"
        );
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())];
    }

    private static int Number(string text, string after)
    {
        var start = text.IndexOf(after, StringComparison.Ordinal) + after.Length;
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return int.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture);
    }
}
