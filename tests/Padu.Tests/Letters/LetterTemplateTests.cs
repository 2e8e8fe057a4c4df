using Padu.Documents.Pdf;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Letters;
using Padu.Storage;

namespace Padu.Tests.Letters;

/// <summary>The standard templates, the little Markdown, and numbers as people type them.</summary>
public sealed class LetterTemplateTests
{
    public static TheoryData<LetterKind, Language> All
    {
        get
        {
            var all = new TheoryData<LetterKind, Language>();
            foreach (var kind in Enum.GetValues<LetterKind>())
            {
                foreach (var language in Enum.GetValues<Language>())
                {
                    all.Add(kind, language);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_template_in_every_language_is_filled_with_no_placeholder_left(LetterKind kind, Language language)
    {
        var text = LetterTemplates.Read()[(kind, language)];
        var values = LetterTemplateText.Of(kind).ToDictionary(one => one, one => $"nilai {one.Code()}");

        var (subject, body) = LetterTemplateText.Fill(text, values);

        Assert.DoesNotContain("{{", subject + body, StringComparison.Ordinal);
        Assert.InRange(subject.Length, 1, 200);
        Assert.NotEmpty(LetterMarkup.Read(body));
        // What only this kind knows is used: a template that asks for nothing of its kind says nothing of the case.
        Assert.All(
            LetterTemplateText.Of(kind).Except(LetterTemplateText.Of(LetterKind.Receipt)),
            one => Assert.Contains($"nilai {one.Code()}", subject + body, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_template_that_cannot_be_filled_stops_the_start_and_names_file_and_line()
    {
        var folder = Directory.CreateTempSubdirectory("padu-surat-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "letters"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(ReferenceFile.DefaultFolder, "letters")))
        {
            File.Copy(file, Path.Combine(folder, "letters", Path.GetFileName(file)));
        }

        File.WriteAllText(Path.Combine(folder, "letters", "jawaban.en.md"), "# Answer\n\nDear {{name}}\n");

        var problem = Assert.Throws<ReferenceDataException>(() => LetterTemplates.Read(folder));

        Assert.Contains("letters/jawaban.en.md", problem.Message, StringComparison.Ordinal);
        Assert.Contains("3", problem.Message, StringComparison.Ordinal);
        Assert.Contains("name", problem.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_markdown_of_a_letter_is_paragraphs_headings_lists_quotations_and_bold()
    {
        var blocks = LetterMarkup.Read("Satu **dua** tiga\nempat\n\n## Judul\n- a\n- b\n1. satu\n2. dua\n> kata\n> orang\n\n<b>x</b> ** y");

        Assert.Collection(
            blocks,
            block =>
                Assert.Equal(
                    [new PdfRun("Satu "), new PdfRun("dua", PdfHand.Bold), new PdfRun(" tiga\nempat")],
                    Assert.IsType<LetterBlock.Paragraph>(block).Runs
                ),
            block => Assert.Equal("Judul", Assert.IsType<LetterBlock.Heading>(block).Text),
            block =>
                Assert.Equal((2, false), (Assert.IsType<LetterBlock.Listing>(block).Items.Length, ((LetterBlock.Listing)block).IsNumbered)),
            block =>
                Assert.Equal((2, true), (Assert.IsType<LetterBlock.Listing>(block).Items.Length, ((LetterBlock.Listing)block).IsNumbered)),
            block => Assert.Equal("kata\norang", Assert.IsType<LetterBlock.Quote>(block).Text),
            block => Assert.Equal([new PdfRun("<b>x</b> ** y")], Assert.IsType<LetterBlock.Paragraph>(block).Runs)
        );
    }

    [Theory]
    [InlineData("0007/KPU-17.71/2026", "0007/KPU-17.71/2026")]
    [InlineData(" 7/kpu-17.71/2026 ", "0007/KPU-17.71/2026")]
    [InlineData("0/KPU-17.71/2026", null)]
    [InlineData("-7/KPU-17.71/2026", null)]
    [InlineData("7/KPU-17.71", null)]
    [InlineData("7//2026", null)]
    [InlineData("7/kpu\0/2026", null)]
    [InlineData("99999999999/KPU-17/2026", null)]
    [InlineData(null, null)]
    public void A_number_is_read_as_people_type_it(string? typed, string? read) => Assert.Equal(read, LetterNumber.Read(typed)?.ToString());
}
