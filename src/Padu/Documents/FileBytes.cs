namespace Padu.Documents;

/// <summary>An upload as its inspection reads it: by place, never more than was asked for.</summary>
internal sealed class FileBytes(Stream content, long start)
{
    public long Length { get; } = content.Length - start;

    /// <summary>Up to <paramref name="count"/> bytes from a place; fewer at the end, none beyond it.</summary>
    public ReadOnlySpan<byte> At(long place, int count)
    {
        if (place < 0 || place >= Length)
        {
            return [];
        }

        var bytes = new byte[Math.Min(count, Length - place)];
        content.Position = start + place;
        return bytes.AsSpan(0, content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    /// <summary>The last bytes, at most <paramref name="count"/>.</summary>
    public ReadOnlySpan<byte> End(int count) => At(Math.Max(0, Length - count), count);

    /// <summary>The whole, from its first byte, for what reads streams.</summary>
    public Stream Whole()
    {
        content.Position = start;
        return start == 0 ? content : throw new NotSupportedException("An upload begins with its first byte.");
    }

    /// <summary>One piece after the other.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces(int size = 64 * 1024)
    {
        var piece = new byte[size];
        for (var place = 0L; place < Length; )
        {
            content.Position = start + place;
            var read = content.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false);
            if (read == 0)
            {
                yield break;
            }

            place += read;
            yield return piece.AsMemory(0, read);
        }
    }
}
