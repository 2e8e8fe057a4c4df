using System.Globalization;
using System.Text;

namespace Padu.Documents;

/// <summary>A file name from outside, made safe to show and to offer for download: no path, no control or direction characters, 120 bytes at most.</summary>
public static class FileNames
{
    private const int MostBytes = 120;

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })],
        StringComparer.OrdinalIgnoreCase
    );

    public static string Clean(string? fromClient)
    {
        var name = (fromClient ?? "").Normalize(NormalizationForm.FormC);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            kept.Append(
                Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse ? ""
                : rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' or '\'' or ';' ? "_"
                : rune.ToString()
            );
        }

        var extension = Path.GetExtension(kept.ToString()).Trim();
        var stem = Path.GetFileNameWithoutExtension(kept.ToString()).Trim(' ', '.');
        if (stem.Length == 0 || Reserved.Contains(stem))
        {
            stem = "berkas";
        }

        while (Encoding.UTF8.GetByteCount(stem + extension) > MostBytes && stem.Length > 1)
        {
            stem = stem[..^(char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        }

        return stem + (extension.Length <= 10 ? extension : "");
    }
}
