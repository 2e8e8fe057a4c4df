using System.IO.Compression;
using System.Text;
using Padu.Domain;

namespace Padu.Documents;

/// <summary>
/// Looks at the bytes of an upload and says what it is, or refuses it by code. The name alone decides nothing: it must agree with the content.
/// Archives, programs, web pages, SVG and office files with macros are not evidence.
/// </summary>
public static class FileInspection
{
    private const int MostEntries = 2_000;
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const int MostRatio = 100;
    private const int HeadBytes = 4096;

    /// <param name="content">A seekable stream; left where it was found.</param>
    public static async Task<(FileKind? Kind, Refusal? Refusal)> Inspect(Stream content, string fileName, CancellationToken cancel)
    {
        var start = content.Position;
        var head = new byte[HeadBytes];
        var read = await content.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancel);
        content.Position = start;
        if (read == 0)
        {
            return (null, new Refusal("evidence.empty", "Evidence"));
        }

        var kind = KindOf(head.AsSpan(0, read), content);
        content.Position = start;
        if (kind is null)
        {
            return (null, new Refusal("evidence.kind-not-accepted", "Evidence"));
        }

        if (!kind.Extensions.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase))
        {
            return (null, new Refusal("evidence.name-disagrees", "Evidence"));
        }

        return content.Length - start > kind.MostBytes
            ? (null, new Refusal("evidence.too-large", "Evidence", kind.MostBytes / (1024 * 1024)))
            : (kind, null);
    }

    private static FileKind? KindOf(ReadOnlySpan<byte> head, Stream content) =>
        head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => FileKind.Webp,
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => FileKind.Pdf,
            [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => FileKind.Ogg,
            [(byte)'I', (byte)'D', (byte)'3', ..] => FileKind.Mp3,
            [0xFF, 0xFB or 0xF3 or 0xF2 or 0xFA, ..] => FileKind.Mp3,
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => BrandOf(head),
            [(byte)'P', (byte)'K', 3, 4, ..] => OfficeKindOf(content),
            _ => LooksLikeText(head) ? FileKind.Text : null,
        };

    private static FileKind? BrandOf(ReadOnlySpan<byte> head) =>
        head.Length < 12
            ? null
            : Encoding.ASCII.GetString(head[8..12]) switch
            {
                "M4A " or "M4B " => FileKind.M4a,
                ['3', 'g', ..] => FileKind.ThreeGp,
                "isom" or "iso2" or "iso4" or "iso5" or "iso6" or "mp41" or "mp42" or "avc1" or "M4V " or "dash" or "qt  " or "MSNV" =>
                    FileKind.Mp4,
                _ => null,
            };

    /// <summary>Reads the directory of a packed office file within limits; a bomb, a macro or a plain archive is no evidence.</summary>
    private static FileKind? OfficeKindOf(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries)
            {
                return null;
            }

            long unpacked = 0;
            foreach (var entry in zip.Entries)
            {
                unpacked += entry.Length;
                if (
                    unpacked > MostUnpacked
                    || entry.Length > 1024 * 1024 && entry.Length > MostRatio * Math.Max(1, entry.CompressedLength)
                    || entry.FullName.Contains("..", StringComparison.Ordinal)
                    || entry.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
                )
                {
                    return null;
                }
            }

            return zip.GetEntry("[Content_Types].xml") is null
                ? MediaTypeEntryIsOdt(zip)
                    ? FileKind.Odt
                    : null
                : zip.GetEntry("word/document.xml") is not null
                    ? FileKind.Docx
                    : zip.GetEntry("xl/workbook.xml") is not null
                        ? FileKind.Xlsx
                        : null;
        }
        catch (InvalidDataException)
        {
            // Not a readable archive: the sender is told that the file's kind is not accepted.
            return null;
        }
    }

    private static bool MediaTypeEntryIsOdt(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { Length: < 200 } entry)
        {
            return false;
        }

        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        return reader.ReadToEnd().Trim() == FileKind.Odt.MediaType;
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head);
        var trimmed = text.TrimStart('\uFEFF', ' ', '\n', '\r', '\t');
        return !trimmed.StartsWith('<')
            && !trimmed.StartsWith("#!", StringComparison.Ordinal)
            && !trimmed.StartsWith("MZ", StringComparison.Ordinal)
            && !head.ContainsAnyInRange<byte>(0, 8)
            && text.Count(c => c == '\uFFFD') <= 1;
    }
}
