using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetVips;
using Padu.Documents;

namespace Padu.Tests.Documents;

/// <summary>Files as people send them, made here so that no foreign file lies in the repository.</summary>
internal static class SampleFiles
{
    /// <summary>Stand in the metadata of <see cref="Photo"/> and nowhere else.</summary>
    public const string Camera = "zqKameraRahasia";
    public const string Comment = "zqKomentarRahasia";

    public const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    /// <summary>A good file of every kind.</summary>
    public static IReadOnlyDictionary<FileKind, byte[]> All { get; } =
        new Dictionary<FileKind, byte[]>
        {
            [FileKind.Jpeg] = Photo(60, 40),
            [FileKind.Png] = Png(),
            [FileKind.Webp] = Plain(30, 20).WebpsaveBuffer(),
            [FileKind.Pdf] = Pdf(),
            [FileKind.Text] = Encoding.UTF8.GetBytes("Antrean “loket 3” – tidak dipanggil.\r\n"),
            [FileKind.Mp4] = [.. Box("ftyp", "isom\0\0\u0002\0isomiso2"), .. Box("moov", "mvhd"), .. Box("mdat", "gambar")],
            [FileKind.ThreeGp] = [.. Box("ftyp", "3gp4\0\0\0\0"), .. Box("mdat", "gambar"), .. Box("moov", "mvhd")],
            [FileKind.M4a] = [.. Box("ftyp", "M4A \0\0\0\0"), .. Box("moov", "mvhd"), .. Box("mdat", "suara")],
            [FileKind.Ogg] = Ogg(),
            [FileKind.Mp3] = [.. "ID3\u0003\0\0\0\0\0\u0005"u8, 0, 0, 0, 0, 0, .. Mp3Frame(), .. Mp3Frame(), .. Mp3Frame()],
            [FileKind.Wav] = Wav(),
            [FileKind.Docx] = Docx(),
            [FileKind.Xlsx] = Xlsx(),
            [FileKind.Odt] = OpenDocument(FileKind.Odt),
            [FileKind.Ods] = OpenDocument(FileKind.Ods),
        };

    private static Image Plain(int width, int height) =>
        (Image.Black(width, height, bands: 3) + new double[] { 120, 60, 200 }).Cast(Enums.BandFormat.Uchar);

    /// <summary>A photograph taken sideways, with place, device and a comment.</summary>
    public static byte[] Photo(int width, int height)
    {
        var plain = Plain(width, height).JpegsaveBuffer();
        return
        [
            .. plain[..2],
            .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif()]),
            .. Segment(0xFE, Encoding.ASCII.GetBytes(Comment)),
            .. plain[2..],
        ];
    }

    public static byte[] Png()
    {
        var plain = Plain(30, 20).PngsaveBuffer();
        byte[] text = [.. "tEXt"u8, .. Encoding.ASCII.GetBytes($"Comment\0{Comment}")];
        var crc = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc(text));
        return [.. plain[..33], .. Big(text.Length - 4), .. text, .. crc, .. plain[33..]];
    }

    /// <summary>A few bytes that say they are a picture of 2,500 megapixels.</summary>
    public static byte[] PngOf(int width, int height)
    {
        byte[] header = [.. "IHDR"u8, .. Big(width), .. Big(height), 8, 6, 0, 0, 0];
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Big(13), .. header, .. Big((int)Crc(header)), .. new byte[64]];
    }

    public static byte[] Pdf(string more = "") =>
        Encoding.Latin1.GetBytes(
            $"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R {more} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
        );

    /// <summary>A PDF whose objects lie packed in a stream.</summary>
    public static byte[] PackedPdf(string objects)
    {
        using var packed = new MemoryStream();
        using (var deflating = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflating.Write(Encoding.ASCII.GetBytes(objects));
        }

        return
        [
            .. "%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\r\n"u8,
            .. packed.ToArray(),
            .. "\nendstream\nendobj\n%%EOF\n"u8,
        ];
    }

    public static byte[] Docx(params (string Name, string Text)[] more) =>
        Zip([
            ("[Content_Types].xml", Types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")),
            ("word/document.xml", "<w:document xmlns:w=\"w\"><w:p>Surat</w:p></w:document>"),
            ("word/_rels/document.xml.rels", Relations("hyperlink", "https://kpu.go.id")),
            .. more,
        ]);

    public static byte[] Xlsx(params (string Name, string Text)[] more) =>
        Zip([
            ("[Content_Types].xml", Types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")),
            ("xl/workbook.xml", "<workbook/>"),
            .. more,
        ]);

    public static byte[] OpenDocument(FileKind kind, string content = "<office:document xmlns:office=\"o\"/>") =>
        Zip([("mimetype", kind.MediaType), ("content.xml", content)]);

    public static string Types(string main) =>
        $"""<?xml version="1.0"?><Types xmlns="t"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/a" ContentType="{main}"/></Types>""";

    public static string Relations(string type, string target) =>
        $"""<Relationships xmlns="r"><Relationship Id="1" Type="http://schemas.example/{type}" Target="{target}" TargetMode="External"/></Relationships>""";

    public static byte[] Zip(params (string Name, string Text)[] parts) =>
        Pack([.. parts.Select(part => (part.Name, Encoding.Latin1.GetBytes(part.Text)))]);

    public static byte[] Pack(params (string Name, byte[] Bytes)[] parts)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(bytes);
            }
        }

        return packed.ToArray();
    }

    public static byte[] Box(string type, string content) =>
        [.. Big(8 + content.Length), .. Encoding.Latin1.GetBytes(type), .. Encoding.Latin1.GetBytes(content)];

    private static byte[] Ogg() => [.. "OggS"u8, 0, 2, .. new byte[20], 1, 19, .. "OpusHead"u8, 1, 2, .. new byte[9]];

    private static byte[] Mp3Frame() => [0xFF, 0xFB, 0x90, 0x00, .. new byte[413]];

    private static byte[] Wav()
    {
        byte[] body = [.. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, .. new byte[12], .. "data"u8, 4, 0, 0, 0, 1, 2, 3, 4];
        return [.. "RIFF"u8, (byte)body.Length, 0, 0, 0, .. body];
    }

    /// <summary>TIFF, little-endian: orientation 6, the camera's name, 3° 48' south.</summary>
    private static byte[] Exif()
    {
        const int camera = 8 + 2 + 3 * 12 + 4;
        var gps = camera + Camera.Length + 1;
        var latitude = gps + 2 + 2 * 12 + 4;
        return
        [
            .. "II*\0"u8,
            .. Little(8),
            3,
            0,
            .. Tag(0x0110, 2, Camera.Length + 1, camera),
            .. Tag(0x0112, 3, 1, 6),
            .. Tag(0x8825, 4, 1, gps),
            .. Little(0),
            .. Encoding.ASCII.GetBytes(Camera),
            0,
            2,
            0,
            .. Tag(1, 2, 2, 'S'),
            .. Tag(2, 5, 3, latitude),
            .. Little(0),
            .. new[] { 3, 1, 48, 1, 0, 1 }.SelectMany(Little),
        ];
    }

    private static byte[] Tag(ushort tag, byte type, int count, int value) =>
        [(byte)tag, (byte)(tag >> 8), type, 0, .. Little(count), .. Little(value)];

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)(content.Length + 2 >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Big(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] Little(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
