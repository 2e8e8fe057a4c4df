using System.Buffers.Binary;

namespace Padu.Documents;

/// <summary>Whether a sound or a film is built as its kind is, to its last byte: nothing else hides behind it.</summary>
internal static class Recording
{
    private const int MostBoxes = 20_000;

    public static Inspected Check(FileKind kind, FileBytes bytes) =>
        (
            kind == FileKind.Wav ? IsWav(bytes)
            : kind == FileKind.Ogg ? IsOgg(bytes.At(0, 300))
            : kind == FileKind.Mp3 ? IsMp3(bytes)
            : IsBoxes(bytes)
        )
            ? Inspected.As(kind)
            : Inspected.No("evidence.damaged");

    /// <summary>ISO 14496-12: boxes one after the other, among them the one that describes the tracks.</summary>
    private static bool IsBoxes(FileBytes bytes)
    {
        var (place, isDescribed) = (0L, false);
        for (var box = 0; place < bytes.Length; box++)
        {
            var head = bytes.At(place, 16);
            if (box == MostBoxes || head.Length < 8 || head[4..8].ContainsAnyExceptInRange<byte>(0x20, 0x7E) && head[4] != 0xA9)
            {
                return false;
            }

            isDescribed |= head[4..8].SequenceEqual("moov"u8);
            var size = (long)BinaryPrimitives.ReadUInt32BigEndian(head);
            size =
                size == 0 ? bytes.Length - place
                : size == 1 && head.Length == 16 ? (long)Math.Min(long.MaxValue, BinaryPrimitives.ReadUInt64BigEndian(head[8..]))
                : size;
            if (size < 8 || size > bytes.Length - place)
            {
                return false;
            }

            place += size;
        }

        return isDescribed;
    }

    private static bool IsOgg(ReadOnlySpan<byte> head)
    {
        if (head.Length < 28 || head[4] != 0 || (head[5] & 2) == 0 || head.Length < 27 + head[26] + 8)
        {
            return false;
        }

        var packet = head[(27 + head[26])..];
        return packet.StartsWith("OpusHead"u8)
            || packet.StartsWith("\u0001vorbis"u8)
            || packet.StartsWith("Speex   "u8)
            || packet.StartsWith("\u007fFLAC"u8);
    }

    private static bool IsWav(FileBytes bytes)
    {
        var told = BinaryPrimitives.ReadUInt32LittleEndian(bytes.At(4, 4));
        // A recorder that was cut off never came back to write the length.
        if (told is not (0 or uint.MaxValue) && bytes.Length - 8 - told is < 0 or > 1)
        {
            return false;
        }

        var place = 12L;
        for (var chunk = 0; chunk < 16; chunk++)
        {
            var head = bytes.At(place, 8);
            if (head.Length < 8)
            {
                return false;
            }

            if (head.StartsWith("fmt "u8))
            {
                return true;
            }

            var size = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            place += 8L + size + (size & 1);
        }

        return false;
    }

    /// <summary>A tag or none, then a frame where one must begin, and a second where the first ends.</summary>
    private static bool IsMp3(FileBytes bytes)
    {
        var tag = bytes.At(0, 10);
        var place = tag.Length == 10 && tag.StartsWith("ID3"u8) ? 10L + (tag[6] << 21 | tag[7] << 14 | tag[8] << 7 | tag[9]) : 0L;
        var sound = bytes.At(place, 16 * 1024);
        var padding = Math.Max(0, sound.IndexOfAnyExcept((byte)0));
        if (FrameLength(sound[padding..]) is not { } length)
        {
            return false;
        }

        var next = bytes.At(place + padding + length, 4);
        return next.Length < 4 ? bytes.Length - place - padding <= length : FrameLength(next) is not null || next.StartsWith("TAG"u8);
    }

    private static readonly int[] Rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
    private static readonly int[] Rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
    private static readonly int[] Samples = [44_100, 48_000, 32_000, 0];

    /// <summary>ISO 11172-3 layer III; null where no frame begins.</summary>
    private static int? FrameLength(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4 || head[0] != 0xFF || (head[1] & 0xE6) != 0xE2)
        {
            return null;
        }

        var version = head[1] >> 3 & 3;
        var kilobits = (version == 3 ? Rates1 : Rates2)[head[2] >> 4];
        var hertz =
            Samples[head[2] >> 2 & 3]
            >> (
                version == 3 ? 0
                : version == 2 ? 1
                : 2
            );
        return version == 1 || kilobits == 0 || hertz == 0
            ? null
            : (version == 3 ? 144 : 72) * kilobits * 1000 / hertz + (head[2] >> 1 & 1);
    }
}
