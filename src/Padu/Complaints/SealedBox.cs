using System.Security.Cryptography;

namespace Padu.Complaints;

/// <summary>Bytes at rest beside the journal: AES-GCM with a nonce of their own, which stands in front.</summary>
internal static class SealedBox
{
    private const int Nonce = 12;
    private const int Tag = 16;

    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain)
    {
        var box = new byte[plain.Length + Nonce + Tag];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(box.AsSpan(0, Nonce), plain, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag));
        return box;
    }

    public static byte[] Open(byte[] key, byte[] box)
    {
        using var aes = new AesGcm(key, Tag);
        var plain = new byte[box.Length - Nonce - Tag];
        aes.Decrypt(box.AsSpan(0, Nonce), box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), plain);
        return plain;
    }
}
