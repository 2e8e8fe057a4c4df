using System.IO.Compression;
using System.Text;
using Padu.Tests.Documents.Pdf;

namespace Padu.Tests.Access;

/// <summary>What leaves the program or lies on its disk, as the text somebody could search.</summary>
internal static class Exits
{
    /// <summary>Every file under a folder; of a mail its words without whom it goes to.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> FilesIn(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            var read = bytes.ToArray();
            yield return (
                Path.GetRelativePath(folder, path),
                path.EndsWith(".eml", StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(Letter(read)) : read
            );
        }
    }

    /// <summary>A mail decoded, without whom it goes to.</summary>
    private static string Letter(byte[] bytes)
    {
        var letter = MimeKit.MimeMessage.Load(new MemoryStream(bytes));
        letter.To.Clear();
        using var all = new MemoryStream();
        letter.WriteTo(all);
        return $"{Encoding.UTF8.GetString(all.ToArray())} {letter.Subject} {letter.TextBody}";
    }

    /// <summary>The bytes as text, with what is packed in them unpacked.</summary>
    public static string Unpacked(string name, byte[] bytes)
    {
        if (bytes is [0x1F, 0x8B, ..])
        {
            using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            packed.CopyTo(plain);
            return Unpacked(name, plain.ToArray());
        }

        if (bytes is [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..])
        {
            // A long word may be broken over lines; without blanks it is whole.
            var words = PdfReading.Text(bytes);
            return $"{Encoding.Latin1.GetString(bytes)} {words} {words.Replace(" ", "", StringComparison.Ordinal)}";
        }

        if (bytes is not [(byte)'P', (byte)'K', 3, 4, ..])
        {
            var text = Encoding.Latin1.GetString(bytes);
            // A calendar folds its lines (RFC 5545, 3.1).
            return name.EndsWith(".ics", StringComparison.Ordinal) ? text.Replace("\r\n ", "", StringComparison.Ordinal) : text;
        }

        var unpacked = new StringBuilder();
        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var plain = new MemoryStream();
            content.CopyTo(plain);
            unpacked.Append(entry.FullName).Append(' ').Append(Unpacked($"{name}/{entry.FullName}", plain.ToArray()));
        }

        return unpacked.ToString();
    }
}
