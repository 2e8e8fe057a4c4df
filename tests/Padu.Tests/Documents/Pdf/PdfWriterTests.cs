using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using Padu.Documents.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Padu.Tests.Documents.Pdf;

public sealed class PdfWriterTests
{
    private static readonly Instant Day = Instant.FromUtc(2026, 4, 10, 3, 0);

    [Fact]
    public void What_is_written_can_be_read_out_again_in_order()
    {
        using var pdf = Open(
            Sheet(
                new PdfBlock.Title("SURAT JAWABAN", "Nomor 3/Jawaban/2026"),
                new PdfBlock.Facts([("Hal", "Jawaban atas pengaduan 17-2026-7K3Q9TM"), ("Tanggal", "Jumat, 10 April 2026")]),
                new PdfBlock.Paragraph([
                    new PdfRun("Pengaduan Saudara kami "),
                    new PdfRun("terima", PdfHand.Bold),
                    new PdfRun(" – efisien & “jelas”."),
                ]),
                new PdfBlock.Listing(
                    [
                        [new PdfRun("Petugas hadir.")],
                        [new PdfRun("Fitri dan offisial AV.")],
                    ],
                    IsNumbered: true
                ),
                new PdfBlock.Table(
                    ["Langkah", "Hari"],
                    [
                        ["Diperiksa", "5"],
                        ["Dijawab", "14"],
                    ],
                    [3, 1]
                ),
                new PdfBlock.Signature(["Ketua,"], "Nama Rekaan", "NIP 1")
            )
        );

        Words(pdf)
            .ShouldRead(
                "Kantor Contoh",
                "Jalan Rekaan 1",
                "SURAT JAWABAN",
                "Nomor 3/Jawaban/2026",
                "Hal : Jawaban atas pengaduan 17-2026-7K3Q9TM",
                "Tanggal : Jumat, 10 April 2026",
                "Pengaduan Saudara kami terima – efisien & “jelas”.",
                "1. Petugas hadir.",
                "2. Fitri dan offisial AV.",
                "Langkah Hari",
                "Diperiksa 5",
                "Dijawab 14",
                "Ketua,",
                "Nama Rekaan"
            );
        Assert.Equal("Surat", pdf.Information.Title);
        Assert.Equal("Kantor Contoh", pdf.Information.Author);
        Assert.Equal("id", ((StringToken)pdf.Structure.Catalog.CatalogDictionary.Data["Lang"]).Data);
    }

    [Fact]
    public void Fonts_are_in_the_paper_and_tell_which_characters_they_draw()
    {
        using var pdf = Open(
            Sheet(new PdfBlock.Paragraph([new PdfRun("Biasa "), new PdfRun("tebal ", PdfHand.Bold), new PdfRun("miring", PdfHand.Italic)]))
        );
        var fonts = FontsOf(pdf);

        Assert.Equal(3, fonts.Count);
        foreach (var font in fonts)
        {
            Assert.True(font.ContainsKey(NameToken.Create("ToUnicode")), "A font without ToUnicode cannot be copied from.");
            var descendants = (ArrayToken)Resolved(pdf, font.Data["DescendantFonts"]);
            var descriptor = (DictionaryToken)Resolved(pdf, ((DictionaryToken)Resolved(pdf, descendants.Data[0])).Data["FontDescriptor"]);
            Assert.True(descriptor.ContainsKey(NameToken.Create("FontFile2")), "A font that is not embedded is another one elsewhere.");
        }
    }

    [Fact]
    public void A_long_table_says_its_head_on_every_page_and_every_page_its_number()
    {
        var rows = Enumerable
            .Range(1, 120)
            .Select(at => ImmutableArray.Create($"Perkara {at}", "Diterima pada hari kerja yang sama"))
            .ToImmutableArray();
        using var pdf = Open(
            Sheet(new PdfBlock.Table(["Perkara", "Keterangan"], rows, [])) with
            {
                IsDemonstration = true,
                FootLine = "3/Jawaban/2026",
            }
        );

        Assert.True(pdf.NumberOfPages > 2);
        for (var page = 1; page <= pdf.NumberOfPages; page++)
        {
            Text(pdf, page)
                .ShouldRead(
                    PdfWriter.Banner,
                    "Perkara Keterangan",
                    "Diterima pada hari kerja",
                    "3/Jawaban/2026",
                    $"Halaman {page} dari {pdf.NumberOfPages}"
                );
        }

        Words(pdf).ShouldRead([.. Enumerable.Range(1, 120).Select(at => $"Perkara {at} Diterima")]);
    }

    [Fact]
    public void A_row_taller_than_a_page_is_carried_on()
    {
        using var pdf = Open(
            Sheet(
                new PdfBlock.Table(
                    ["Isi"],
                    [
                        [string.Join(' ', Enumerable.Range(1, 3000).Select(at => $"kata{at}"))],
                    ],
                    []
                )
            )
        );

        Assert.True(pdf.NumberOfPages > 2);
        Words(pdf).ShouldRead("kata1 ", "kata1500 ", "kata3000");
    }

