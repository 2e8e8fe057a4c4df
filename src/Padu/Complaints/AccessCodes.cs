using System.Security.Cryptography;
using System.Text;
using Padu.Domain.Complaints;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>
/// The complainant's secret: sixteen Crockford characters (80 bits) derived from the draft, so that the receipt and a retry of the same draft show
/// the same code and nobody stores it. What is kept is <c>HMAC-SHA-256(pepper, number ‖ code)</c>, worthless without the pepper, which lies outside
/// the database. When the draft's id is purged after seven days, nobody can derive the code again.
/// </summary>
public sealed class AccessCodes(KeyFiles keys)
{
    private const int Characters = 16;

    /// <summary>The code of a draft, in groups of four: <c>PX4M-9TQ2-HJ7W-0CKR</c>.</summary>
    public string Derive(Guid draftId) => Grouped(HMACSHA256.HashData(keys.Receipt, draftId.ToByteArray(bigEndian: true)));

    /// <summary>A new code that nothing can derive again: shown once to whoever hands it out.</summary>
    public static string Draw() => Grouped(RandomNumberGenerator.GetBytes(10));

    private static string Grouped(byte[] bytes) =>
        string.Join('-', Crockford.Encode(bytes, Characters).Chunk(4).Select(group => new string(group)));

    public CodeVerifier Verifier(PublicNumber number, string code) =>
        new(
            Convert.ToHexStringLower(
                HMACSHA256.HashData(keys.Pepper, Encoding.UTF8.GetBytes($"{number.Value}|{Crockford.Normalise(code)}"))
            )
        );

    /// <summary>Compares in constant time. Computes the same for an unknown number, so that timing tells nothing.</summary>
    public bool Matches(PublicNumber number, string typed, CodeVerifier? kept)
    {
        var candidate = Verifier(number, typed.Length <= 64 && Crockford.Normalise(typed) is { Length: Characters } ? typed : "0");
        var expected = kept ?? new CodeVerifier(new string('0', candidate.Value.Length));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(candidate.Value), Encoding.ASCII.GetBytes(expected.Value))
            && kept is not null;
    }
}
