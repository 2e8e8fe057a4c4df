using System.Globalization;
using System.Text;

namespace Padu.Documents;

/// <summary>
/// A file name from outside, made safe to show, to download and to stand in a table: no path, no control or direction characters, no name that a
/// system keeps for itself, nothing that a spreadsheet would calculate, 120 bytes at most.
/// </summary>
public static class FileNames
{
    private const int MostBytes = 120;
    private const int LongestGiven = 400;

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })],
        StringComparer.OrdinalIgnoreCase
    );

    public static string Clean(string? fromClient)
    {
        var kept = new StringBuilder();
        foreach (var rune in (fromClient ?? "").EnumerateRunes())
        {
            kept.Append(
                IsUnseen(rune) ? ""
                : rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' or '\'' or ';' or '%' or '`' or '$' ? "_"
                : rune.ToString()
            );
        }

        var name = kept.ToString().Normalize(NormalizationForm.FormC);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var extension = Path.GetExtension(name).Trim();
        // Windows hides nothing before the first dot: "con.txt.jpg" is the console too.
        var stem = Path.GetFileNameWithoutExtension(name).Trim(' ', '.').TrimStart('=', '+', '-', '@', ' ', '.');
        if (stem.Length == 0 || Reserved.Contains(stem.Split('.')[0].TrimEnd()))
        {
            stem = "berkas";
        }

        extension = extension.Length <= 10 ? extension : "";
        while (Encoding.UTF8.GetByteCount(stem + extension) > MostBytes && stem.Length > 1)
        {
            stem = stem[..^(char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        }

        return stem.TrimEnd(' ', '.') is { Length: > 0 } whole ? whole + extension : "berkas" + extension;
    }

    /// <summary>The name as it came, to be kept as text, where cleaning changed it; what cannot be seen in it stands as a mark.</summary>
    public static string? Given(string? fromClient, string cleaned)
    {
        if (fromClient is null || fromClient == cleaned)
        {
            return null;
        }

        var shown = new StringBuilder();
        foreach (var rune in fromClient.EnumerateRunes())
        {
            shown.Append(IsUnseen(rune) ? $"[U+{rune.Value:X4}]" : rune.ToString());
            if (shown.Length >= LongestGiven)
            {
                return shown.Append('…').ToString();
            }
        }

        return shown.ToString();
    }

    private static bool IsUnseen(Rune rune) =>
        rune.Value == 0xFFFD
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