    [Fact]
    public void The_same_sheet_has_the_same_bytes()
    {
        var sheet = Sheet(new PdfBlock.Paragraph("Sama"), new PdfBlock.Qr("https://contoh.invalid/surat/periksa/ABCD", ["Periksa"]));

        Assert.Equal(PdfWriter.Write(sheet), PdfWriter.Write(sheet));
        Assert.NotEqual(PdfWriter.Write(sheet), PdfWriter.Write(sheet with { Created = Day + Duration.FromSeconds(1) }));
    }

    [Theory]
    [InlineData("a\u202Ecod.exe\u202C b", "acod.exe b")]
    [InlineData("nol\0kontrol\u0007\u001b", "nolkontrol")]
    [InlineData("satu\tdua", "satu dua")]
    [InlineData("rahasia\u200btersembunyi\ufeff", "rahasiatersembunyi")]
    [InlineData("e\u0301 kafe\u0301", "é kafé")]
    [InlineData("nol\ud800 pasangan", "pasangan")]
    [InlineData("<b>bukan</b> **markah** {{nomor}}", "<b>bukan</b> **markah** {{nomor}}")]
    [InlineData("(kurung \\ balik) >> endobj", "(kurung \\ balik) >> endobj")]
    public void Hostile_text_is_set_as_plain_words(string written, string read)
    {
        using var pdf = Open(Sheet(new PdfBlock.Paragraph("awal " + written + " akhir")));

        Words(pdf).ShouldRead("awal", read, "akhir");
        Assert.DoesNotContain('\u202E', Words(pdf));
    }

    [Fact]
    public void What_the_font_cannot_draw_is_seen_as_a_replacement()
    {
        using var pdf = Open(Sheet(new PdfBlock.Paragraph("rasa \U0001F600 dan 漢字 tetap")));

        Assert.Matches("rasa (□|\\?) dan (□□|\\?\\?) tetap", Words(pdf));
    }

    [Fact]
    public void A_word_longer_than_a_line_stays_on_the_paper()
    {
        using var pdf = Open(
            Sheet(new PdfBlock.Paragraph(new string('W', 5000)), new PdfBlock.Facts([(new string('L', 400), new string('N', 400))]))
        );

        Assert.All(pdf.GetPages().SelectMany(page => page.Letters), letter => Assert.InRange(letter.BoundingBox.Right, 0, 595.28 - 50));
        Assert.Equal(5000, pdf.GetPages().SelectMany(page => page.Letters).Count(letter => letter.Value == "W"));
    }

    [Fact]
    public void No_text_at_all_makes_it_fail() =>
        Gen.OneOf(Gen.String, Gen.Char['\0', '\uffff'].Array[0, 200].Select(chars => new string(chars)))
            .Sample(
                text =>
                {
                    var bytes = PdfWriter.Write(
                        Sheet(
                            new PdfBlock.Title(text, text),
                            new PdfBlock.Heading(text),
                            new PdfBlock.Paragraph([new PdfRun(text), new PdfRun(text, PdfHand.Bold)]),
                            new PdfBlock.Quote(text),
                            new PdfBlock.Facts([(text, text)]),
                            new PdfBlock.Listing(
                                [
                                    [new PdfRun(text)],
                                ],
                                IsNumbered: false
                            ),
                            new PdfBlock.Table(
                                [text, text],
                                [
                                    [text, text],
                                ],
                                []
                            ),
                            new PdfBlock.Signature([text], text, text)
                        ) with
                        {
                            Title = text,
                            Author = text,
                            FootLine = text,
                        }
                    );
                    using var pdf = PdfDocument.Open(bytes);
                    return pdf.NumberOfPages >= 1;
                },
                iter: 60
            );

    private static PdfSheet Sheet(params ImmutableArray<PdfBlock> blocks) =>
        new()
        {
            Title = "Surat",
            Author = "Kantor Contoh",
            Language = "id",
            Created = Day,
            Letterhead = new PdfLetterhead("Kantor Contoh", ["Jalan Rekaan 1"]),
            Blocks = blocks,
        };

    private static PdfDocument Open(PdfSheet sheet) => PdfDocument.Open(PdfWriter.Write(sheet));

    private static string Words(PdfDocument pdf) =>
        string.Join(' ', Enumerable.Range(1, pdf.NumberOfPages).Select(page => Text(pdf, page)));

    private static string Text(PdfDocument pdf, int page) => PdfReading.Text(pdf.GetPage(page));

    private static List<DictionaryToken> FontsOf(PdfDocument pdf)
    {
        var resources = (DictionaryToken)Resolved(pdf, pdf.GetPage(1).Dictionary.Data["Resources"]);
        var fonts = (DictionaryToken)Resolved(pdf, resources.Data["Font"]);
        return [.. fonts.Data.Values.Select(font => (DictionaryToken)Resolved(pdf, font))];
    }

    private static IToken Resolved(PdfDocument pdf, IToken token) =>
        token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : token;
}
