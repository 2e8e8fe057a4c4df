using System.Text;

namespace Padu.Complaints;

/// <summary>
/// Crockford's base 32: no I, L, O or U, read aloud without doubt. Input is tolerant: case, spaces, dashes, O for 0, I and L for 1.
/// </summary>
public static class Crockford
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The first <paramref name="characters"/> × 5 bits of <paramref name="bytes"/>.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes, int characters)
    {
        var text = new StringBuilder(characters);
        for (var i = 0; i < characters; i++)
        {
            var value = 0;
            for (var bit = i * 5; bit < (i * 5) + 5; bit++)
            {
                value = (value << 1) | ((bytes[bit / 8] >> (7 - (bit % 8))) & 1);
            }

            text.Append(Alphabet[value]);
        }

        return text.ToString();
    }

    /// <summary>The characters in canonical form, or null when one is none of the alphabet.</summary>
    public static string? Normalise(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (char.ToUpperInvariant(c))
            {
                case ' ' or '-' or '–' or '\t' or '\u00a0':
                    continue;
                case 'O':
                    result.Append('0');
                    break;
                case 'I' or 'L':
                    result.Append('1');
                    break;
                case var upper when Alphabet.Contains(upper, StringComparison.Ordinal):
                    result.Append(upper);
                    break;
                default:
                    return null;
            }
        }

        return result.ToString();
    }

    /// <summary>The check character of a text of the alphabet (Luhn mod 32: finds every single wrong character and almost every swap).</summary>
    public static char Check(string text)
    {
        var sum = 0;
        var factor = 2;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var product = factor * Alphabet.IndexOf(text[i], StringComparison.Ordinal);
            sum += (product / 32) + (product % 32);
            factor = 3 - factor;
        }

        return Alphabet[(32 - (sum % 32)) % 32];
    }
}
