using System.Net;
using System.Security.Cryptography;
using System.Text;
using NetVips;
using NodaTime;
using Padu.Complaints;
using Padu.Documents;
using Padu.Domain.Complaints;

namespace Padu.Tests.Documents;

/// <summary>Files over HTTP, as people send them and as officers get them.</summary>
public sealed class EvidencePagesTests(EvidenceSite site) : IClassFixture<EvidenceSite>
{
    private const string EvidencePage = "/pengaduan/baru/bukti";

    [Fact]
    public async Task A_photo_is_handed_out_without_its_place_and_the_original_only_by_an_act_with_a_reason()
    {
        var photo = SampleFiles.Photo(60, 40);
        var complaint = await Filed(("foto rumah.jpg", photo));
        using var admin = await site.SignIn("admin-kota");
        var address = $"{Address(complaint)}/bukti/1/0";

        var page = await admin.Get(Address(complaint));
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(photo)), page.Words);
        Assert.Contains("salinan gambar tanpa keterangan tempat", page.Words);
        Assert.Contains("belum pernah dikeluarkan", page.Words);
        var copy = await Bytes(await admin.Get(address));
        Assert.DoesNotContain(SampleFiles.Camera, Encoding.Latin1.GetString(copy));
        using var shown = Image.NewFromBuffer(copy);
        Assert.Equal((40, 60), (shown.Width, shown.Height));

        var form = await admin.Get($"{address}/asli");
        var refused = await admin.Submit(form, "main form[method=post]", new() { ["Reason"] = "perlu" });
        Assert.Contains("paling sedikit sepuluh huruf", refused.Words);
        var released = await admin.Submit(refused, "main form[method=post]", new() { ["Reason"] = "Diminta penyidik untuk sidang." });
        Assert.Equal(photo, await Bytes(released));
        Assert.Equal("attachment", released.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", released.Response.Headers.GetValues("Content-Security-Policy").Single());

        var after = await admin.Get(Address(complaint));
        Assert.Contains("Asli dikeluarkan pada", after.Words);
        Assert.Contains("Diminta penyidik untuk sidang.", after.TextOf(".said.internal"));
    }

    [Theory]
    [InlineData("teknis-kota")]
    [InlineData("ketua-kota")]
    [InlineData("auditor-provinsi")]
    [InlineData("admin-kaur")]
    public async Task Who_is_no_admin_of_the_case_finds_no_way_to_an_original(string person)
    {
        var complaint = await site.Assigned(await site.Verified(await Filed(("foto.jpg", SampleFiles.Photo(20, 20)))));
        using var browser = await site.SignIn(person);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{Address(complaint)}/bukti/1/0/asli")).Status);
        Assert.DoesNotContain("/asli", (await browser.Get(Address(complaint))).Html);
    }

    [Fact]
    public async Task A_reason_that_is_none_gets_its_form_back_and_releases_nothing()
    {
        var complaint = await Filed(("foto.jpg", SampleFiles.Photo(20, 20)));
        using var admin = await site.SignIn("admin-kota");
        var form = await admin.Get($"{Address(complaint)}/bukti/1/0/asli");
        foreach (
            var reason in new[]
            {
                "",
                "   ",
                "perlu",
                "gambar\u202Egpj.exe untuk sidang",
                "a\u0001b untuk sidang ini",
                new string('W', 5_000),
            }
        )
        {
            var seen = await admin.Submit(form, "main form[method=post]", new() { ["Reason"] = reason });
            Assert.Equal("text/html", seen.Response.Content.Headers.ContentType?.MediaType);
            Assert.NotNull(seen.TextOf(".error-summary"));
            Assert.Equal(reason.Trim(), seen.Page.QuerySelector("textarea[name=Reason]")!.TextContent.Trim());
        }

        var state = await site.Queries.State(complaint.Id, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(
            await site.Queries.History(state.Id, TestContext.Current.CancellationToken),
            recorded => recorded.Fact is ComplaintEvent.OriginalReleased
        );
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 0)]
    [InlineData(9, 0)]
    [InlineData(0, 0)]
    public async Task There_is_no_original_where_nothing_was_cleaned(int version, int index)
    {
        var complaint = await Filed(("surat.pdf", SampleFiles.Pdf()));
        using var admin = await site.SignIn("admin-kota");

        Assert.Equal(HttpStatusCode.NotFound, (await admin.Get($"{Address(complaint)}/bukti/{version}/{index}/asli")).Status);
    }

    [Fact]
    public async Task Every_kind_of_file_comes_back_as_it_was_sent_or_as_a_good_picture()
    {
        foreach (var (kind, bytes) in SampleFiles.All)
        {
            var complaint = await Filed(($"bukti{kind.Extensions[0]}", bytes));
            using var admin = await site.SignIn("admin-kota");
            var got = await admin.Get($"{Address(complaint)}/bukti/1/0");

            Assert.Equal(kind.MediaType, got.Response.Content.Headers.ContentType!.MediaType);
            if (kind.IsPicture)
            {
                Assert.Same(kind, (await FileInspectionTests.Inspect(await Bytes(got), $"a{kind.Extensions[0]}")).Kind);
            }
            else
            {
                Assert.Equal(bytes, await Bytes(got));
            }
        }
    }

    [Theory]
    [InlineData(
        "id",
        "adalah halaman web, gambar SVG, atau skrip",
        "terlalu besar ukurannya; paling besar 40 megapiksel",
        "menemukan virus"
    )]
    [InlineData("en", "is a web page, an SVG drawing or a script", "is too large in size; at most 40 megapixels", "found a virus")]
    public async Task Hostile_files_are_refused_in_words_and_the_good_one_among_them_is_taken(
        string language,
        string script,
        string picture,
        string virus
    )
    {
        using var browser = new Browser(site.Address);
        await browser.Get($"/bahasa/{language}");
        var seen = await Upload(
            browser,
            ("foto.jpg", Encoding.ASCII.GetBytes("<html><script>alert(1)</script>")),
            ("besar.png", SampleFiles.PngOf(50_000, 50_000)),
            ("uji.txt", Encoding.ASCII.GetBytes(SampleFiles.Eicar)),
            ("baik.pdf", SampleFiles.Pdf())
        );

        var said = seen.TextOf(".error-summary")!;
        Assert.Contains(script, said);
        Assert.Contains(picture, said);
        Assert.Contains(virus, said);
        Assert.Equal(["baik.pdf"], seen.All(".files bdi"));
    }

    [Theory]
    [InlineData("id", "Tempat penyimpanan berkas kami sedang penuh")]
    [InlineData("en", "Our storage for files is full")]
    public async Task A_full_disk_refuses_files_and_takes_the_complaint(string language, string sentence)
    {
        using var browser = new Browser(site.Address);
        await browser.Get($"/bahasa/{language}");
        site.Space.IsFull = true;
        try
        {
            var seen = await Upload(browser, ("surat.pdf", SampleFiles.Pdf()));
            Assert.Contains(sentence, seen.TextOf(".error-summary"));
            Assert.Empty(seen.All(".files bdi"));
            var receipt = await Send(browser);
            Assert.Equal("/pengaduan/tanda-terima", receipt.Path);
        }
        finally
        {
            site.Space.IsFull = false;
        }
    }

    [Fact]
    public async Task A_message_takes_seventy_megabytes_of_files_and_says_so()
    {
        using var browser = new Browser(site.Address);
        var film = Film(40);
        var seen = await Upload(browser, ("satu.mp4", film));
        Assert.Equal(["satu.mp4"], seen.All(".files bdi"));

        var full = await Upload(browser, seen, ("dua.mp4", film));

        Assert.Contains("paling banyak 70 MB", full.TextOf(".error-summary"));
        Assert.Equal(["satu.mp4"], full.All(".files bdi"));
    }

    [Fact]
    public async Task A_finding_after_the_filing_closes_the_file_to_everybody_and_says_so_to_both_sides()
    {
        var complaint = await site.FileStored(Encoding.ASCII.GetBytes(SampleFiles.Eicar), "uji.txt");
        await site.Until(complaint, ScanWord.Quarantined);
        using var admin = await site.SignIn("admin-kota");

        Assert.Equal(HttpStatusCode.NotFound, (await admin.Get($"{Address(complaint)}/bukti/1/0")).Status);
        var page = await admin.Get(Address(complaint));
        Assert.Contains("tidak dapat diunduh oleh siapa pun", page.Words);
        Assert.DoesNotContain($"{Address(complaint)}/bukti/1/0", page.Html);
        var timeline = CaseTimeline.For(
            TimelineReader.Complainant,
            await site.Queries.History(complaint.Id, TestContext.Current.CancellationToken)
        );
        Assert.Equal("timeline.file-quarantined", timeline[0].Key);
        var found = Assert.IsType<ComplaintEvent.FileQuarantined>(((Padu.Storage.Recorded<ComplaintEvent>)timeline[0].Event).Fact);
        Assert.Equal((new FileRef(1, 0), "Eicar-Signature"), (found.File, found.Finding));
    }

    [Fact]
    public async Task A_clean_file_says_when_and_by_which_signatures()
    {
        var complaint = await Filed(("surat.pdf", SampleFiles.Pdf()));

        Assert.Equal(FakeClamd.Version, (await site.Until(complaint, ScanWord.Clean)).Scanner);
        using var admin = await site.SignIn("admin-kota");
        Assert.Contains($"tidak ditemukan virus ({FakeClamd.Version})", (await admin.Get(Address(complaint))).Words);
    }

    private static string Address(Complaint complaint) => $"/meja/pengaduan/{complaint.Number}";

    private static byte[] Film(int mebibytes) =>
        [
            .. SampleFiles.Box("ftyp", "isom\0\0\0\0"),
            .. SampleFiles.Box("moov", ""),
            .. SampleFiles.Box("mdat", new string('x', mebibytes * 1024 * 1024)),
        ];

    private static async Task<byte[]> Bytes(Seen seen)
    {
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        return await seen.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private async Task<Complaint> Filed(params (string Name, byte[] Bytes)[] files)
    {
        using var browser = new Browser(site.Address);
        var seen = await Upload(browser, files);
        Assert.Null(seen.TextOf(".error-summary"));
        var receipt = await Send(browser);
        var number = new PublicNumber(receipt.TextOf("#nomor")!);
        var id = await site.Queries.Unscoped(number, TestContext.Current.CancellationToken);
        return await site.Queries.State(id!.Value, TestContext.Current.CancellationToken);
    }

    private static async Task<Seen> Upload(Browser browser, params (string Name, byte[] Bytes)[] files)
    {
        await browser.Submit(await browser.Get("/pengaduan/baru"), "main form", new() { ["Story"] = "Antrean tidak pernah dipanggil." });
        await browser.Submit(await browser.Get("/pengaduan/baru/layanan"), "main form", new() { ["Office"] = "kpu-17.71" });
        return await Upload(browser, await browser.Get(EvidencePage), files);
    }

    private static Task<Seen> Upload(Browser browser, Seen page, params (string Name, byte[] Bytes)[] files) =>
        browser.Submit(
            page,
            "main form[enctype]",
            new() { ["Next"] = "tambah" },
            [.. files.Select(file => ("Files", file.Name, file.Bytes))]
        );

    private static async Task<Seen> Send(Browser browser)
    {
        await browser.Submit(
            await browser.Get("/pengaduan/baru/identitas"),
            "main form",
            new() { ["Level"] = "terbuka", ["Name"] = "Ibu Contoh" }
        );
        return await browser.Submit(await browser.Get("/pengaduan/baru/periksa"), "main form", []);
    }
}

/// <summary>The scanner goes away and comes back: a site of its own, because every file of a site has the same scanner.</summary>
public sealed class ScannerOutageTests(EvidenceSite site) : IClassFixture<EvidenceSite>
{
    [Fact]
    public async Task Filing_waits_for_no_scanner_and_what_was_not_scanned_is_never_called_clean()
    {
        site.Clamd.IsAway = true;
        var complaint = await site.FileStored("Surat biasa."u8.ToArray(), "surat.txt");
        await site.Until(complaint, ScanWord.Unreachable);
        using var admin = await site.SignIn("admin-kota");
        Assert.Contains("pemindai tidak menjawab", (await admin.Get($"/meja/pengaduan/{complaint.Number}")).Words);

        site.Clamd.IsAway = false;
        site.Clock.Now += Duration.FromMinutes(2);
        await site.Until(complaint, ScanWord.Clean);
    }
}
