using System.Security.Cryptography;
using NodaTime;
using Padu.Domain.Complaints;

namespace Padu.Storage;

/// <summary>
/// Files in <c>blobs/ab/cdef…</c>: a mark, the sealed chunks, and the SHA-256 of both, by which <c>padu verify</c> finds a damaged file
/// without any key.
/// </summary>
internal sealed class BlobFolder(DataFolder folder, KeyFiles keys) : IBlobStore
{
    private const int KeySize = 32;
    private const int HashSize = 32;
    private static readonly byte[] Mark = "PADUBLB1"u8.ToArray();

    private string Temporary => Path.Combine(folder.Blobs, "tmp");

    public async Task<StoredBlob?> Put(Stream content, long limit, CancellationToken cancel = default)
    {
        DataFolder.Private(Temporary);
        var temporary = Path.Combine(Temporary, Guid.CreateVersion7().ToString("N"));
        var key = RandomNumberGenerator.GetBytes(KeySize);
        try
        {
            if (await Seal(content, temporary, key, limit, cancel) is not var (hash, bytes))
            {
                return null;
            }

            var blob = new StoredBlob(new ContentHash(Convert.ToHexStringLower(hash)), bytes, Convert.ToBase64String(key));
            var path = PathOf(NameOf(blob.Hash, blob.Key));
            var parent = Path.GetDirectoryName(path)!;
            if (!Directory.Exists(parent))
            {
                DataFolder.Private(parent);
                Durable.Folder(folder.Blobs);
            }

            Durable.Rename(temporary, path);
            return blob;
        }
        finally
        {
            // Gone already when it got its name.
            File.Delete(temporary);
        }
    }

    public async Task<Stream?> Open(ContentHash hash, string key, CancellationToken cancel = default)
    {
        var path = PathOf(NameOf(hash, key));
        if (!File.Exists(path))
        {
            return null;
        }

        await using var file = File.OpenRead(path);
        file.Position = Mark.Length;
        // Checked whole before a byte leaves: a file of ours is 50 MB at most.
        var plain = new MemoryStream();
        try
        {
            await using var opened = new ChunkedReader(file, file.Length - Mark.Length - HashSize, Convert.FromBase64String(key));
            await opened.CopyToAsync(plain, cancel);
        }
        catch (Exception e) when (e is CryptographicException or InvalidDataException)
        {
            // Another key, or a file that was changed on disk: never served as if it were the evidence.
            return null;
        }

        plain.Position = 0;
        return plain;
    }

    public BlobReferenceRow Reference(ContentHash hash, string key, long bytes, string holder, Instant at) =>
        new(NameOf(hash, key), holder, bytes, at);

    /// <summary>Every stored file's name and when it was stored.</summary>
    public IEnumerable<(string Name, Instant StoredAt)> All() =>
        Directory
            .EnumerateDirectories(folder.Blobs)
            .Where(parent => Path.GetFileName(parent).Length == 2)
            .SelectMany(Directory.EnumerateFiles)
            .Select(path => (Path.GetFileName(Path.GetDirectoryName(path)) + Path.GetFileName(path), StoredAt(path)));

    public void Delete(string name) => File.Delete(PathOf(name));

    /// <summary>Removes what broken uploads left behind.</summary>
    public void DeleteTemporaryBefore(Instant before)
    {
        if (Directory.Exists(Temporary))
        {
            foreach (var path in Directory.EnumerateFiles(Temporary).Where(path => StoredAt(path) < before))
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>What is wrong with a stored file, or null.</summary>
    public string? Check(string name)
    {
        var path = PathOf(name);
        if (!File.Exists(path))
        {
            return "missing";
        }

        using var file = File.OpenRead(path);
        if (file.Length < Mark.Length + ChunkedCipher.TagSize + HashSize)
        {
            return "cut off";
        }

        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[ChunkedCipher.ChunkSize];
        for (var left = file.Length - HashSize; left > 0; )
        {
            var count = file.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            sha.AppendData(buffer, 0, count);
            left -= count;
        }

        var stored = new byte[HashSize];
        file.ReadExactly(stored);
        return sha.GetHashAndReset().AsSpan().SequenceEqual(stored) ? null : "changed";
    }

    private static async Task<(byte[] Hash, long Bytes)?> Seal(
        Stream content,
        string path,
        byte[] key,
        long limit,
        CancellationToken cancel
    )
    {
        using var plainHash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = 0L;
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await using var hashed = new HashedStream(file);
        await hashed.WriteAsync(Mark, cancel);
        try
        {
            await ChunkedCipher.Seal(content, hashed, key, Count, cancel);
        }
        catch (TooLongException)
        {
            return null;
        }

        await file.WriteAsync(hashed.Hash(), cancel);
        file.Flush(flushToDisk: true);
        return (plainHash.GetHashAndReset(), bytes);

        void Count(ReadOnlyMemory<byte> chunk)
        {
            bytes += chunk.Length;
            if (bytes > limit)
            {
                throw new TooLongException();
            }

            plainHash.AppendData(chunk.Span);
        }
    }

    /// <summary>Who holds a file cannot ask by its hash whether it is here: the name needs the pepper and the file's own key.</summary>
    private string NameOf(ContentHash hash, string key)
    {
        byte[] named = [.. Convert.FromBase64String(key), .. Convert.FromHexString(hash.Value)];
        return Convert.ToHexStringLower(HMACSHA256.HashData(keys.Pepper, named));
    }

    private string PathOf(string name) => Path.Combine(folder.Blobs, name[..2], name[2..]);

    private static Instant StoredAt(string path) => Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(path));

    private sealed class TooLongException : Exception;

    /// <summary>Hashes what passes through.</summary>
    private sealed class HashedStream(Stream inner) : Stream
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public byte[] Hash() => _hash.GetHashAndReset();

        public override void Write(byte[] buffer, int offset, int count)
        {
            _hash.AppendData(buffer, offset, count);
            inner.Write(buffer, offset, count);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _hash.AppendData(buffer.Span);
            return inner.WriteAsync(buffer, cancellationToken);
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _hash.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
