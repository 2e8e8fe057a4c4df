using System.Net;
using Padu.Domain.Complaints;
using Padu.Tests.Documents.Pdf;

namespace Padu.Tests.Complaints;

/// <summary>The papers of a case as PDF: the words of the page, for the reader of the page and nobody else.</summary>
public sealed class CasePapersTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Story = "Antrean di loket tidak pernah dipanggil. **Tebal** {{nomor}} terbalik";

    [Theory]
    [InlineData("id", "Tanda terima", "Yang terjadi berikutnya", "Giliran: ")]
    [InlineData("en", "Receipt", "What happens next", "")]
    public async Task The_receipt_says_number_code_dates_and_the_own_words(string language, string title, string next, string turn)
    {
        using var browser = new Browser(site.Address);
        await browser.Get($"/bahasa/{language}");
        var receipt = await Filed(browser);
        var paper = await browser.Fetch("/pengaduan/tanda-terima?handler=Pdf");
        var bytes = await Bytes(paper);

        Assert.Equal("application/pdf", paper.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("attachment", paper.Content.Headers.ContentDisposition!.ToString());
        Assert.True(paper.Headers.CacheControl!.NoStore);
        PdfReading
            .Text(bytes)
            .ShouldRead(
                title,
                receipt.TextOf("#nomor")!,
                receipt.TextOf("#kode")!,
                next,
                turn,
                "Antrean di loket tidak pernah dipanggil. **Tebal** {{nomor}} terbalik"
            );
        Assert.Equal(bytes, await Bytes(await browser.Fetch("/pengaduan/tanda-terima?handler=Pdf")));
    }

    [Fact]
    public async Task Another_browser_gets_no_receipt()
    {
        using var filer = new Browser(site.Address);
        await Filed(filer);
        using var stranger = new Browser(site.Address);

        Assert.Equal("/lacak", (await stranger.Get("/pengaduan/tanda-terima?handler=Pdf")).Path);
    }

    [Fact]
    public async Task The_letter_of_a_closed_case_is_the_offices_and_names_nobody()
    {
        var complaint = await site.Answered(await site.Assigned(await site.Verified(await site.File(TestSite.City))));
        using var officer = await site.SignIn("teknis-kota");
        var address = $"/meja/pengaduan/{complaint.Number}/surat-penutupan?handler=Pdf";
        Assert.Equal($"/meja/pengaduan/{complaint.Number}", (await officer.Get(address)).Path);
        await officer.Submit(
            await officer.Get($"/meja/pengaduan/{complaint.Number}/tutup"),
            "main form[method=post]",
            new() { ["Reason"] = "sudah_diselesaikan_instansi", ["Explanation"] = "Loket sudah dibuka kembali." }
        );

        var words = PdfReading.Text(await Bytes(await officer.Fetch(address)));

        words.ShouldRead(
            "Surat penutupan",
            "Kepada pelapor pengaduan nomor " + complaint.Number,
            "Alasan penutupan:",
            "Loket sudah dibuka kembali.",
            "Yang masih dapat Anda lakukan",
            "Semua ini gratis.",
            "Halaman 1 dari 1"
        );
        using var elsewhere = await site.SignIn("admin-kaur");
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Get(address)).Status);
        using var nobody = new Browser(site.Address);
        Assert.Equal("/lacak", (await nobody.Get("/lacak/surat-penutupan?handler=Pdf")).Path);
    }

    private static Task<byte[]> Bytes(HttpResponseMessage answer) =>
        answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    private static async Task<Seen> Filed(Browser browser)
    {
        await browser.Submit(await browser.Get("/pengaduan/baru"), "main form", new() { ["Story"] = Story });
        await browser.Submit(
            await browser.Get("/pengaduan/baru/identitas"),
            "main form",
            new() { ["Level"] = "terbuka", ["Name"] = "Ibu Contoh" }
        );
        return await browser.Submit(await browser.Get("/pengaduan/baru/periksa"), "main form", []);
    }
}
