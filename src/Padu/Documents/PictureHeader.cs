using System.Buffers.Binary;

namespace Padu.Documents;

/// <summary>How large a picture says it is, read from its first bytes: what would fill the memory is refused before anything unpacks it.</summary>
internal static class PictureHeader
{
    /// <summary>More than telephones take; four bytes each.</summary>
    public const int MostMegapixels = 40;
    private const int LongestSide = 20_000;
    private const int MostSegments = 500;

    public static Inspected Check(FileKind kind, FileBytes bytes) =>
        SizeOf(kind, bytes) switch
        {
            null => Inspected.No("evidence.damaged"),
            (0, _) or (_, 0) => Inspected.No("evidence.damaged"),
            var (width, height) when !Fits(width, height) => Inspected.No("evidence.picture-too-large", MostMegapixels),
            _ => Inspected.As(kind),
        };

    public static bool Fits(long width, long height) =>
        width <= LongestSide && height <= LongestSide && width * height <= MostMegapixels * 1_000_000L;

    private static (long Width, long Height)? SizeOf(FileKind kind, FileBytes bytes) =>
        kind == FileKind.Png ? Png(bytes.At(8, 16))
        : kind == FileKind.Webp ? Webp(bytes.At(12, 18))
        : Jpeg(bytes);

    private static (long, long)? Png(ReadOnlySpan<byte> chunk) =>
        chunk.Length == 16 && chunk[4..8].SequenceEqual("IHDR"u8)
            ? (BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]))
            : null;

    private static (long, long)? Webp(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < 18)
        {
            return null;
        }

        var body = chunk[8..];
        if (chunk.StartsWith("VP8X"u8))
        {
            return (1 + Three(body[4..]), 1 + Three(body[7..]));
        }

        if (chunk.StartsWith("VP8L"u8))
        {
            var packed = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            return body[0] == 0x2F ? (1 + (packed & 0x3FFF), 1 + (packed >> 14 & 0x3FFF)) : null;
        }

        return chunk.StartsWith("VP8 "u8) && body[3..6].SequenceEqual<byte>([0x9D, 0x01, 0x2A])
            ? (BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF)
            : null;
    }

    /// <summary>From segment to segment until the one that tells the size.</summary>
    private static (long, long)? Jpeg(FileBytes bytes)
    {
        var place = 2L;
        for (var segment = 0; segment < MostSegments; segment++)
        {
            var head = bytes.At(place, 9);
            if (head.Length < 9 || head[0] != 0xFF)
            {
                return null;
            }

            switch (head[1])
            {
                case 0xFF:
                    place++;
                    break;
                case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                    return (BinaryPrimitives.ReadUInt16BigEndian(head[7..]), BinaryPrimitives.ReadUInt16BigEndian(head[5..]));
                case 0xD9 or 0xDA:
                    return null;
                default:
                    var length = BinaryPrimitives.ReadUInt16BigEndian(head[2..]);
                    if (length < 2)
                    {
                        return null;
                    }

                    place += 2 + length;
                    break;
            }
        }

        return null;
    }

    private static long Three(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
