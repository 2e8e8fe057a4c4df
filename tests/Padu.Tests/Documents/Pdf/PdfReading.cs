using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Padu.Tests.Documents.Pdf;

/// <summary>Reads a paper as somebody does who copies its words: letters in the order in which they were written, a gap or a new line as one space.</summary>
internal static partial class PdfReading
{
    public static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join(' ', document.GetPages().Select(Text));
    }

    public static string Text(Page page)
    {
        var text = new System.Text.StringBuilder();
        Letter? before = null;
        foreach (var letter in page.Letters)
        {
            if (
                before is not null
                && (
                    Math.Abs(letter.StartBaseLine.Y - before.StartBaseLine.Y) > 1
                    || letter.StartBaseLine.X < before.StartBaseLine.X
                    || letter.StartBaseLine.X - before.EndBaseLine.X > 2
                )
            )
            {
                text.Append(' ');
            }

            text.Append(letter.Value);
            before = letter;
        }

        return Blanks().Replace(text.ToString(), " ");
    }

    /// <summary>Each of them, one after the other.</summary>
    public static void ShouldRead(this string text, params string[] sentences)
    {
        var at = 0;
        foreach (var sentence in sentences)
        {
            var found = text.IndexOf(sentence, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"“{sentence}” does not stand after position {at} of: {text}");
            at = found + sentence.Length;
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
