using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Calendar;
using Padu.Complaints;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Oversight;
using Padu.Storage;

namespace Padu.Tests.Oversight;

/// <summary>Rules and holidays that people stand by: by whom, for how long, and what it changes.</summary>
public sealed class LawTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Rule = "aturan/sp4n.balasan/2019-01-01";
    private const string Basis = "PermenPANRB 62/2018, lampiran; surat biro hukum 12/2026";

    private Law Law => site.Services.GetRequiredService<Law>();

    [Fact(DisplayName = "Rule 60: a rule is confirmed by a person with its basis, and only then ends a window by itself")]
    public async Task A_confirmed_rule_closes_what_an_unconfirmed_one_leaves_to_a_person()
    {
        var before = await Answered();
        await Pass(before);
        Assert.Equal(Stage.Answered, (await site.Queries.State(before.Id, default)).Stage);

        using var visitor = new Browser(site.Address);
        var told = await Unconfirmed(visitor);
        using var admin = await site.SignIn("admin-provinsi");
        var confirmed = await Confirm(admin, Rule, Basis);
        Assert.Equal(told - 1, await Unconfirmed(visitor));
        Assert.Contains("Konfirmasi Anda dicatat.", confirmed.Words);
        Assert.Contains($"Admin Provinsi, Kamis, 12 November 2026: {Basis}", confirmed.Words);
        Assert.True(Law.Rules.On(ComplaintClocks.CounterReply, new LocalDate(2026, 11, 12)).IsConfirmed);

        var after = await Answered();
        await Pass(after);
        var closed = await site.Queries.State(after.Id, default);
        Assert.Equal((Stage.Closed, ClosingReason.NoCounterReply), (closed.Stage, closed.ClosingReason));

        var withdrawn = await admin.Submit(await admin.Get(Page(Rule)), "form[action*=Withdraw]", []);
        Assert.Contains("Konfirmasi Anda dicabut.", withdrawn.Words);
        Assert.False(Law.Rules.On(ComplaintClocks.CounterReply, new LocalDate(2026, 11, 12)).IsConfirmed);
    }

    [Fact(DisplayName = "Rule 58: a list of holidays needs two people, neither of them twice")]
    public async Task Holidays_are_signed_by_two_people()
    {
        using var admin = await site.SignIn("admin-provinsi");
        using var head = await site.SignIn("ketua-provinsi");
        var set = Law.Calendar.SetOf(2026)!;
        var item = LawItem.Of(set).Value;
        var first = await Confirm(admin, item, "SKB 1497/2/5 Tahun 2025");
        Assert.Contains("Konfirmasi Anda dicatat.", first.Words);
        Assert.Single(Law.WhoSigned(set));

        // Who signed is offered to take it back, and nothing else.
        Assert.Null((await admin.Get(Page(item))).Page.QuerySelector("#Basis"));
        var desk = site.Services.GetRequiredService<LawDesk>();
        var again = await desk.Confirm(site.Post("admin-provinsi"), desk.Find(item)!, desk.Find(item)!.Content.Value, Basis, default);
        Assert.Equal("law.already-yours", again?.Code);
        await Confirm(head, item, "SKB 1497/2/5 Tahun 2025");
        Assert.Equal(2, Law.WhoSigned(set).Length);
    }

    [Fact]
    public async Task Who_gives_no_basis_or_saw_another_text_confirms_nothing_and_keeps_what_was_typed()
    {
        using var admin = await site.SignIn("admin-provinsi");
        const string Other = "aturan/sp4n.verifikasi/2019-01-01";
        Assert.Contains("Bagian ini belum diisi.", (await Confirm(admin, Other, " ")).TextOf(".error-summary"));

        var desk = site.Services.GetRequiredService<LawDesk>();
        var refusal = await desk.Confirm(site.Post("admin-provinsi"), desk.Find(Other)!, "lain", Basis, default);
        Assert.Equal("law.changed", refusal?.Code);
        Assert.Empty(desk.Find(Other)!.Confirmed);
    }

    [Theory]
    [InlineData("admin-kota", Rule, "access.not-yours")]
    [InlineData("operator", Rule, "access.not-yours")]
    [InlineData("kepala-ombudsman", "aturan/sp4n.verifikasi/2019-01-01", "access.not-yours")]
    [InlineData("admin-provinsi", "aturan/ombudsman.pleno/2023-01-01", "access.not-yours")]
    [InlineData("kepala-ombudsman", "aturan/ombudsman.pleno/2023-01-01", null)]
    public async Task A_duty_is_confirmed_by_the_institution_that_has_it(string person, string item, string? code)
    {
        var desk = site.Services.GetRequiredService<LawDesk>();
        var standing = desk.Find(item)!;
        Assert.Equal(code, (await desk.Confirm(site.Post(person), standing, standing.Content.Value, Basis, default))?.Code);
    }

    [Fact(DisplayName = "Rule 58: a provisional table of next year is told when the program starts")]
    public void A_provisional_year_is_told_at_the_start() =>
        Assert.Contains(
            LawAtStart.Sentences(site.Services.GetRequiredService<Law>(), new NodaTime.LocalDate(2026, 11, 12)),
            line => line.Contains("2027 are provisional", StringComparison.Ordinal)
        );

    [Fact(DisplayName = "Rule 60: beside every date of a case stands the law that set it")]
    public async Task Every_date_shows_its_source()
    {
        var complaint = await site.File(TestSite.City);
        using var admin = await site.SignIn("admin-kota");
        var words = (await admin.Get($"/meja/pengaduan/{complaint.Number}")).Words;
        Assert.All(complaint.Clocks, clock => Assert.Contains(clock.Terms.Source.Value, words, StringComparison.Ordinal));
    }

    [Fact(DisplayName = "Rule 57: the calculator counts as a case is counted, for everybody")]
    public async Task The_calculator_shows_the_day_and_every_day_before_it()
    {
        using var visitor = new Browser(site.Address);
        var page = await visitor.Get("/bantuan/tenggat?aturan=sp4n.jawaban_pertama&tanggal=2026-03-13");
        Assert.Equal("Jumat, 27 Maret 2026", page.TextOf("#hasil .due-date"));
        Assert.Contains("Hari Suci Nyepi", page.TextOf("#hasil .skipped"));
        Assert.Contains(
            "12.30",
            (await visitor.Get("/bantuan/tenggat?aturan=pdp.permintaan&tanggal=2026-03-13&jam=12:30")).TextOf("#hasil .due-date")
        );
    }

    [Fact]
    public async Task Help_says_each_limit_as_the_table_has_it_in_both_languages()
    {
        using var visitor = new Browser(site.Address);
        foreach (var language in new[] { "id", "en" })
        {
            await visitor.Get($"/bahasa/{language}");
            var words = string.Join(' ', (await visitor.Get("/bantuan")).All("#waktu ~ ul li"));
            foreach (
                var rule in new[]
                {
                    ComplaintClocks.Verification,
                    ComplaintClocks.FirstAnswer,
                    ComplaintClocks.Resolution(ComplaintClass.Complaint),
                    ComplaintClocks.Resolution(ComplaintClass.Supervision),
                    ComplaintClocks.Completion,
                    ComplaintClocks.CounterReply,
                    ComplaintClocks.Reopening,
                }
            )
            {
                var row = Law.Rules.On(rule, new LocalDate(2026, 11, 12));
                var unit = (language, row.Unit) switch
                {
                    ("id", CountingUnit.WorkingDay) => "hari kerja",
                    ("id", _) => "hari kalender",
                    (_, CountingUnit.WorkingDay) => "working days",
                    _ => "calendar days",
                };
                Assert.Contains($"{row.Amount} {unit}", words, StringComparison.Ordinal);
            }
        }
    }

    [Theory(DisplayName = "Rule 57: the calculator counts over the turn of a year, a leap day, Idulfitri and a year without a table")]
    [InlineData("aturan=sp4n.verifikasi&tanggal=2025-12-30", "Senin, 5 Januari 2026", "Monday, 5 January 2026", null)]
    [InlineData("aturan=uu25.kelengkapan&tanggal=2024-02-15", "Kamis, 29 Februari 2024", "Thursday, 29 February 2024", null)]
    [InlineData("aturan=sp4n.selesai.pengawasan&tanggal=2026-03-13", "Rabu, 24 Juni 2026", "Wednesday, 24 June 2026", null)]
    [InlineData("aturan=sp4n.verifikasi&tanggal=2035-12-28", "Rabu, 2 Januari 2036", "Wednesday, 2 January 2036", "2036")]
    public async Task The_calculator_over_boundaries(string query, string indonesian, string english, string? unsettled)
    {
        using var visitor = new Browser(site.Address);
        var page = await visitor.Get($"/bantuan/tenggat?{query}");
        Assert.Equal(indonesian, page.TextOf("#hasil .due-date"));
        Assert.Equal(
            unsettled is not null,
            page.All("#hasil .source").Any(line => unsettled is not null && line.Contains(unsettled, StringComparison.Ordinal))
        );
        await visitor.Get("/bahasa/en");
        Assert.Equal(english, (await visitor.Get($"/bantuan/tenggat?{query}")).TextOf("#hasil .due-date"));
    }

    [Theory]
    [InlineData("aturan=tidak.ada&tanggal=2026-03-13", "Pilih salah satu aturan.")]
    [InlineData("aturan=sp4n.balasan&tanggal=31-02-2026", "Isi tanggal antara tahun 2000 dan 2099.")]
    [InlineData("aturan=sp4n.balasan&tanggal=9999-12-31", "Isi tanggal antara tahun 2000 dan 2099.")]
    [InlineData("aturan=sp4n.balasan&tanggal=2010-01-04", "Aturan itu berlaku sejak")]
    [InlineData("aturan=pdp.permintaan&tanggal=2026-03-13&jam=25:00", "Isi jam seperti 14:30")]
    public async Task The_calculator_says_what_it_cannot_count(string query, string sentence)
    {
        using var visitor = new Browser(site.Address);
        var page = await visitor.Get($"/bantuan/tenggat?{query}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(sentence, page.TextOf(".error-summary"));
        Assert.Null(page.TextOf("#hasil"));
    }

    /// <summary>How many of the limits a visitor reads about are said to be unconfirmed.</summary>
    private static async Task<int> Unconfirmed(Browser visitor) =>
        (await visitor.Get("/hak-anda"))
            .All("#waktu ~ table em")
            .Count(words => words.Contains("belum dikonfirmasi", StringComparison.Ordinal));

    private static string Page(string item) => $"/atur/aturan/konfirmasi?perihal={item}";

    private static async Task<Seen> Confirm(Browser browser, string item, string basis) =>
        await browser.Submit(await browser.Get(Page(item)), "main form", new() { ["Basis"] = basis });

    /// <summary>A complaint whose answer waits for the complainant's counter-reply.</summary>
    private async Task<Complaint> Answered()
    {
        var complaint = await site.Assigned(await site.Verified(await site.File(TestSite.City)));
        return await site.Do(complaint, site.Post("teknis-kota"), new ComplaintCommand.Answer("Mohon maaf; surat menyusul hari ini.", []));
    }

    /// <summary>The counter-reply's window passes, and the sweep comes.</summary>
    private async Task Pass(Complaint complaint)
    {
        var due = complaint.ClockOf(ClockKind.CounterReply)!.Due!.Value;
        var acted = await site.Desk.Act(
            complaint.Id,
            new Domain.Organisations.Actor.System(),
            new ComplaintCommand.Lapse(ClockKind.CounterReply),
            cancel: default
        );
        Assert.Equal("lapse.not-due", acted.Refusal?.Code);
        var now = site.Clock.Now;
        site.Clock.Now = due + Duration.FromMinutes(1);
        await site.Desk.Act(
            complaint.Id,
            new Domain.Organisations.Actor.System(),
            new ComplaintCommand.Lapse(ClockKind.CounterReply),
            cancel: default
        );
        site.Clock.Now = now;
    }
}
