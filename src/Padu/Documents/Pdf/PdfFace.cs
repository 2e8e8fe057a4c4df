using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using HarfBuzzSharp;
using SkiaSharp;

namespace Padu.Documents.Pdf;

/// <summary>
/// One cut of the papers' own font: shaped by HarfBuzz with kerning and without ligatures, so that each glyph is one character and what is
/// copied from a paper is what was written. It comes with the program; no font of the machine is asked for.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "Three faces live as long as the program."
)]
internal sealed class PdfFace
{
    private static readonly ConcurrentDictionary<PdfHand, PdfFace> Faces = new();
    private static readonly Feature[] Features =
    [
        .. new[] { "liga", "clig", "calt", "dlig", "locl" }.Select(tag => new Feature(Tag.Parse(tag), 0, 0, uint.MaxValue)),
    ];

    private readonly HarfBuzzSharp.Font shaper;
    private readonly byte[] file;
    private readonly float unitsPerEm;
    private readonly Lock shaping = new();

    private PdfFace(string name)
    {
        using var stream =
            typeof(PdfFace).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without its font {name}.");
        // The shaper reads the file where it lies: it must neither move nor go. (Blob.FromStream lets it move.)
        file = GC.AllocateUninitializedArray<byte>((int)stream.Length, pinned: true);
        stream.ReadExactly(file);
        Typeface = SKTypeface.FromData(SKData.CreateCopy(file));
        using var blob = new Blob(Marshal.UnsafeAddrOfPinnedArrayElement(file, 0), file.Length, MemoryMode.ReadOnly);
        using var face = new Face(blob, 0);
        unitsPerEm = face.UnitsPerEm;
        shaper = new HarfBuzzSharp.Font(face);
        shaper.SetFunctionsOpenType();
    }

    public SKTypeface Typeface { get; }

    public static PdfFace Of(PdfHand hand) =>
        Faces.GetOrAdd(
            hand,
            one => new PdfFace(
                one switch
                {
                    PdfHand.Regular => "Padu.font.regular.ttf",
                    PdfHand.Bold => "Padu.font.bold.ttf",
                    PdfHand.Italic => "Padu.font.italic.ttf",
                    _ => throw new ArgumentOutOfRangeException(nameof(hand)),
                }
            )
        );

    /// <summary>Text that went through <see cref="PdfText.Clean"/>, as glyphs in points of <paramref name="size"/>.</summary>
    public PdfGlyphs Shape(string text, float size)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        buffer.Direction = Direction.LeftToRight;
        lock (shaping)
        {
            shaper.Shape(buffer, Features);
        }

        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new ushort[infos.Length];
        var places = new SKPoint[infos.Length];
        var scale = size / unitsPerEm;
        var x = 0f;
        for (var at = 0; at < infos.Length; at++)
        {
            glyphs[at] = (ushort)infos[at].Codepoint;
            places[at] = new SKPoint(x + (positions[at].XOffset * scale), -positions[at].YOffset * scale);
            x += positions[at].XAdvance * scale;
        }

        return new PdfGlyphs(this, size, glyphs, places, x);
    }
}

/// <summary>Shaped text with its width in points.</summary>
internal sealed record PdfGlyphs(PdfFace Face, float Size, ushort[] Glyphs, SKPoint[] Places, float Width)
{
    public void Draw(SKCanvas canvas, float x, float baseline, SKColor color)
    {
        if (Glyphs.Length == 0)
        {
            return;
        }

        using var font = new SKFont(Face.Typeface, Size) { Subpixel = true };
        using var builder = new SKTextBlobBuilder();
        var run = builder.AllocatePositionedRun(font, Glyphs.Length);
        Glyphs.CopyTo(run.Glyphs);
        Places.CopyTo(run.Positions);
        using var blob = builder.Build();
        using var paint = new SKPaint { Color = color };
        canvas.DrawText(blob, x, baseline, paint);
    }
}
