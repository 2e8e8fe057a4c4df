using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Padu.Accounts;

/// <summary>
/// Time-based one-time passwords (RFC 6238: SHA-1, 30 seconds, six digits, as every authenticator app has them). Written here because
/// Identity's own accepts a code again within its window; a code must be good once.
/// </summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const int KeyBytes = 20;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>The step whose code this is, one step of clock difference allowed; null when it is none, or none after the last used.</summary>
    public static long? Match(byte[] key, string code, Instant now, long lastUsedStep)
    {
        var typed = Encoding.UTF8.GetBytes(new string([.. code.Where(char.IsAsciiDigit)]));
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        for (var step = current - 1; step <= current + 1; step++)
        {
            if (step > lastUsedStep && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(key, step)), typed))
            {
                return step;
            }
        }

        return null;
    }

    public static string CodeAt(byte[] key, Instant now) => Code(key, now.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>The address an authenticator app reads from the picture.</summary>
    public static string Address(byte[] key, string issuer, string userName) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(userName)}"
        + $"?secret={Text(key)}&issuer={Uri.EscapeDataString(issuer)}&digits=6&period={StepSeconds}";

    /// <summary>The key as people type it: Base32 without padding.</summary>
    public static string Text(byte[] key)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < key.Length * 8; bit += 5)
        {
            var pair = (key[bit / 8] << 8) | (bit / 8 + 1 < key.Length ? key[bit / 8 + 1] : 0);
            text.Append(Base32[(pair >> (11 - bit % 8)) & 31]);
        }

        return text.ToString();
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security",
        "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "RFC 6238 as the apps implement it; HMAC-SHA-1 is not broken by collisions."
    )]
    private static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
        HMACSHA1.HashData(key, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[19] & 15)..]) & 0x7fff_ffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
