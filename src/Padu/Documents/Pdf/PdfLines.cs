using System.Collections.Immutable;
using System.Globalization;

namespace Padu.Documents.Pdf;

/// <summary>One set line: pieces and where each begins.</summary>
internal sealed record PdfLine(ImmutableArray<(float X, PdfGlyphs Glyphs)> Pieces, float Width)
{
    public static readonly PdfLine Empty = new([], 0);
}

/// <summary>Breaks runs into lines of a width: at spaces, and within a word only where it alone is wider than the line.</summary>
internal static class PdfLines
{
    public static ImmutableArray<PdfLine> Break(IEnumerable<PdfRun> runs, float size, float width)
    {
        var setting = new Setting(size, Math.Max(width, size * 2));
        foreach (var run in runs)
        {
            var face = PdfFace.Of(run.Hand);
            var paragraphs = PdfText.Clean(run.Text ?? "", face.Typeface).Split('\n');
            for (var at = 0; at < paragraphs.Length; at++)
            {
                if (at > 0)
                {
                    setting.EndLine();
                }

                setting.Add(face, paragraphs[at]);
            }
        }

        return setting.Lines();
    }

    private sealed class Setting(float size, float width)
    {
        private readonly ImmutableArray<PdfLine>.Builder lines = ImmutableArray.CreateBuilder<PdfLine>();
        private readonly List<(float X, PdfGlyphs Glyphs)> pieces = [];
        private float x;
        private PdfGlyphs? space;

        public void Add(PdfFace face, string text)
        {
            var start = 0;
            while (start < text.Length)
            {
                var isSpace = text[start] == ' ';
                var end = start;
                while (end < text.Length && text[end] == ' ' == isSpace)
                {
                    end++;
                }

                if (isSpace)
                {
                    space = pieces.Count == 0 ? null : face.Shape(" ", size);
                }
                else
                {
                    Word(face, text[start..end]);
                }

                start = end;
            }
        }

        private void Word(PdfFace face, string word)
        {
            var glyphs = face.Shape(word, size);
            if (x + (space?.Width ?? 0) + glyphs.Width > width && pieces.Count > 0 && (space is not null || glyphs.Width <= width))
            {
                EndLine();
            }

            if (glyphs.Width <= width)
            {
                Put(glyphs);
                return;
            }

            // Too wide for any line: by what a reader sees as one character.
            var part = "";
            var elements = StringInfo.GetTextElementEnumerator(word);
            while (elements.MoveNext())
            {
                var next = elements.GetTextElement();
                if (part.Length > 0 && x + face.Shape(part + next, size).Width > width)
                {
                    Put(face.Shape(part, size));
                    EndLine();
                    part = "";
                }

                part += next;
            }

            Put(face.Shape(part, size));
        }

        private void Put(PdfGlyphs glyphs)
        {
            if (space is not null)
            {
                pieces.Add((x, space));
                x += space.Width;
                space = null;
            }

            pieces.Add((x, glyphs));
            x += glyphs.Width;
        }

        public void EndLine()
        {
            lines.Add(new PdfLine([.. pieces], x));
            pieces.Clear();
            x = 0;
            space = null;
        }

        public ImmutableArray<PdfLine> Lines()
        {
            EndLine();
            return lines.ToImmutable();
        }
    }
}
