using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Padu.Meetings;

/// <summary>
/// The words of the links shown in the room: made from the meeting's secret and the hour, so that a link photographed today opens nothing tomorrow.
/// </summary>
internal static class AttendanceLinks
{
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Length = 12;

    /// <summary>How long one word is shown; it is taken for as long again, so that nobody is cut off while writing.</summary>
    public static readonly Duration Window = Duration.FromMinutes(10);

    public static string Word(string secret, Instant now) => Of(secret, Number(now));

    public static bool Matches(string secret, Instant now, string word)
    {
        var given = Encoding.UTF8.GetBytes(word);
        var (current, last) = (Of(secret, Number(now)), Of(secret, Number(now) - 1));
        return CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(current))
            | CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(last));
    }

    private static long Number(Instant now) => now.ToUnixTimeSeconds() / (long)Window.TotalSeconds;

    private static string Of(string secret, long window)
    {
        Span<byte> moment = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(moment, window);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), moment, hash);
        var word = new StringBuilder(Length);
        foreach (var one in hash[..Length])
        {
            word.Append(Letters[one % Letters.Length]);
        }

        return word.ToString();
    }
}
