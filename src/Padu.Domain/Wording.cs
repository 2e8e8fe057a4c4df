using System.Globalization;
using System.Text;

namespace Padu.Domain;

/// <summary>
/// What text from outside must be before a fact may hold it. NUL and other control characters break databases and letters; direction overrides
/// make a text read otherwise than it is stored. Both are refused by name and never silently removed, so nobody's words change.
/// </summary>
public static class Wording
{
    /// <summary>The longest story or answer, in UTF-16 units: about eight printed pages.</summary>
    public const int LongestText = 20_000;

    /// <summary>The longest one-line field.</summary>
    public const int LongestLine = 200;

    /// <summary>Null when the text is good; an empty optional text is good.</summary>
    public static Refusal? Check(string field, string? text, bool required, bool oneLine = false, int? longest = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return required ? new Refusal("text.required", field) : null;
        }

        var limit = longest ?? (oneLine ? LongestLine : LongestText);
        if (text.Length > limit)
        {
            return new Refusal("text.too-long", field, limit, text.Length);
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsAllowed(rune, oneLine))
            {
                return new Refusal("text.forbidden-character", field, $"U+{rune.Value:X4}");
            }
        }

        return null;
    }

    private static bool IsAllowed(Rune rune, bool oneLine) =>
        rune.Value switch
        {
            '\n' or '\r' or '\t' => !oneLine,
            >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0xFFFD => false,
            _ => Rune.GetUnicodeCategory(rune)
                is not (UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned)
                || rune.Value > 0xFFFF,
        };

    /// <summary>The first refusal among several checks, or null.</summary>
    public static Refusal? FirstOf(params ReadOnlySpan<Refusal?> checks)
    {
        foreach (var check in checks)
        {
            if (check is not null)
            {
                return check;
            }
        }

        return null;
    }
}
