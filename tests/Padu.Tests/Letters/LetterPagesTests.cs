using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Letters;
using Padu.Tests.Documents.Pdf;

namespace Padu.Tests.Letters;

/// <summary>A letter from its template to its revocation over HTTP, who reads which words of it, and what the check page tells.</summary>
public abstract partial class LetterPagesTests(TestSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_goes_from_the_template_over_return_and_approval_to_its_number_and_is_revoked()
    {
        var (complaint, code) = await Filed();
        using var admin = await site.SignIn("admin-kota");
        using var chair = await site.SignIn("ketua-kota");
        await site.NeedApproval(true);
        try
        {
            var form = await admin.Get($"/meja/pengaduan/{complaint.Number}/surat/baru?jenis=tanda_terima");
            Assert.Contains(complaint.Number.Value, form.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", form.Page.QuerySelector("#Body")!.TextContent, StringComparison.Ordinal);
            var kept = await admin.Submit(
                form,
                "main form[method=post]",
                new() { ["Body"] = "Pengaduan **Anda** kami catat.\n\n- Butir satu" }
            );
            Assert.StartsWith("/meja/surat/", kept.Path, StringComparison.Ordinal);
            // The same form sent twice makes one letter.
            Assert.Equal(kept.Path, (await admin.Submit(form, "main form[method=post]", [])).Path);

            await Press(admin, $"{kept.Path}/ajukan");
            // Where the head signs, the admin does not.
            Assert.Equal(kept.Path, (await admin.Get($"{kept.Path}/setujui")).Path);
            await chair.Submit(
                await chair.Get($"{kept.Path}/setujui"),
                "main form[method=post]",
                new() { ["Choice"] = "kembalikan", ["Comment"] = "Sebutkan tenggatnya." }
            );
            Assert.Contains("Sebutkan tenggatnya.", (await admin.Get(kept.Path)).Html, StringComparison.Ordinal);
            await admin.Submit(
                await admin.Get($"{kept.Path}/ubah"),
                "main form[method=post]",
                new() { ["Body"] = "Kami catat dan jawab sebelum Senin." }
            );
            await Press(admin, $"{kept.Path}/ajukan");
            await chair.Submit(await chair.Get($"{kept.Path}/setujui"), "main form[method=post]", new() { ["Choice"] = "setujui" });
            var issued = await Press(admin, $"{kept.Path}/terbitkan");
            var number = Number().Match(issued.Html).Value;
            Assert.NotEmpty(number);

            using var browser = await Followed(complaint, code);
            var list = await browser.Get("/lacak/surat");
            Assert.Contains(number, list.Html, StringComparison.Ordinal);
            var mine = $"/lacak/surat/{kept.Path[^36..]}";
            Assert.Contains("Kami catat dan jawab sebelum Senin.", (await browser.Get(mine)).Html, StringComparison.Ordinal);
            var pdf = await (await browser.Fetch($"{mine}?handler=Pdf")).Content.ReadAsByteArrayAsync(Cancel);
            PdfReading
                .Text(pdf)
                .ShouldRead(
                    "KPU Kota Bengkulu",
                    number,
                    "Kepada pelapor pengaduan nomor " + complaint.Number,
                    "Kami catat dan jawab sebelum Senin.",
                    "Kota Bengkulu, 12 November 2026",
                    "Ketua, KPU Kota Bengkulu",
                    "Ketua Kota",
                    "Kode periksa:"
                );
            Assert.Equal(pdf, await (await browser.Fetch($"{mine}?handler=Pdf")).Content.ReadAsByteArrayAsync(Cancel));
            var text = await (await browser.Fetch($"{mine}?handler=Teks")).Content.ReadAsByteArrayAsync(Cancel);
            var hash = Convert.ToHexStringLower(SHA256.HashData(text));

            using var anybody = new Browser(site.Address);
            var link = CheckLink(number, kept.Path);
            var checkedPage = await anybody.Get(link);
            Assert.Contains("asli dan berlaku", checkedPage.Html, StringComparison.Ordinal);
            Assert.Contains(hash, checkedPage.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(complaint.Number.Value, checkedPage.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("Kami catat dan jawab", checkedPage.Html, StringComparison.Ordinal);

            // The admin did not sign it.
            Assert.Equal(kept.Path, (await admin.Get($"{kept.Path}/cabut")).Path);
            await chair.Submit(
                await chair.Get($"{kept.Path}/cabut"),
                "main form[method=post]",
                new() { ["Reason"] = "Tenggatnya keliru." }
            );
            var revoked = await anybody.Get(link);
            Assert.Contains("dicabut pada Kamis, 12 November 2026", revoked.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("Tenggatnya keliru.", revoked.Html, StringComparison.Ordinal);
            Assert.Contains("Tenggatnya keliru.", (await browser.Get(mine)).Html, StringComparison.Ordinal);
            PdfReading
                .Text(await (await browser.Fetch($"{mine}?handler=Pdf")).Content.ReadAsByteArrayAsync(Cancel))
                .ShouldRead("DICABUT pada", number);
        }
        finally
        {
            await site.NeedApproval(false);
        }
    }

    [Fact]
    public async Task Each_word_of_a_letter_is_seen_by_those_who_may_and_by_nobody_else()
    {
        var (complaint, code) = await Filed();
        var letter = await site.Letter(complaint, LetterKind.Receipt, "admin-kota", "perihalrancangan", "isirancangan");
        letter = await site.Do(letter, "admin-kota", new LetterCommand.Propose());
        letter = await site.Do(letter, "ketua-kota", new LetterCommand.Return("catatanpimpinan"));
        // Before it is out: the office and the province, never the complainant.
        await Seen(
            letter,
            complaint,
            code,
            "perihalrancangan",
            ["admin-kota", "ketua-kota", "admin-provinsi", "ketua-provinsi", "auditor-provinsi"],
            false
        );
        await Seen(
            letter,
            complaint,
            code,
            "isirancangan",
            ["admin-kota", "ketua-kota", "admin-provinsi", "ketua-provinsi", "auditor-provinsi"],
            false
        );
        await Seen(
            letter,
            complaint,
            code,
            "catatanpimpinan",
            ["admin-kota", "ketua-kota", "admin-provinsi", "ketua-provinsi", "auditor-provinsi"],
            false
        );
        letter = await site.Do(letter, "admin-kota", new LetterCommand.Redraft("perihalterbit", "isiterbit"));
        letter = await site.Bring(letter, LetterState.Revoked);
        await Seen(
            letter,
            complaint,
            code,
            "isiterbit",
            ["admin-kota", "ketua-kota", "admin-provinsi", "ketua-provinsi", "auditor-provinsi"],
            true
        );
        await Seen(
            letter,
            complaint,
            code,
            "Salah tanggal.",
            ["admin-kota", "ketua-kota", "admin-provinsi", "ketua-provinsi", "auditor-provinsi"],
            true
        );
        await Seen(
            letter,
            complaint,
            code,
            "catatanpimpinan",
            ["admin-kota", "ketua-kota", "admin-provinsi", "ketua-provinsi", "auditor-provinsi"],
            false
        );
    }

    [Fact]
    public async Task Another_office_that_gets_the_case_reads_what_went_out_and_not_the_paper_of_the_first()
    {
        var (complaint, _) = await Filed();
        var verified = await site.Verified(complaint);
        var letter = await site.Letter(verified, LetterKind.Receipt, "admin-kota", "perihalkota", "isirancangankota");
        letter = await site.Do(letter, "admin-kota", new LetterCommand.Redraft("perihalkota", "isiterbitkota"));
        letter = await site.Bring(letter, LetterState.Issued);
        var draft = await site.Letter(verified, LetterKind.Receipt, "admin-kota", "perihallain", "isilain");
        using var kaur = await site.SignIn("admin-kaur");
        Assert.Equal(HttpStatusCode.NotFound, (await kaur.Get($"/meja/surat/{letter.Id}")).Status);
        var kaurs = site.Services.GetRequiredService<Padu.Organisations.OfficeRegister>().Find(TestSite.Kaur);
        await site.Do(verified, site.Post("admin-provinsi"), new ComplaintCommand.Assign(kaurs, TestSite.Technical, null));
        var page = await kaur.Get($"/meja/surat/{letter.Id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("isiterbitkota", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("isirancangankota", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await kaur.Get($"/meja/surat/{draft.Id}")).Status);
        Assert.DoesNotContain("perihallain", (await kaur.Get($"/meja/pengaduan/{complaint.Number}/surat")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_book_keeps_the_number_of_a_letter_whose_case_has_moved_away_and_tells_nothing_else_of_it()
    {
        var (complaint, _) = await Filed();
        var verified = await site.Verified(complaint);
        var letter = await site.Bring(await site.Letter(verified, LetterKind.Receipt, "admin-kota", "perihalpindah"), LetterState.Issued);
        var number = await NumberOf(letter);
        var kaurs = site.Services.GetRequiredService<Padu.Organisations.OfficeRegister>().Find(TestSite.Kaur);
        await site.Do(verified, site.Post("admin-provinsi"), new ComplaintCommand.Assign(kaurs, TestSite.Technical, null));
        var queries = site.Services.GetRequiredService<LetterQueries>();
        var line = (await Book("admin-kota")).FirstOrDefault(one => one.Row.Id == letter.Id.Value);

        Assert.Equal((number, null, null), (line?.Number?.ToString(), line?.Case?.Value, line?.Subject));
        using var admin = await site.SignIn("admin-kota");
        var book = await admin.Get("/meja/surat/buku");
        while (!book.Html.Contains(number, StringComparison.Ordinal))
        {
            book = await admin.Get(book.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        }

        Assert.DoesNotContain("perihalpindah", book.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(complaint.Number.Value, book.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/meja/surat/{letter.Id}", book.Html, StringComparison.Ordinal);
        Assert.Contains("Perkaranya tidak di meja Anda", book.Words);
        Assert.Equal("perihalpindah", (await Book("admin-provinsi")).Single(one => one.Row.Id == letter.Id.Value).Subject);
        // Who has no list of cases has no book either.
        Assert.Empty(await Book("petugas-kota"));

        // Whole, since every test of this site writes letters: the one looked for may be on any page.
        async Task<List<LetterLine>> Book(string reader)
        {
            var lines = new List<LetterLine>();
            string? after = null;
            do
            {
                var page = await queries.Register(site.Post(reader), TestSite.City, new YearMonth(2026, 11), after, Cancel);
                lines.AddRange(page.Lines);
                after = page.Next;
            } while (after is not null);
            return lines;
        }
    }

    [Fact]
    public async Task A_transfer_takes_the_number_of_the_onward_letter_that_was_issued_for_it()
    {
        var (complaint, _) = await Filed();
        var bawaslu = site.Services.GetRequiredService<Addressees>().Find("bawaslu-17.71")!.Office;
        var proposal = new ComplaintCommand.ProposeTransfer(bawaslu, TransferExtent.Part, true, null, "Wewenang Bawaslu.");
        await site.Do(await site.Verified(complaint), site.Post("admin-provinsi"), proposal);
        var agreed = await site.Do(complaint, site.Post("admin-kota"), new ComplaintCommand.RecordConsent(true, "Ditelepon."));
        using var province = await site.SignIn("admin-provinsi");
        var path = $"/meja/pengaduan/{complaint.Number}/kirim";
        var without = await province.Get(path);
        Assert.Equal("", without.Page.QuerySelector("#LetterNumber")!.GetAttribute("value") ?? "");
        Assert.NotNull(without.Page.QuerySelector("a[href$='surat/baru?jenis=surat_penerusan']"));

        var letter = await site.Letter(agreed, LetterKind.Onward, "admin-provinsi");
        letter = await site.Do(letter, "admin-provinsi", new LetterCommand.Propose());
        letter = await site.Do(letter, "ketua-provinsi", new LetterCommand.Approve());
        Assert.DoesNotContain("sudah terbit", (await province.Get(path)).Words);
        letter = await site.Issue(letter, "admin-provinsi");
        var number = (
            await site.Services.GetRequiredService<LetterQueries>().Open(site.Post("admin-provinsi"), letter.Id, Cancel)
        )!.File.Number!.ToString();
        var offered = await province.Get(path);
        Assert.Contains($"Surat nomor {number}", offered.Words);
        Assert.Equal(number, offered.Page.QuerySelector("#LetterNumber")!.GetAttribute("value"));
        Assert.Equal("2026-11-12", offered.Page.QuerySelector("#SentOn")!.GetAttribute("value"));
        var done = await province.Submit(offered, "main form[method=post]", new() { ["SentOn"] = "2026-11-12" });
        Assert.True(done.Page.QuerySelector(".error-summary") is null, done.Page.QuerySelector(".error-summary")?.TextContent);
        var sent = (await site.Queries.History(complaint.Id, Cancel)).Select(one => one.Fact).OfType<ComplaintEvent.Transferred>().Single();
        Assert.Equal((number, new LocalDate(2026, 11, 12)), (sent.LetterNumber, sent.SentOn));
        Assert.Null(await site.Services.GetRequiredService<IOnwardLetters>().Of(await site.Queries.State(complaint.Id, Cancel), Cancel));
    }

    [Fact]
    public async Task The_check_page_answers_a_wrong_code_and_an_unknown_number_alike_and_slows_guessing()
    {
        var (complaint, _) = await Filed();
        var letter = await site.Bring(await site.Letter(complaint, LetterKind.Receipt, "admin-kota"), LetterState.Issued);
        var number = await NumberOf(letter);
        using var browser = new Browser(site.Address);
        var wrong = await browser.Get($"/surat/periksa?nomor={Uri.EscapeDataString(number)}&kode=0000-0000-0000");
        var unknown = await browser.Get("/surat/periksa?nomor=9999/KPU-17.71/2026&kode=0000-0000-0000");
        Assert.Contains("tidak cocok dengan surat mana pun", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("tidak cocok dengan surat mana pun", unknown.Html, StringComparison.Ordinal);
        for (var i = 0; i < 5; i++)
        {
            await browser.Get($"/surat/periksa?nomor={Uri.EscapeDataString(number)}&kode=0000-0000-0000");
        }

        var waits = await browser.Get(CheckLink(number, letter.Id.ToString()));
        Assert.Equal(HttpStatusCode.TooManyRequests, waits.Status);
        site.Clock.Now += Duration.FromMinutes(2);
        Assert.Contains("asli dan berlaku", (await browser.Get(CheckLink(number, letter.Id.ToString()))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_book_counts_on_without_holes_and_pages_by_fifty_within_scope()
    {
        var (complaint, _) = await Filed();
        for (var i = 0; i < 52; i++)
        {
            await site.Bring(await site.Letter(complaint, LetterKind.Receipt, "admin-kota", $"Surat ke-{i}"), LetterState.Issued);
        }

        var queries = site.Services.GetRequiredService<LetterQueries>();
        var numbers = new List<int>();
        string? after = null;
        do
        {
            var page = await queries.Register(site.Post("admin-provinsi"), TestSite.City, new YearMonth(2026, 11), after, Cancel);
            Assert.True(page.Lines.Count <= LetterQueries.PageSize);
            numbers.AddRange(page.Lines.Select(line => line.Number!.Order));
            after = page.Next;
        } while (after is not null);

        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        Assert.True(numbers.Count >= 52);
        Assert.Empty((await queries.Register(site.Post("admin-provinsi"), TestSite.City, new YearMonth(2026, 10), null, Cancel)).Lines);
        // Cases out of scope are in no book.
        Assert.DoesNotContain(
            (await queries.Register(site.Post("admin-kaur"), TestSite.City, new YearMonth(2026, 11), null, Cancel)).Lines,
            line => line.Case == complaint.Number
        );
        using var admin = await site.SignIn("admin-provinsi");
        var book = await admin.Get("/meja/surat/buku?kantor=kpu-17.71&bulan=2026-11");
        Assert.Contains("0001/KPU-17.71/2026", book.Html, StringComparison.Ordinal);
        Assert.Contains(
            "0051/KPU-17.71/2026",
            (await admin.Get(book.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).Html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_office_writes_its_own_template_and_goes_back_to_the_standard()
    {
        using var admin = await site.SignIn("admin-kaur");
        const string path = "/atur/surat/jawaban/id";
        var form = await admin.Get(path);
        var wrong = await admin.Submit(
            form,
            "main form[method=post]",
            new() { ["Text"] = "# Perihal\n\nHalo {{nama_pelapor}}", ["Act"] = "simpan" }
        );
        Assert.Contains("Baris 3: isian nama_pelapor tidak dikenal", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("Halo {{nama_pelapor}}", wrong.Page.QuerySelector("#Text")!.TextContent, StringComparison.Ordinal);
        var seen = await admin.Submit(
            wrong,
            "main form[method=post]",
            new() { ["Text"] = "# Jawaban kami\n\nKata Kaur: {{isi_jawaban}}", ["Act"] = "lihat" }
        );
        Assert.Contains("Kata Kaur: Permohonan pindah memilih", seen.Page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        await admin.Submit(
            seen,
            "main form[method=post]",
            new() { ["Text"] = "# Jawaban kami\n\nKata Kaur: {{isi_jawaban}}", ["Act"] = "simpan" }
        );
        var kept = await admin.Get(path);
        Assert.Contains("Kata Kaur", kept.Page.QuerySelector("#Text")!.TextContent, StringComparison.Ordinal);
        PdfReading
            .Text(await (await admin.Fetch($"{path}?handler=Pdf")).Content.ReadAsByteArrayAsync(Cancel))
            .ShouldRead("KPU Kabupaten Kaur", "CONTOH", "Jawaban kami", "Kata Kaur");
        using var city = await site.SignIn("admin-kota");
        Assert.DoesNotContain("Kata Kaur", (await city.Get(path)).Html, StringComparison.Ordinal);
        await admin.Submit(kept, "main form[method=post]", new() { ["Act"] = "standar" });
        Assert.DoesNotContain("Kata Kaur", (await admin.Get(path)).Html, StringComparison.Ordinal);
        using var officer = await site.SignIn("teknis-kota");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get(path)).Status);
    }

    private async Task Seen(Letter letter, Complaint complaint, string code, string word, string[] readers, bool complainant)
    {
        foreach (var person in TestSite.Everybody)
        {
            using var browser = await site.Enter(person);
            var pages = new StringBuilder();
            foreach (
                var path in new[]
                {
                    $"/meja/surat/{letter.Id}",
                    $"/meja/surat/{letter.Id}/ubah",
                    $"/meja/pengaduan/{complaint.Number}/surat",
                    "/meja/surat",
                    "/meja/surat?keadaan=rancangan",
                    "/meja/surat/buku?kantor=kpu-17.71",
                }
            )
            {
                pages.Append((await browser.Get(path)).Html);
            }

            Assert.True(pages.ToString().Contains(word, StringComparison.Ordinal) == readers.Contains(person), $"{person}: {word}");
        }

        using var own = await Followed(complaint, code);
        var seen = (await own.Get("/lacak/surat")).Html + (await own.Get($"/lacak/surat/{letter.Id}")).Html;
        Assert.True(seen.Contains(word, StringComparison.Ordinal) == complainant, $"the complainant: {word}");
        using var other = await Followed((await Filed()).Complaint, null);
        Assert.DoesNotContain(word, (await other.Get($"/lacak/surat/{letter.Id}")).Html, StringComparison.Ordinal);
    }

    private string CheckLink(string number, string path) =>
        $"/surat/periksa?nomor={Uri.EscapeDataString(number)}&kode={site.Services.GetRequiredService<LetterChecks>().CodeOf(new LetterId(Guid.Parse(path[^36..])))}";

    private async Task<string> NumberOf(Letter letter) =>
        (await site.Services.GetRequiredService<LetterQueries>().Open(site.Post("admin-kota"), letter.Id, Cancel))!.File.Number!.ToString();

    private static async Task<Seen> Press(Browser browser, string path) =>
        await browser.Submit(await browser.Get(path), "main form[method=post]", []);

    private readonly Dictionary<ComplaintId, string> codes = [];

    private async Task<(Complaint Complaint, string Code)> Filed()
    {
        var filed = await site.Desk.File(
            new FilingRequest(
                Guid.CreateVersion7(),
                TestSite.City,
                IntakeChannel.Web,
                Language.Indonesian,
                IdentityLevel.Open,
                new Identity("Ibu Rahasia Contoh", "Jalan Contoh 1", null, "ibu@contoh.example"),
                "Permohonan saya ditolak tanpa surat.",
                null,
                null,
                null,
                null,
                null,
                []
            ),
            alsoStore: null,
            Cancel
        );
        Assert.Null(filed.Refusal);
        codes[filed.Complaint.Id] = filed.Code;
        return (filed.Complaint, filed.Code);
    }

    private async Task<Browser> Followed(Complaint complaint, string? code)
    {
        var browser = new Browser(site.Address);
        var seen = await browser.Submit(
            await browser.Get("/lacak"),
            "main form",
            new() { ["Number"] = complaint.Number.Value, ["Code"] = code ?? codes[complaint.Id] }
        );
        Assert.Equal("/lacak/pengaduan", seen.Path);
        return browser;
    }

    [GeneratedRegex(@"\d{4}/KPU-17\.71/2026")]
    private static partial Regex Number();
}
