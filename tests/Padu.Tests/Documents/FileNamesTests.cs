using System.Text;
using CsCheck;
using Padu.Documents;
using Padu.Domain;

namespace Padu.Tests.Documents;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("surat dinas.pdf", "surat dinas.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\siti\surat.pdf", "surat.pdf")]
    [InlineData("surat\r\nSet-Cookie: a=b.pdf", "suratSet-Cookie_ a=b.pdf")]
    [InlineData("foto\u202Egpj.exe.jpg", "fotogpj.exe.jpg")]
    [InlineData("\u2066a\u200Bb\u2069.png", "ab.png")]
    [InlineData("nol\0.txt", "nol.txt")]
    [InlineData("CON.jpg", "berkas.jpg")]
    [InlineData("con.foto.jpg", "berkas.jpg")]
    [InlineData("lpt1.txt", "berkas.txt")]
    [InlineData(".htaccess", "berkas.htaccess")]
    [InlineData("...jpg", "berkas.jpg")]
    [InlineData("=cmd|' /C calc'!A0.xlsx", "C calc_!A0.xlsx")]
    [InlineData("=1+1.xlsx", "1+1.xlsx")]
    [InlineData("@SUM(1).txt", "SUM(1).txt")]
    [InlineData("-1+1.txt", "1+1.txt")]
    [InlineData("\"onerror=alert(1) '<b>.png", "_onerror=alert(1) __b_.png")]
    [InlineData("", "berkas")]
    [InlineData(null, "berkas")]
    [InlineData("a.panjangsekaliakhirannya", "a")]
    public void A_nasty_name_becomes_a_harmless_one(string? given, string expected) => Assert.Equal(expected, FileNames.Clean(given));

    [Fact]
    public void A_name_of_300_letters_is_cut_and_keeps_its_end()
    {
        var cleaned = FileNames.Clean(new string('é', 300) + ".jpg");

        Assert.EndsWith("é.jpg", cleaned);
        Assert.InRange(Encoding.UTF8.GetByteCount(cleaned), 100, 120);
    }

    [Theory]
    [InlineData("surat.pdf", null)]
    [InlineData(@"C:\siti\foto.jpg", @"C:\siti\foto.jpg")]
    [InlineData("a\u202Eb.png", "a[U+202E]b.png")]
    public void The_name_as_given_is_kept_where_it_was_changed_and_hides_nothing(string given, string? kept) =>
        Assert.Equal(kept, FileNames.Given(given, FileNames.Clean(given)));

    [Fact]
    public void Any_name_becomes_one_that_a_fact_may_hold() =>
        Gen.OneOf(Gen.String, Gen.Char.Array[0, 400].Select(letters => new string(letters)))
            .Sample(name =>
            {
                var cleaned = FileNames.Clean(name);
                Assert.Null(Wording.Check("FileName", cleaned, required: true, oneLine: true));
                Assert.DoesNotContain(cleaned, letter => "/\\<>:\"|?*'".Contains(letter, StringComparison.Ordinal));
                Assert.InRange(Encoding.UTF8.GetByteCount(cleaned), 1, 120);
                Assert.InRange(FileNames.Given(name, cleaned)?.Length ?? 0, 0, 420);
            });
}
