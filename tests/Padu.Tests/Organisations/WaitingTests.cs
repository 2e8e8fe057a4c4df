using AngleSharp.Dom;
using NodaTime;
using Padu.Domain.Agreements;
using Padu.Domain.Meetings;
using Padu.Domain.Obligations;
using Padu.Tests.Agreements;
using Padu.Tests.Coordination;
using Padu.Tests.Meetings;

namespace Padu.Tests.Organisations;

/// <summary>What waits for an office, where the day of its people begins: each line leads to where it is done, and goes when it is.</summary>
public sealed class WaitingTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("sekretariat", "/kerja-sama")]
    [InlineData("auditor-provinsi", "/meja")]
    [InlineData("auditor-ombudsman", "/meja/audit")]
    [InlineData("admin-kaur", "/meja")]
    [InlineData("asisten-ombudsman", "/ombudsman")]
    public async Task Signing_in_leads_to_a_page(string person, string home)
    {
        using var browser = new Browser(site.Address);
        var entered = await browser.Submit(
            await browser.Get("/masuk"),
            "form[method=post]",
            new() { ["UserName"] = person, ["Password"] = TestSite.Password }
        );
        Assert.Equal((home, System.Net.HttpStatusCode.OK), (entered.Path, entered.Status));
    }

    [Fact]
    public async Task A_regency_office_is_told_what_it_owes_and_what_to_fill_in()
    {
        var meeting = await site.Invited();
        var owed = await site.Owe(TestSite.City, on: new LocalDate(2026, 11, 15));
        using var city = await site.Enter("admin-kota");
        var home = await city.Get("/meja");
        Assert.Contains("Menunggu kantor Anda", home.TextOf("section.day h2"));
        var fill = Line(home, "Isi instrumen tema 1");
        Assert.Equal($"/meja/rakor/{meeting.Code}/instrumen/1/isi", fill.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("hari ini", fill.TextContent);
        Assert.Contains("Kamis, 12 November 2026", fill.TextContent);
        var open = Line(home, "Kewajiban kantor ini yang berjalan");
        Assert.Contains("3 hari kalender lagi", open.TextContent);
        var board = await city.Get(open.QuerySelector("a")!.GetAttribute("href")!);
        Assert.NotNull(board.Page.QuerySelector($"a[href$='{owed.Id}']"));
        // The unit officer at home fills in too, and owes nothing alone.
        using var unit = await site.Enter("teknis-kota");
        var theirs = await unit.Get("/meja");
        Line(theirs, "Isi instrumen tema 1");
        Assert.DoesNotContain("Kewajiban kantor ini", theirs.TextOf("section.day"));

        await site.Do(meeting, "admin-kota", Rakor.Answers("7"));
        Assert.DoesNotContain("Isi instrumen", (await city.Get("/meja")).TextOf("section.day"));
        // Nowhere else, and not for another office.
        Assert.Null((await city.Get("/kerja-sama/kewajiban")).Page.QuerySelector("section.day"));
        using var kaur = await site.Enter("admin-kaur");
        Assert.DoesNotContain("Kewajiban kantor ini", (await kaur.Get("/meja")).TextOf("section.day") ?? "");
        await site.Do(meeting, "sekretariat", new MeetingCommand.Hold());
    }

    [Fact]
    public async Task Heads_and_secretariats_are_told_what_only_they_can_do()
    {
        var draft = await site.Draft(words: Cooperation.Words("Perjanjian menunggu"));
        using var chair = await site.Enter("ketua-provinsi");
        using var head = await site.Enter("kepala-ombudsman");
        using var secretariat = await site.Enter("sekretariat");
        using var auditor = await site.Enter("auditor-provinsi");
        var root = $"/kerja-sama/perjanjian/{draft.Code}";
        Assert.Equal($"{root}/setujui", Href(await chair.Get("/kerja-sama"), "Setujui rancangan: Perjanjian menunggu"));
        Assert.Equal($"{root}/setujui", Href(await head.Get("/ombudsman"), "Setujui rancangan: Perjanjian menunggu"));
        Assert.DoesNotContain("Perjanjian menunggu", (await secretariat.Get("/kerja-sama")).Words);
        draft = await site.Approve(draft);
        Assert.Equal($"{root}/tandatangani", Href(await chair.Get("/kerja-sama"), "Catat tanda tangan: Perjanjian menunggu"));
        var agreement = await site.Sign(draft);
        await site.Do(agreement, "sekretariat", new AgreementCommand.Evaluate(2026, "Baik."));
        Assert.Equal($"{root}/sepakati-evaluasi", Href(await head.Get("/kerja-sama"), "Sepakati evaluasi tahunan: Perjanjian menunggu"));

        var given = await site.Give(await site.Owe(TestSite.City, from: agreement));
        var agenda = await site.Propose();
        var written = await site.Written(joint: true);
        var page = await secretariat.Get("/kerja-sama");
        Line(page, "Bukti yang harus kantor ini nilai: 1");
        Assert.Equal($"/meja/rakor/{written.Code}/notula/setujui", Href(await head.Get("/ombudsman"), "Setujui notula: Rakor uji"));
        Assert.Equal(
            $"/kerja-sama/agenda/{agenda.Code}",
            Href(await head.Get("/kerja-sama"), "Usul agenda yang menunggu jawaban lembaga ini: 1")
        );
        await site.Do(given, "sekretariat", new ObligationCommand.Accept(null));
        Assert.DoesNotContain("Bukti yang harus", (await secretariat.Get("/kerja-sama")).Words);
        Assert.Contains("Tidak ada yang menunggu", (await auditor.Get("/kerja-sama")).Words);
    }

    [Fact]
    public async Task An_agreement_that_runs_out_and_an_input_are_told_with_their_day()
    {
        await site.InForce(Cooperation.Words("Perjanjian yang habis", new LocalDate(2026, 12, 1)));
        await site.Suggest();
        using var secretariat = await site.Enter("sekretariat");
        using var city = await site.Enter("admin-kota");
        var ends = Line(await secretariat.Get("/kerja-sama"), "Akan berakhir, perbarui bila dilanjutkan: Perjanjian yang habis");
        Assert.Contains("Selasa, 1 Desember 2026", ends.TextContent);
        Line(await city.Get("/kerja-sama"), "Masukan yang harus dijawab: 1");
        using var kaur = await site.Enter("admin-kaur");
        Assert.DoesNotContain("Masukan yang harus", (await kaur.Get("/kerja-sama")).Words);
    }

    /// <summary>A year in which an agreement held and that nobody has evaluated is asked for in the next, of both sides, until one of them has written.</summary>
    [Fact]
    public async Task Last_years_evaluation_is_asked_for_until_it_is_written()
    {
        var agreement = await site.InForce(Cooperation.Words("Perjanjian setahun"));
        var was = site.Clock.Now;
        try
        {
            site.Clock.Now = Instant.FromUtc(2027, 1, 4, 3, 0);
            using var secretariat = await site.Enter("sekretariat");
            using var assistant = await site.Enter("asisten-ombudsman");
            const string words = "Tulis evaluasi tahun 2026: Perjanjian setahun";
            Assert.Equal($"/kerja-sama/perjanjian/{agreement.Code}/evaluasi", Href(await secretariat.Get("/kerja-sama"), words));
            Line(await assistant.Get("/kerja-sama"), words);
            await site.Do(agreement, "sekretariat", new AgreementCommand.Evaluate(2026, "Baik."));
            Assert.DoesNotContain(words, (await secretariat.Get("/kerja-sama")).Words);
            Assert.DoesNotContain(words, (await assistant.Get("/kerja-sama")).Words);
        }
        finally
        {
            site.Clock.Now = was;
        }
    }

    private static IElement Line(Seen page, string words) =>
        Assert.Single(page.Page.QuerySelectorAll(".waiting li"), line => line.TextContent.Contains(words, StringComparison.Ordinal));

    private static string Href(Seen page, string words) => Line(page, words).QuerySelector("a")!.GetAttribute("href")!;
}
