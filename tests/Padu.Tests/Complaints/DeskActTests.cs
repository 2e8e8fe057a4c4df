using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Padu.Documents;
using Padu.Domain.Complaints;

namespace Padu.Tests.Complaints;

/// <summary>Every act of the desk through its page, and what a form does that came too late.</summary>
public abstract class DeskActTests(TestSite site)
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\nsurat jawaban contoh\n%%EOF");

    [Fact]
    public async Task Verifying_names_and_classifies_the_case()
    {
        var complaint = await site.File(TestSite.City);
        using var browser = await site.SignIn("admin-kota");

        var done = await Act(browser, complaint, "verifikasi", new() { ["Title"] = "Pindah memilih ditolak", ["Class"] = "pengaduan" });

        Assert.Equal($"/meja/pengaduan/{complaint.Number}", done.Path);
        Assert.Equal("Pindah memilih ditolak", done.TextOf("h1"));
        Assert.Contains("Tersimpan: Dinyatakan lengkap", done.TextOf("[role=status]"));
        Assert.Equal(Stage.Verified, (await State(complaint)).Stage);
    }

    [Fact]
    public async Task A_missing_class_keeps_the_title_that_was_typed()
    {
        var complaint = await site.File(TestSite.City);
        using var browser = await site.SignIn("admin-kota");

        var back = await Act(browser, complaint, "verifikasi", new() { ["Title"] = "Judul yang sudah diketik" });

        Assert.Contains("Pilih salah satu.", back.TextOf(".error-summary"));
        Assert.Contains("Judul yang sudah diketik", back.Html);
        Assert.Equal(Stage.Received, (await State(complaint)).Stage);
    }

    [Fact]
    public async Task Asking_for_completion_sends_the_items_and_the_question()
    {
        var complaint = await site.File(TestSite.City);
        using var browser = await site.SignIn("admin-provinsi");

        var done = await Act(
            browser,
            complaint,
            "kelengkapan",
            new() { ["Missing"] = "tempat_waktu|bukti", ["Message"] = "Kapan Ibu datang ke kantor?" }
        );

        Assert.Contains("Tempat dan waktu · Bukti", done.Words);
        Assert.Contains("Kapan Ibu datang ke kantor?", done.Words);
        Assert.Equal(Stage.AwaitingCompletion, (await State(complaint)).Stage);
    }

    [Fact]
    public async Task The_province_assigns_to_any_office_and_a_regency_only_to_its_own_units()
    {
        var complaint = await site.Verified(await site.File(TestSite.City));
        using var province = await site.SignIn("admin-provinsi");
        var offered = (await province.Get(Path(complaint, "tugaskan"))).Page.QuerySelectorAll("#Target option").Length;
        Assert.Equal(11, offered);
        await Act(
            province,
            complaint,
            "tugaskan",
            new()
            {
                ["Target"] = "kpu-17.04",
                ["Unit"] = "data",
                ["Instruction"] = "Mohon dijawab.",
            }
        );
        Assert.Equal(TestSite.Kaur, (await State(complaint)).Handler);

        using var kaur = await site.SignIn("admin-kaur");
        var form = await kaur.Get(Path(complaint, "tugaskan"));
        Assert.Null(form.Page.QuerySelector("select#Target"));
        var refused = await kaur.Submit(form, "main form[method=post]", new() { ["Target"] = "kpu-17.71", ["Unit"] = "teknis" });
        Assert.Contains("Anda hanya dapat menugaskan di kantor sendiri.", refused.Words);
    }

    [Fact]
    public async Task An_answer_with_a_letter_reaches_the_history_and_the_letter_is_downloaded_never_shown()
    {
        var complaint = await site.Assigned(await site.Verified(await site.File(TestSite.City)));
        using var browser = await site.SignIn("teknis-kota");
        var form = await browser.Get(Path(complaint, "jawab"));

        var done = await browser.Submit(
            form,
            "main form[method=post]",
            new() { ["Text"] = "Mohon maaf. TPS 15 masih ada kuota." },
            ("Files", "Surat jawaban – ibu.pdf", Pdf)
        );

        Assert.Contains("Mohon maaf. TPS 15 masih ada kuota.", done.TextOf(".said.ours"));
        var link = done.Page.QuerySelector("a[download]")!.GetAttribute("href")!;
        var file = await browser.Get(link);
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal(Pdf, await file.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("attachment", file.Response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Surat jawaban – ibu.pdf", file.Response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(file.Response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(file.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(file.Response.Headers.CacheControl!.NoStore);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(link[..^1] + "7")).Status);
        using var other = await site.SignIn("data-kota");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(link)).Status);
    }

    [Fact]
    public async Task A_late_form_shows_what_happened_meanwhile_and_keeps_what_was_typed_and_uploaded()
    {
        var complaint = await site.Assigned(await site.Verified(await site.File(TestSite.City)));
        using var browser = await site.SignIn("teknis-kota");
        var form = await browser.Get(Path(complaint, "jawab"));
        await site.Do(complaint, site.Post("admin-kota"), new ComplaintCommand.Answer("Jawaban orang lain.", []));

        var back = await browser.Submit(
            form,
            "main form[method=post]",
            new() { ["Text"] = "Jawaban saya yang panjang." },
            ("Files", "surat.pdf", Pdf)
        );

        Assert.Contains("baru saja diubah orang lain", back.TextOf(".error-summary"));
        Assert.Contains("Jawaban orang lain.", back.TextOf(".meanwhile"));
        Assert.DoesNotContain("Mohon dijawab minggu ini.", back.TextOf(".meanwhile"));
        Assert.Contains("tidak dapat dilakukan lagi", back.TextOf(".meanwhile"));
        Assert.Contains("Jawaban saya yang panjang.", back.TextOf("textarea"));
        Assert.Contains("surat.pdf", back.TextOf("main form .files"));
        Assert.Equal(Stage.Answered, (await State(complaint)).Stage);
    }

    [Fact]
    public async Task A_late_form_that_still_fits_is_sent_again_with_its_files()
    {
        var complaint = await site.Assigned(await site.Verified(await site.File(TestSite.City, IdentityLevel.Protected)));
        using var browser = await site.SignIn("teknis-kota");
        await site.Unmasked(complaint);
        var form = await browser.Get(Path(complaint, "jawab"));
        await site.Do(complaint, site.Post("admin-kota"), new ComplaintCommand.RevealIdentity("Perlu menghubungi pelapor."));
        var back = await browser.Submit(form, "main form[method=post]", new() { ["Text"] = "Jawaban saya." }, ("Files", "surat.pdf", Pdf));
        Assert.Contains("kirim lagi bila masih sesuai", back.TextOf(".meanwhile"));

        var done = await browser.Submit(back, "main form[method=post]", []);

        Assert.Equal($"/meja/pengaduan/{complaint.Number}", done.Path);
        Assert.Contains("Jawaban saya.", done.Words);
        Assert.Contains("surat.pdf", done.Words);
    }

    [Fact]
    public async Task Files_carried_for_one_case_cannot_be_sent_with_another()
    {
        var carrier = site.Services.GetRequiredService<EvidenceCarrier>();
        var evidence = new Evidence(new ContentHash(new string('a', 64)), "surat.pdf", "application/pdf", 3, "kunci");
        var one = Guid.CreateVersion7();
        var carried = carrier.Seal(one, [evidence]);

        Assert.Equal([evidence], carrier.Read(one, carried));
        Assert.Empty(carrier.Read(Guid.CreateVersion7(), carried));
        Assert.Empty(carrier.Read(one, carried + "x"));
    }

    [Fact]
    public async Task Closing_offers_the_offices_reasons_and_refuses_an_early_one_with_its_date()
    {
        var complaint = await site.Answered(await site.Assigned(await site.Verified(await site.File(TestSite.City))));
        using var browser = await site.SignIn("teknis-kota");
        var form = await browser.Get(Path(complaint, "tutup"));
        Assert.Equal(
            ["pelapor_tidak_menanggapi", "sudah_diselesaikan_instansi", "bukan_kewenangan"],
            form.Page.QuerySelectorAll("input[name=Reason]").Select(one => one.GetAttribute("value")!)
        );

        var early = await browser.Submit(
            form,
            "main form[method=post]",
            new() { ["Reason"] = "pelapor_tidak_menanggapi", ["Explanation"] = "Tidak ada balasan." }
        );
        Assert.Contains("Kesempatan pelapor masih terbuka sampai", early.Words);
        Assert.Contains("Tidak ada balasan.", early.TextOf("textarea"));

        var done = await browser.Submit(
            early,
            "main form[method=post]",
            new() { ["Reason"] = "sudah_diselesaikan_instansi", ["Explanation"] = "Sudah." }
        );
        Assert.Equal(Stage.Closed, (await State(complaint)).Stage);
        Assert.Contains("sudah ditutup", done.Words);
    }

    [Fact]
    public async Task Unmasking_is_recorded_before_the_name_is_shown_and_the_name_is_shown_once()
    {
        var complaint = await site.File(TestSite.City, IdentityLevel.Protected);
        using var browser = await site.SignIn("admin-kota");
        var caseBefore = await browser.Get(Path(complaint));
        Assert.DoesNotContain("Ibu Rahasia", caseBefore.Html);
        Assert.Matches("Pelapor [A-Z][0-9]", caseBefore.TextOf("aside"));
        await site.Unmasked(complaint);
        var form = await browser.Get(Path(complaint, "identitas"));

        var refused = await browser.Submit(form, "main form[method=post]", new() { ["Reason"] = "ingin" });
        Assert.Contains("paling sedikit sepuluh huruf", refused.Words);
        Assert.DoesNotContain("Ibu Rahasia", refused.Html);

        var shown = await browser.Submit(refused, "main form[method=post]", new() { ["Reason"] = "Perlu menelepon pelapor." });
        Assert.Contains("Ibu Rahasia Contoh", shown.Words);
        Assert.Equal(Path(complaint, "identitas"), shown.Path);
        Assert.True(shown.Response.Headers.CacheControl!.NoStore);

        var history = await site.Queries.History(complaint.Id, TestContext.Current.CancellationToken);
        Assert.Equal("Perlu menelepon pelapor.", Assert.IsType<ComplaintEvent.IdentityRevealed>(history[^1].Fact).Reason);
        Assert.DoesNotContain("Ibu Rahasia", (await browser.Get(Path(complaint, "identitas"))).Html);
        var after = await browser.Get(Path(complaint));
        Assert.DoesNotContain("Ibu Rahasia", after.Html);
        Assert.Contains("Perlu menelepon pelapor.", after.TextOf(".said.internal"));
    }

    [Theory]
    [InlineData("admin-provinsi", true)]
    [InlineData("admin-kota", true)]
    [InlineData("teknis-kota", true)]
    [InlineData("ketua-kota", false)]
    [InlineData("auditor-provinsi", false)]
    public async Task The_name_on_an_open_case_is_there_for_those_who_may_act(string person, bool sees)
    {
        var complaint = await site.Assigned(await site.Verified(await site.File(TestSite.City)));
        using var browser = await site.SignIn(person);

        var page = await browser.Get(Path(complaint));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(sees, page.Html.Contains("Ibu Rahasia Contoh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_complainant_without_mail_is_called_and_the_call_recorded()
    {
        var complaint = await site.Answered(await site.Assigned(await site.Verified(await site.File(TestSite.City, email: null))));
        using var browser = await site.SignIn("teknis-kota");
        var form = await browser.Get(Path(complaint, "hubungi"));
        Assert.Contains("0812 0000 1111", form.Words);

        var done = await browser.Submit(form, "main form[method=post]", new() { ["Note"] = "Ditelepon, sudah mendengar jawabannya." });

        Assert.Contains("Ditelepon, sudah mendengar jawabannya.", done.TextOf(".said.internal"));
        Assert.False((await State(complaint)).MustBeContacted);
    }

    [Theory]
    [InlineData(IdentityLevel.Protected, false)]
    [InlineData(IdentityLevel.Anonymous, true)]
    public async Task The_number_of_a_protected_reporter_stays_hidden_and_an_anonymous_one_is_for_the_call_only(
        IdentityLevel level,
        bool shown
    )
    {
        var complaint = await site.Answered(await site.Assigned(await site.Verified(await site.File(TestSite.City, level, email: null))));
        using var browser = await site.SignIn("teknis-kota");

        Assert.Equal(shown, (await browser.Get(Path(complaint, "hubungi"))).Html.Contains("0812 0000 1111", StringComparison.Ordinal));
        Assert.DoesNotContain("0812 0000 1111", (await browser.Get(Path(complaint))).Html);
    }

    [Fact]
    public async Task The_page_of_an_act_that_is_not_offered_leads_back_to_the_case()
    {
        var complaint = await site.File(TestSite.City);
        using var browser = await site.SignIn("ketua-kota");

        foreach (var act in DeskScopeTests.Acts)
        {
            Assert.Equal(Path(complaint), (await browser.Get(Path(complaint, act))).Path);
        }

        var page = await browser.Get(Path(complaint));
        Assert.Empty(page.Page.QuerySelectorAll(".acts a"));
    }

    private static async Task<Seen> Act(Browser browser, Complaint complaint, string act, Dictionary<string, string> fields) =>
        await browser.Submit(await browser.Get(Path(complaint, act)), "main form[method=post]", fields);

    internal static string Path(Complaint complaint, string? act = null) =>
        $"/meja/pengaduan/{complaint.Number}{(act is null ? "" : $"/{act}")}";

    private Task<Complaint> State(Complaint complaint) => site.Queries.State(complaint.Id, TestContext.Current.CancellationToken);
}
