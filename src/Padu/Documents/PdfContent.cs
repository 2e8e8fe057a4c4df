using System.Buffers;
using System.IO.Compression;
using Padu.Domain.Complaints;

namespace Padu.Documents;

/// <summary>
/// The names in a PDF that make it do something: also spelled with their letters' numbers, and also where objects are packed. It is no reader of
/// PDF; what it cannot see is left to the scanner, and nobody is shown a PDF inside a page of ours.
/// </summary>
internal static class PdfContent
{
    private const int TailBytes = 66_000;
    private const int MostUnpackedEach = 2 * 1024 * 1024;
    private const int MostUnpacked = 20 * 1024 * 1024;
    private const int LongestName = 40;

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    public static Inspected Check(FileBytes bytes)
    {
        var tail = bytes.End(TailBytes);
        if (tail.IndexOf("%%EOF"u8) < 0)
        {
            return Inspected.No("evidence.damaged");
        }

        if (tail.IndexOf("PK\u0005\u0006"u8) >= 0)
        {
            return Inspected.No("evidence.polyglot");
        }

        var found = new Found();
        Look(bytes.At(0, (int)bytes.Length), found, isInside: false);
        return found.Brings ? Inspected.No("evidence.active-pdf")
            : found.Runs ? Inspected.As(FileKind.Pdf, FileCaution.Script)
            : Inspected.As(FileKind.Pdf);
    }

    private sealed class Found
    {
        /// <summary>Another file, or a program to start.</summary>
        public bool Brings { get; set; }

        public bool Runs { get; set; }

        public int Unpacked { get; set; }

        /// <summary>Where packed objects are opened, one after the other.</summary>
        public byte[] Room { get; } = new byte[MostUnpackedEach];
    }

    private static void Look(ReadOnlySpan<byte> text, Found found, bool isInside)
    {
        var (holdsObjects, isPacked) = (false, false);
        while (!found.Brings)
        {
            var at = text.IndexOfAny((byte)'/', (byte)'s');
            if (at < 0)
            {
                return;
            }

            text = text[at..];
            if (text[0] == '/')
            {
                var length = Math.Max(1, text[1..].IndexOfAny(NameEnds) is var end && end < 0 ? text.Length - 1 : end);
                switch (NameOf(text.Slice(1, Math.Min(length, text.Length - 1))))
                {
                    case "Launch" or "EmbeddedFile" or "EmbeddedFiles" or "RichMedia":
                        found.Brings = true;
                        break;
                    case "JavaScript" or "JS":
                        found.Runs = true;
                        break;
                    case "ObjStm":
                        holdsObjects = true;
                        break;
                    case "FlateDecode" or "Fl":
                        isPacked = true;
                        break;
                }

                text = text[1..];
                continue;
            }

            if (!isInside && text.StartsWith("stream"u8))
            {
                text = text["stream".Length..];
                var end = text.IndexOf("endstream"u8);
                if (holdsObjects && isPacked)
                {
                    Unpack(end < 0 ? text : text[..end], found);
                }

                (holdsObjects, isPacked) = (false, false);
                text = end < 0 ? [] : text[(end + "endstream".Length)..];
                continue;
            }

            text = text[1..];
        }
    }

    private static void Unpack(ReadOnlySpan<byte> packed, Found found)
    {
        packed = packed.TrimStart("\r\n"u8);
        using var source = new MemoryStream(packed.ToArray());
        using var inflating = new ZLibStream(source, CompressionMode.Decompress);
        try
        {
            var read = inflating.ReadAtLeast(found.Room, found.Room.Length, throwOnEndOfStream: false);
            found.Unpacked += read;
            if (found.Unpacked > MostUnpacked || read == found.Room.Length)
            {
                // More objects than a form or a letter has: said to the reader rather than refused.
                found.Runs = true;
                return;
            }

            Look(found.Room.AsSpan(0, read), found, isInside: true);
        }
        catch (InvalidDataException)
        {
            // Locked, or broken: what could not be looked at is said to the reader of the file.
            found.Runs = true;
        }
    }

    /// <summary>A name with its <c>#xx</c> read; longer ones are none that matter.</summary>
    private static string NameOf(ReadOnlySpan<byte> raw)
    {
        if (raw.Length > LongestName)
        {
            return "";
        }

        Span<char> name = stackalloc char[LongestName];
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && i + 2 < raw.Length && Hex(raw[i + 1]) is { } high && Hex(raw[i + 2]) is { } low)
            {
                name[length++] = (char)(high << 4 | low);
                i += 2;
            }
            else
            {
                name[length++] = (char)raw[i];
            }
        }

        return new string(name[..length]);
    }

    private static int? Hex(byte letter) =>
        letter switch
        {
            >= (byte)'0' and <= (byte)'9' => letter - '0',
            >= (byte)'a' and <= (byte)'f' => letter - 'a' + 10,
            >= (byte)'A' and <= (byte)'F' => letter - 'A' + 10,
            _ => null,
        };
}
