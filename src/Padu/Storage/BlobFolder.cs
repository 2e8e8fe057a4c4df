using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Padu.Domain.Complaints;

namespace Padu.Storage;

/// <summary>
/// Files in a folder: <c>blobs/ab/cdef…</c>, the name a keyed hash that tells an outsider nothing. Content is sealed in pieces of 64 KiB with AES-GCM; each
/// piece binds its number and whether it is the last, so that a cut or reordered file does not open.
/// </summary>
public sealed class BlobFolder(DataFolder folder, KeyFiles keys) : IBlobStore
{
    private const int Piece = 64 * 1024;
    private const int Tag = 16;

    public async Task<StoredBlob?> Put(Stream content, long limit, CancellationToken cancel = default)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        Directory.CreateDirectory(folder.Blobs);
        var temporary = Path.Combine(folder.Blobs, $"{Guid.CreateVersion7():N}.sementara");
        try
        {
            var (hash, bytes) = await Seal(content, temporary, key, limit, cancel);
            if (bytes > limit)
            {
                return null;
            }

            var stored = new StoredBlob(hash, bytes, Convert.ToBase64String(key));
            var final = PathOf(hash, stored.Key);
            Directory.CreateDirectory(Path.GetDirectoryName(final)!);
            File.Move(temporary, final, overwrite: true);
            Durable.Folder(Path.GetDirectoryName(final)!);
            return stored;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public async Task<Stream?> Open(ContentHash hash, string key, CancellationToken cancel = default)
    {
        var path = PathOf(hash, key);
        if (!File.Exists(path))
        {
            return null;
        }

        // Checked whole before a byte leaves: a file of ours is 50 MB at most.
        var plain = new MemoryStream();
        using var aes = new AesGcm(Convert.FromBase64String(key), Tag);
        await using var file = File.OpenRead(path);
        var box = new byte[Piece + Tag];
        var number = 0;
        try
        {
            while (true)
            {
                var read = await file.ReadAtLeastAsync(box, box.Length, throwOnEndOfStream: false, cancel);
                var last = file.Position == file.Length;
                var opened = new byte[read - Tag];
                aes.Decrypt(Nonce(number, last), box.AsSpan(0, read - Tag), box.AsSpan(read - Tag, Tag), opened);
                await plain.WriteAsync(opened, cancel);
                number++;
                if (last)
                {
                    break;
                }
            }
        }
        catch (CryptographicException)
        {
            // Another key, or a file that was changed on disk: never served as if it were the evidence.
            return null;
        }

        plain.Position = 0;
        return plain;
    }

    public BlobReferenceRow Reference(ContentHash hash, string key, long bytes, string holder, Instant at) =>
        new(NameOf(hash, key), holder, bytes, at);

    private static async Task<(ContentHash Hash, long Bytes)> Seal(Stream content, string path, byte[] key, long limit, CancellationToken cancel)
    {
        using var aes = new AesGcm(key, Tag);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var plain = new byte[Piece];
        var box = new byte[Piece + Tag];
        long total = 0;
        var number = 0;
        var ahead = await content.ReadAtLeastAsync(plain, Piece, throwOnEndOfStream: false, cancel);
        while (true)
        {
            var length = ahead;
            var current = plain;
            total += length;
            if (total > limit)
            {
                return (new ContentHash(""), total);
            }

            plain = new byte[Piece];
            ahead = length < Piece ? 0 : await content.ReadAtLeastAsync(plain, Piece, throwOnEndOfStream: false, cancel);
            var last = ahead == 0;
            hash.AppendData(current, 0, length);
            aes.Encrypt(Nonce(number, last), current.AsSpan(0, length), box.AsSpan(0, length), box.AsSpan(length, Tag));
            await file.WriteAsync(box.AsMemory(0, length + Tag), cancel);
            number++;
            if (last)
            {
                break;
            }
        }

        await file.FlushAsync(cancel);
        file.Flush(flushToDisk: true);
        return (new ContentHash(Convert.ToHexStringLower(hash.GetHashAndReset())), total);
    }

    /// <summary>The key is used for one file only, so the piece's number is nonce enough.</summary>
    private static byte[] Nonce(int number, bool last)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt32BigEndian(nonce.AsSpan(7), number);
        nonce[11] = last ? (byte)1 : (byte)0;
        return nonce;
    }

    private string PathOf(ContentHash hash, string key)
    {
        var name = NameOf(hash, key);
        return Path.Combine(folder.Blobs, name[..2], name[2..]);
    }

    private string NameOf(ContentHash hash, string key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.Pepper, Encoding.ASCII.GetBytes($"{key}|{hash.Value}")));
}
