using System.Collections.Immutable;
using SkiaSharp;

namespace Padu.Documents.Pdf;

/// <summary>Pages under composition: marks in points from the upper left corner of an A4 sheet, and how far down the last page is filled.</summary>
internal sealed class PdfPages
{
    /// <summary>A4, in points of 1/72 inch.</summary>
    public const float Width = 595.28f;

    public const float Height = 841.89f;
    public const float Left = 62;
    public const float Right = Width - 62;
    public const float Inner = Right - Left;
    public const float Bottom = Height - 62;
    public const float LineSpacing = 1.42f;

    public static readonly SKColor Ink = new(0x16, 0x23, 0x2b);
    public static readonly SKColor Grey = new(0x4a, 0x57, 0x5f);
    public static readonly SKColor Pale = new(0xee, 0xf1, 0xf2);
    public static readonly SKColor Warning = new(0xa3, 0x21, 0x1b);

    private readonly float top;
    private readonly List<List<Action<SKCanvas>>> pages = [];

    public PdfPages(float top)
    {
        this.top = top;
        NewPage();
    }

    public float Y { get; set; }

    public int Count => pages.Count;

    public bool IsAtTop => Y <= top;

    /// <summary>The room of a whole page.</summary>
    public float Room => Bottom - top;

    public IReadOnlyList<Action<SKCanvas>> Marks(int page) => pages[page];

    public void NewPage()
    {
        pages.Add([]);
        Y = top;
    }

    /// <summary>Begins a page unless so much room is left; what is taller than a page begins one too and runs on.</summary>
    public void Need(float height)
    {
        if (Y + height > Bottom && !IsAtTop)
        {
            NewPage();
        }
    }

    public void Space(float height)
    {
        if (!IsAtTop)
        {
            Y += height;
        }
    }

    public void Mark(Action<SKCanvas> mark) => pages[^1].Add(mark);

    public static float HeightOf(float size) => size * LineSpacing;

    /// <summary>A line whose upper edge is at <paramref name="y"/>.</summary>
    public void Line(PdfLine line, float x, float y, float size, SKColor color)
    {
        foreach (var (at, glyphs) in line.Pieces)
        {
            Mark(canvas => glyphs.Draw(canvas, x + at, y + (size * 1.05f), color));
        }
    }

    /// <summary>Lines one below the other, over as many pages as they need.</summary>
    public void Lines(
        ImmutableArray<PdfLine> lines,
        float x,
        float size,
        SKColor color,
        float? middleOf = null,
        Action<float>? beside = null
    )
    {
        foreach (var line in lines)
        {
            Need(HeightOf(size));
            beside?.Invoke(Y);
            Line(line, middleOf is { } width ? x + ((width - line.Width) / 2) : x, Y, size, color);
            Y += HeightOf(size);
        }
    }

    public void Bar(float x, float y, float width, float height, SKColor color) =>
        Mark(canvas =>
        {
            using var paint = new SKPaint { Color = color };
            canvas.DrawRect(x, y, width, height, paint);
        });

    public void Frame(float x, float y, float width, float height, SKColor color, float stroke) =>
        Mark(canvas =>
        {
            using var paint = new SKPaint
            {
                Color = color,
                Style = SKPaintStyle.Stroke,
                StrokeWidth = stroke,
            };
            canvas.DrawRect(x, y, width, height, paint);
        });
}
