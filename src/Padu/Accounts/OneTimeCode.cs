using System.Security.Cryptography;
using System.Text;

namespace Padu.Accounts;

/// <summary>
/// Codes for invitations and recovery: 80 random bits in Crockford's alphabet, so that a plain hash of them tells nothing to somebody who
/// reads the database. Typed with or without dashes, in either case, and with the letters people confuse.
/// </summary>
public static class OneTimeCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;

    /// <summary>Four groups of four.</summary>
    public static string New()
    {
        var characters = RandomNumberGenerator.GetItems<char>(Alphabet, Length);
        return string.Join('-', characters.Chunk(4).Select(group => new string(group)));
    }

    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Tidy(code))));

    /// <summary>Whether a typed text can be such a code at all.</summary>
    public static bool IsWellFormed(string code) => Tidy(code) is { Length: Length } tidy && tidy.All(Alphabet.Contains);

    public static bool Matches(string code, string? hash) =>
        hash is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(code)), Encoding.ASCII.GetBytes(hash));

    private static string Tidy(string code) =>
        new([
            .. code.ToUpperInvariant()
                .Where(char.IsAsciiLetterOrDigit)
                .Select(character =>
                    character switch
                    {
                        'O' => '0',
                        'I' or 'L' => '1',
                        _ => character,
                    }
                ),
        ]);
}
