using System.Collections.Immutable;
using System.Text;
using Padu.Domain;
using Padu.Domain.Complaints;

namespace Padu.Documents;

/// <summary>What an upload is, or why it is not taken.</summary>
public sealed record Inspected(FileKind? Kind, Refusal? Refusal, ImmutableArray<FileCaution> Cautions)
{
    internal static Inspected No(string code, params object[] parameters) => new(null, new Refusal(code, "Evidence", parameters), []);

    internal static Inspected As(FileKind kind, params ReadOnlySpan<FileCaution> cautions) => new(kind, null, [.. cautions]);
}

/// <summary>
/// Looks at the bytes of an upload and says what it is, or refuses it by code. The name alone decides nothing: it must agree with the content, and
/// the content must be that kind from its first byte to its last. Nothing here trusts a length that the file tells of itself.
/// </summary>
public static class FileInspection
{
    private const int HeadBytes = 4096;

    /// <param name="content">A seekable stream; left where it was found.</param>
    public static async Task<Inspected> Inspect(Stream content, string fileName, CancellationToken cancel)
    {
        var start = content.Position;
        try
        {
            var head = new byte[HeadBytes];
            var read = await content.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancel);
            return read == 0 ? Inspected.No("evidence.empty") : Judge(head.AsSpan(0, read), new FileBytes(content, start), fileName);
        }
        finally
        {
            content.Position = start;
        }
    }

    private static Inspected Judge(ReadOnlySpan<byte> head, FileBytes bytes, string fileName)
    {
        var (kinds, refusal) = KindsOf(head);
        if (kinds.IsEmpty)
        {
            return Inspected.No(refusal);
        }

        var kind = kinds.FirstOrDefault(one => one.AgreesWith(fileName));
        if (kind is null)
        {
            return Inspected.No(
                fileName.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? "evidence.script" : "evidence.name-disagrees"
            );
        }

        return bytes.Length > kind.MostBytes
            ? Inspected.No("evidence.too-large", kind.MostBytes / (1024 * 1024))
            : kind.MediaType.Split('/')[0] switch
            {
                "image" => PictureHeader.Check(kind, bytes),
                "audio" or "video" => Recording.Check(kind, bytes),
                "text" => PlainText.Check(bytes),
                _ => kind == FileKind.Pdf ? PdfContent.Check(bytes) : OfficePackage.Check(kind, bytes),
            };
    }

    /// <summary>The kinds that begin so, or why what begins so is never taken.</summary>
    private static (ImmutableArray<FileKind> Kinds, string Refusal) KindsOf(ReadOnlySpan<byte> head) =>
        head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => ([FileKind.Jpeg], ""),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => ([FileKind.Png], ""),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => (
                [FileKind.Webp],
                ""
            ),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => (
                [FileKind.Wav],
                ""
            ),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => ([FileKind.Pdf], ""),
            [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => ([FileKind.Ogg], ""),
            [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, 0xFB or 0xF3 or 0xF2 or 0xFA, ..] => ([FileKind.Mp3], ""),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => BrandOf(head),
            [(byte)'P', (byte)'K', 3, 4, ..] => ([FileKind.Docx, FileKind.Xlsx, FileKind.Odt, FileKind.Ods], ""),
            _ => Signatures.IsProgram(head) ? ([], "evidence.program")
            : Signatures.IsOldOffice(head) ? ([], "evidence.old-office")
            : Signatures.IsArchive(head) ? ([], "evidence.archive")
            : Signatures.IsScript(head) ? ([], "evidence.script")
            : PlainText.MayBe(head) ? ([FileKind.Text], "")
            : ([], "evidence.kind-not-accepted"),
        };

    /// <summary>Telephones put sound alone under the brands of pictures and sound; there the name tells which it is.</summary>
    private static (ImmutableArray<FileKind> Kinds, string Refusal) BrandOf(ReadOnlySpan<byte> head) =>
        head.Length < 12
            ? ([], "evidence.damaged")
            : Encoding.ASCII.GetString(head[8..12]) switch
            {
                "M4A " or "M4B " => ([FileKind.M4a], ""),
                ['3', 'g', ..] => ([FileKind.ThreeGp, FileKind.Mp4, FileKind.M4a], ""),
                "isom" or "iso2" or "iso4" or "iso5" or "iso6" or "mp41" or "mp42" or "avc1" or "M4V " or "dash" or "qt  " or "MSNV" => (
                    [FileKind.Mp4, FileKind.M4a],
                    ""
                ),
                "heic" or "heix" or "heim" or "mif1" or "msf1" or "avif" => ([], "evidence.heic"),
                _ => ([], "evidence.kind-not-accepted"),
            };
}
