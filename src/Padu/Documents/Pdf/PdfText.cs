using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Padu.Documents.Pdf;

/// <summary>
/// What people wrote, made safe to set: composed, without control characters and without those that turn the direction of reading or hide
/// (a paper must read as it was written). What the font cannot draw becomes one visible replacement.
/// </summary>
internal static class PdfText
{
    private const string Replacement = "\u25A1";

    /// <returns>Text in which a line feed is the only control character.</returns>
    public static string Clean(string text, SKTypeface typeface)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            if (rune.Value is '\n')
            {
                cleaned.Append('\n');
            }
            else if (rune.Value is '\t' or 0x2028 or 0x2029)
            {
                cleaned.Append(' ');
            }
            else if (!IsUnseen(rune))
            {
                cleaned.Append(typeface.ContainsGlyph(rune.Value) ? rune.ToString() : Stand(rune, typeface));
            }
        }

        return cleaned.ToString();
    }

    /// <summary>Lone surrogates become U+FFFD before composing, which would refuse them.</summary>
    private static string Composed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
        || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF);

    private static string Stand(Rune rune, SKTypeface typeface) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.SpaceSeparator => " ",
            UnicodeCategory.DashPunctuation => "-",
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark => "",
            _ => typeface.ContainsGlyph(Replacement[0]) ? Replacement : "?",
        };
}
