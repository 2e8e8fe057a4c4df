using System.Security.Cryptography;
using Padu.Domain.Complaints;

namespace Padu.Complaints;

/// <summary>
/// Makes and reads the public number (nomor pengaduan): province, year, six random characters and one that checks the whole. Random, so it says
/// nothing of volume; a duplicate is refused by the journal's unique index and drawn again.
/// </summary>
public static class PublicNumbers
{
    private const int RandomCharacters = 6;

    public static PublicNumber Draw(string province, int year)
    {
        var random = Crockford.Encode(RandomNumberGenerator.GetBytes(4), RandomCharacters);
        return new PublicNumber($"{province}-{year:0000}-{random}{Crockford.Check($"{province}{year:0000}{random}")}");
    }

    /// <summary>The number somebody typed, in canonical form; null when it cannot be one (wrong length, character or check).</summary>
    public static PublicNumber? Read(string? typed)
    {
        if (typed is not { Length: <= 40 } || Crockford.Normalise(typed) is not { Length: 2 + 4 + RandomCharacters + 1 } text)
        {
            return null;
        }

        return text[..6].All(char.IsAsciiDigit) && Crockford.Check(text[..^1]) == text[^1]
            ? new PublicNumber($"{text[..2]}-{text[2..6]}-{text[6..]}")
            : null;
    }
}
