using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;

namespace Padu.Documents;

/// <summary>
/// A packed office document, unpacked within limits and looked at part by part. It is refused when it is something else as well, holds a macro, a
/// program, another archive or an object, asks for a password, or fetches what it works with from elsewhere.
/// </summary>
internal static class OfficePackage
{
    private const int MostEntries = 2_000;
    private const int MostDirectory = 512 * 1024;
    private const long MostUnpacked = 100L * 1024 * 1024;
    private const int MostRatio = 100;
    private const int SmallPart = 1024 * 1024;
    private const int EndSize = 22;
    private const int HeadBytes = 512;

    public static Inspected Check(FileKind kind, FileBytes bytes)
    {
        if (RefusalOfDirectory(bytes) is { } unlike)
        {
            return Inspected.No(unlike);
        }

        try
        {
            using var zip = new ZipArchive(bytes.Whole(), ZipArchiveMode.Read, leaveOpen: true);
            return KindOf(zip) is not { } found ? Inspected.No("evidence.archive")
                : found != kind ? Inspected.No("evidence.name-disagrees")
                : RefusalOf(zip) is { } code ? Inspected.No(code)
                : OfficeParts.Check(kind, zip);
        }
        catch (Exception e)
            when (e
                    is InvalidDataException
                        or XmlException
                        or IOException
                        or NotSupportedException
                        or OverflowException
                        or ArgumentException
            )
        {
            // It cannot be unpacked or read as what it says it is; nobody's office program would do better.
            return Inspected.No("evidence.damaged");
        }
    }

    /// <summary>
    /// The first byte begins the first part, the directory is small and ends where its end begins, and that ends the file: nothing lies before or
    /// behind. Only then may a library count the parts.
    /// </summary>
    private static string? RefusalOfDirectory(FileBytes bytes)
    {
        var end = bytes.End(EndSize);
        if (end.Length < EndSize || !end.StartsWith("PK\u0005\u0006"u8))
        {
            return "evidence.polyglot";
        }

        var (disk, count) = (BinaryPrimitives.ReadUInt16LittleEndian(end[4..]), BinaryPrimitives.ReadUInt16LittleEndian(end[10..]));
        var size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        return count > MostEntries || size > MostDirectory ? "evidence.bomb"
            : disk == 0 && (long)offset + size == bytes.Length - EndSize && bytes.At(offset, 4).SequenceEqual("PK\u0001\u0002"u8) ? null
            : "evidence.polyglot";
    }

    private static FileKind? KindOf(ZipArchive zip) =>
        zip.GetEntry("[Content_Types].xml") is not null
            ? zip.GetEntry("word/document.xml") is not null
                ? FileKind.Docx
                : zip.GetEntry("xl/workbook.xml") is not null
                    ? FileKind.Xlsx
                    : null
            : OfficeParts.TextOf(zip.GetEntry("mimetype"), 200)?.Trim() is { } type
                ? new[] { FileKind.Odt, FileKind.Ods }.FirstOrDefault(kind => kind.MediaType == type)
                : null;

    /// <summary>Unpacks every part and counts what really comes out, whatever the directory says.</summary>
    private static string? RefusalOf(ZipArchive zip)
    {
        var unpacked = 0L;
        var buffer = new byte[64 * 1024];
        foreach (var entry in zip.Entries)
        {
            if (entry.IsEncrypted)
            {
                return "evidence.locked";
            }

            if (OfficeParts.RefusalOfName(entry.FullName) is { } code)
            {
                return code;
            }

            using var part = entry.Open();
            var size = 0L;
            for (int read; (read = part.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0; )
            {
                if (size == 0 && RefusalOfHead(buffer.AsSpan(0, Math.Min(read, HeadBytes))) is { } hidden)
                {
                    return hidden;
                }

                size += read;
                unpacked += read;
                if (unpacked > MostUnpacked || (size > SmallPart && size > MostRatio * Math.Max(1, entry.CompressedLength)))
                {
                    return "evidence.bomb";
                }
            }
        }

        return null;
    }

    private static string? RefusalOfHead(ReadOnlySpan<byte> head) =>
        Signatures.IsProgram(head) ? "evidence.program"
        : Signatures.IsArchive(head) ? "evidence.nested"
        : Signatures.IsOldOffice(head) ? "evidence.macro"
        : null;
}
