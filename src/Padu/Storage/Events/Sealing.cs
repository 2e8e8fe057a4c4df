using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Padu.Storage;

/// <summary>A sealed private part and the commitment to it.</summary>
internal readonly record struct Sealed(byte[] Bytes, byte[] Commitment);

/// <summary>
/// Seals the private part of one event: AES-256-GCM over salt ‖ JSON, bound to its place. docs/journal.md describes every byte. Nothing
/// here depends on the position, so that callers seal before the writer places the event.
/// </summary>
internal static class Sealing
{
    public const int SaltSize = 16;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public static Sealed Seal(byte[] key, Guid keyId, string stream, int version, string type, ReadOnlySpan<byte> privateJson)
    {
        var plain = new byte[SaltSize + privateJson.Length];
        RandomNumberGenerator.Fill(plain.AsSpan(0, SaltSize));
        privateJson.CopyTo(plain.AsSpan(SaltSize));
        var commitment = HMACSHA256.HashData(plain.AsSpan(0, SaltSize), privateJson);
        return new Sealed(Encrypt(key, plain, Place(stream, version, type, keyId)), commitment);
    }

    /// <summary>The private JSON; null when it was changed, is bound to another place, or does not match its commitment.</summary>
    public static byte[]? Open(byte[] key, Guid keyId, string stream, int version, string type, byte[] sealedPart, byte[] commitment)
    {
        if (Decrypt(key, sealedPart, Place(stream, version, type, keyId)) is not { Length: >= SaltSize } plain)
        {
            return null;
        }

        var json = plain[SaltSize..];
        return HMACSHA256.HashData(plain.AsSpan(0, SaltSize), json).AsSpan().SequenceEqual(commitment) ? json : null;
    }

    /// <summary>nonce ‖ ciphertext ‖ tag.</summary>
    public static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var result = new byte[NonceSize + plain.Length + TagSize];
        var nonce = result.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, result.AsSpan(NonceSize, plain.Length), result.AsSpan(NonceSize + plain.Length), associated);
        return result;
    }

    /// <summary>Null when key, bytes or place are others.</summary>
    public static byte[]? Decrypt(byte[] key, ReadOnlySpan<byte> sealedPart, ReadOnlySpan<byte> associated)
    {
        if (sealedPart.Length < NonceSize + TagSize)
        {
            return null;
        }

        var plain = new byte[sealedPart.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        try
        {
            aes.Decrypt(sealedPart[..NonceSize], sealedPart[NonceSize..^TagSize], sealedPart[^TagSize..], plain, associated);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Place(string stream, int version, string type, Guid keyId) =>
        new LengthPrefixed("padu.seal.v1").Add(stream).Add(version).Add(type).Add(keyId).ToArray();
}

/// <summary>Fields one after another, each with its length as four bytes, big-endian: no two lists of fields give the same bytes.</summary>
internal sealed class LengthPrefixed
{
    private readonly ArrayBufferWriter<byte> _bytes = new(512);

    public LengthPrefixed() { }

    public LengthPrefixed(string label) => Add(label);

    public LengthPrefixed Byte(byte value)
    {
        _bytes.Write([value]);
        return this;
    }

    public LengthPrefixed Add(ReadOnlySpan<byte> field)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
        _bytes.Write(length);
        _bytes.Write(field);
        return this;
    }

    public LengthPrefixed Add(string field) => Add(Encoding.UTF8.GetBytes(field).AsSpan());

    public LengthPrefixed Add(long field)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, field);
        return Add(bytes);
    }

    public LengthPrefixed Add(Guid field)
    {
        Span<byte> bytes = stackalloc byte[16];
        field.TryWriteBytes(bytes, bigEndian: true, out _);
        return Add(bytes);
    }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();
}
