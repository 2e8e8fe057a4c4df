using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Padu.Storage;

/// <summary>
/// AES-256-GCM over a stream in chunks of 64 KiB, under a key used for this one stream only: the nonce is the chunk's number and whether
/// it is the last, so that chunks cannot be cut off, swapped or repeated.
/// </summary>
internal static class ChunkedCipher
{
    public const int ChunkSize = 64 * 1024;
    public const int TagSize = 16;

    /// <summary>Writes every chunk; <paramref name="seen"/> is told each plain one.</summary>
    public static async Task Seal(Stream plain, Stream target, byte[] key, Action<ReadOnlyMemory<byte>>? seen, CancellationToken cancel)
    {
        using var aes = new AesGcm(key, TagSize);
        var (current, next, output) = (new byte[ChunkSize], new byte[ChunkSize], new byte[ChunkSize + TagSize]);
        var length = await plain.ReadAtLeastAsync(current, ChunkSize, throwOnEndOfStream: false, cancel);
        for (var number = 0L; ; number++)
        {
            // A short chunk is the last; after a full one only the next tells.
            var following = length == ChunkSize ? await plain.ReadAtLeastAsync(next, ChunkSize, throwOnEndOfStream: false, cancel) : 0;
            seen?.Invoke(current.AsMemory(0, length));
            var isLast = following == 0;
            aes.Encrypt(Nonce(number, isLast), current.AsSpan(0, length), output.AsSpan(0, length), output.AsSpan(length, TagSize));
            await target.WriteAsync(output.AsMemory(0, length + TagSize), cancel);
            if (isLast)
            {
                return;
            }

            (current, next, length) = (next, current, following);
        }
    }

    /// <summary>Opens one chunk.</summary>
    /// <exception cref="AuthenticationTagMismatchException">It was changed, moved, or the key is another.</exception>
    public static void Open(AesGcm aes, long number, bool isLast, ReadOnlySpan<byte> chunk, Span<byte> plain) =>
        aes.Decrypt(Nonce(number, isLast), chunk[..^TagSize], chunk[^TagSize..], plain);

    private static byte[] Nonce(long number, bool isLast)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(3), number);
        nonce[11] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}

/// <summary>Reads what <see cref="ChunkedCipher"/> wrote, from the front; a changed file throws before its chunk is given out.</summary>
internal sealed class ChunkedReader(Stream source, long length, byte[] key) : Stream
{
    private readonly AesGcm _aes = new(key, ChunkedCipher.TagSize);
    private readonly byte[] _chunk = new byte[ChunkedCipher.ChunkSize + ChunkedCipher.TagSize];
    private readonly byte[] _plain = new byte[ChunkedCipher.ChunkSize];
    private long _left = length;
    private long _number;
    private int _from;
    private int _to;
    private bool _isDone;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_from == _to && !Fill())
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, _to - _from);
        _plain.AsSpan(_from, count).CopyTo(buffer);
        _from += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _aes.Dispose();
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Fill()
    {
        if (_isDone)
        {
            return false;
        }

        var size = (int)Math.Min(_left, _chunk.Length);
        if (size < ChunkedCipher.TagSize)
        {
            throw new InvalidDataException("The sealed file is cut off.");
        }

        source.ReadExactly(_chunk, 0, size);
        _left -= size;
        _isDone = _left == 0;
        ChunkedCipher.Open(_aes, _number++, _isDone, _chunk.AsSpan(0, size), _plain.AsSpan(0, size - ChunkedCipher.TagSize));
        (_from, _to) = (0, size - ChunkedCipher.TagSize);
        return _to > 0;
    }
}
