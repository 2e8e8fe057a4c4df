using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Calendar;
using Padu.Complaints;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Oversight;
using Padu.Storage;

namespace Padu.Tests.Calendar;

/// <summary>Elections, their stages and ad hoc bodies over the pages, on both databases.</summary>
public abstract class StagePagesTests(TestSite site)
{
    private const string Decree = "PKPU 9/2026 tentang perubahan jadwal";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ElectionSchedule Schedule => site.Services.GetRequiredService<Law>().Elections;

    [Fact]
    public async Task Everybody_reads_the_stages_with_source_and_certainty()
    {
        using var visitor = new Browser(site.Address);
        var page = await visitor.Get("/tahapan");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Pilkada serentak 2024", page.Words);
        Assert.Contains("Minggu, 24 November 2024 sampai Selasa, 26 November 2024", page.Words);
        Assert.Contains("PKPU 2/2024", page.Words);
        Assert.Contains("belum dikonfirmasi", page.Words);
        Assert.Contains("/tahapan", (await visitor.Get("/bantuan")).Html);
        await visitor.Get("/bahasa/en?kembali=/tahapan");
        Assert.Contains("Quiet period", (await visitor.Get("/tahapan")).Words);
    }

    [Fact(
        DisplayName = "Rule 20: a filing about a running stage is counted to its end, the page says why, and a moved stage is counted again once"
    )]
    public async Task A_filing_about_a_stage_follows_its_schedule()
    {
        var code = await Running("pemilihan-a", new(2026, 11, 17));
        var complaint = await Filed(code);
        Assert.Equal(new LocalDate(2026, 11, 17), complaint.ClockOf(ClockKind.Resolution)!.DueDate);

        using var admin = await site.SignIn("admin-kota");
        var page = await admin.Get($"/meja/pengaduan/{complaint.Number}");
        Assert.Contains("Daftar pemilih uji, pemilihan-a", page.Words);
        Assert.Contains("tahapan berakhir dalam 5 hari", page.Words);
        Assert.Contains("Setelah itu jawaban tidak berguna lagi", page.TextOf(".clocks"));
        Assert.Contains("Tanpa tahapan itu tenggatnya", page.TextOf(".clocks"));
        Assert.Contains("tahapan berakhir dalam 5 hari", (await admin.Get("/meja?tab=semua")).Words);

        using var province = await site.SignIn("admin-provinsi");
        var form = await province.Get($"/atur/tahapan/impor?pemilihan={code}");
        var rows = StageText.Write(Schedule.Find(code)!.Stages).Replace("2026-11-17", "2026-11-20", StringComparison.Ordinal);
        var done = await province.Submit(
            form,
            "main form",
            new()
            {
                ["Decree"] = Decree,
                ["VotingDay"] = "2027-02-01",
                ["Rows"] = rows,
            }
        );
        Assert.Equal("/atur/tahapan", done.Path);
        Assert.Contains(Decree, done.Words);
        Assert.Equal(2, Schedule.Find(code)!.Number);

        await Sweep();
        var now = await site.Queries.State(complaint.Id, Cancel);
        var clock = now.ClockOf(ClockKind.Resolution)!;
        Assert.Equal(new LocalDate(2026, 11, 20), clock.DueDate);
        Assert.Equal(new LocalDate(2026, 11, 17), Assert.Single(clock.Former!.Value).DueDate);
        await Sweep();
        Assert.Equal(now.Version, (await site.Queries.State(complaint.Id, Cancel)).Version);
    }

    [Fact(DisplayName = "Rule 60: a schedule is unconfirmed until two people have compared it, and again after it changed")]
    public async Task A_schedule_takes_two_signatures()
    {
        var code = await Running("pemilihan-b", new(2026, 12, 1));
        foreach (var person in new[] { "admin-provinsi", "ketua-provinsi" })
        {
            Assert.False(Schedule.Find(code)!.IsConfirmed);
            using var browser = await site.SignIn(person);
            var page = await browser.Get($"/atur/aturan/konfirmasi?perihal=tahapan/{code}");
            Assert.Contains("Daftar pemilih uji", page.Words);
            await browser.Submit(page, "main form", new() { ["Basis"] = Decree });
        }

        Assert.True(Schedule.Find(code)!.IsConfirmed);
        var desk = site.Services.GetRequiredService<ElectionDesk>();
        var election = Schedule.Find(code)!;
        var moved = StageText.Write(election.Stages).Replace("2026-12-01", "2026-12-03", StringComparison.Ordinal);
        Assert.Empty(await desk.Import(site.Post("admin-provinsi"), code.Value, election.VotingDay, Decree, moved, Cancel));
        Assert.False(Schedule.Find(code)!.IsConfirmed);
    }

    [Fact]
    public async Task A_wrong_schedule_is_refused_by_line_and_what_was_typed_stays()
    {
        var code = await Running("pemilihan-c", new(2026, 12, 1));
        using var province = await site.SignIn("admin-provinsi");
        var form = await province.Get($"/atur/tahapan/impor?pemilihan={code}");
        const string Rows = "kampanye,Kampanye,Campaign,2026-12-05,2026-12-01,PKPU,m\nlain,Lain,Other,besok,2026-12-01,PKPU,m";
        var refused = await province.Submit(
            form,
            "main form",
            new()
            {
                ["Decree"] = Decree,
                ["VotingDay"] = "2027-02-01",
                ["Rows"] = Rows,
            }
        );
        Assert.Contains("Baris 2: Tulis tanggal seperti 2026-11-30.", refused.TextOf(".error-summary"));
        Assert.Contains("kampanye,Kampanye", refused.TextOf("textarea"));
        var second = await province.Submit(
            form,
            "main form",
            new()
            {
                ["Decree"] = Decree,
                ["VotingDay"] = "2027-02-01",
                ["Rows"] = Rows.Split('\n')[0],
            }
        );
        Assert.Contains("Baris 1: Tahapan berakhir", second.TextOf(".error-summary"));
        Assert.Equal(1, Schedule.Find(code)!.Number);

        using var city = await site.SignIn("admin-kota");
        Assert.Equal(HttpStatusCode.NotFound, (await city.Get("/atur/tahapan/impor")).Status);
    }

    [Fact]
    public async Task The_public_chooses_a_running_stage_while_filing_and_reads_it_before_sending()
    {
        await Running("pemilihan-d", new(2026, 11, 25));
        using var visitor = new Browser(site.Address);
        var story = await visitor.Get("/pengaduan/baru");
        var service = await visitor.Submit(story, "main form", new() { ["Story"] = "Nama saya tidak ada dalam daftar pemilih." });
        Assert.Contains("pemilihan-d", service.TextOf("select[name=Stage]"));
        var evidence = await visitor.Submit(service, "main form", new() { ["Stage"] = "pemilihan-d/daftar_uji" });
        Assert.Equal("/pengaduan/baru/bukti", evidence.Path);
        var back = await visitor.Get("/pengaduan/baru/layanan");
        Assert.NotNull(back.Page.QuerySelector("option[value='pemilihan-d/daftar_uji'][selected]"));
        var wrong = await visitor.Submit(back, "main form", new() { ["Stage"] = "pemilihan-d/tidak-ada" });
        Assert.Contains("Tahapan itu tidak ada dalam jadwal", wrong.TextOf(".error-summary"));
    }

    [Fact]
    public async Task The_counter_writes_down_the_stage_a_walk_in_speaks_of()
    {
        await Running("pemilihan-g", new(2026, 11, 25));
        using var counter = await site.Enter("petugas-kota");
        Dictionary<string, string> fields = new()
        {
            ["Form.Channel"] = "loket",
            ["Form.ReceivedOn"] = "2026-11-12",
            ["Form.ReceivedTime"] = "08:44",
            ["Form.Story"] = "Nama saya tidak ada dalam daftar pemilih.",
            ["Form.ReadBack"] = "true",
            ["Form.Level"] = "terbuka",
            ["Form.Name"] = "Ibu Contoh",
            ["Form.Stage"] = "pemilihan-g/tidak-ada",
        };
        var wrong = await counter.Submit(await counter.Get("/meja/terima"), "main form[method=post]", fields);
        Assert.Contains("Tahapan itu tidak ada dalam jadwal", wrong.TextOf(".error-summary"));

        fields["Form.Stage"] = "pemilihan-g/daftar_uji";
        var receipt = await counter.Submit(wrong, "main form[method=post]", fields);
        var id = await site.Queries.Unscoped(new PublicNumber(receipt.TextOf("#nomor")!), TestContext.Current.CancellationToken);
        var complaint = await site.Queries.State(id!.Value, TestContext.Current.CancellationToken);
        Assert.Equal(new StageRef(new ElectionCode("pemilihan-g"), new StageCode("daftar_uji")), complaint.Concern);
    }

    [Fact]
    public async Task The_calculator_counts_to_the_end_of_a_stage()
    {
        await Running("pemilihan-e", new(2026, 11, 16));
        using var visitor = new Browser(site.Address);
        const string Query = "/bantuan/tenggat?aturan=sp4n.selesai.pengaduan&tanggal=2026-11-12";
        Assert.Equal("Senin, 16 November 2026", (await visitor.Get($"{Query}&tahapan=pemilihan-e/daftar_uji")).TextOf("#hasil .due-date"));
        Assert.NotEqual("Senin, 16 November 2026", (await visitor.Get(Query)).TextOf("#hasil .due-date"));
        var wrong = await visitor.Get($"{Query}&tahapan=tidak/ada");
        Assert.Contains("Tahapan itu tidak ada dalam jadwal", wrong.TextOf(".error-summary"));
    }

    [Fact]
    public async Task Bodies_are_formed_from_a_list_named_in_a_case_and_dissolved()
    {
        var code = await Running("pemilihan-f", new(2026, 12, 1));
        using var admin = await site.SignIn("admin-kota");
        var form = await admin.Get("/atur/badan/impor");
        var fields = new Dictionary<string, string>
        {
            ["Election"] = code.Value,
            ["Basis"] = "SK uji",
            ["Rows"] =
                "pps,17.71.01.1001,,2026-09-01,2027-01-31\nppk,17.71.01.1001,,2026-09-01,2027-01-31\nkpps,17.04.01.2001,3,2026-09-01,2027-01-31",
        };
        var refused = await admin.Submit(form, "main form", fields);
        Assert.Contains("Baris 2: 17.71.01.1001 bukan kode kecamatan", refused.TextOf(".error-summary"));
        Assert.Contains("Baris 3: 17.04.01.2001 tidak terletak", refused.TextOf(".error-summary"));
        Assert.DoesNotContain("Baris 1", refused.TextOf(".error-summary"));
        Assert.Empty((await Bodies(code)).Rows);

        fields["Rows"] =
            "kind,region,polling_station,from,until\npps,17.71.01.1001,,2026-09-01,2027-01-31\nppk,17.71.01,,2026-09-01,2027-01-31";
        var list = await admin.Submit(refused, "main form", fields);
        Assert.Equal("/atur/badan", list.Path);
        Assert.Equal(2, (await Bodies(code)).Rows.Count);
        Assert.Contains("sudah tercatat untuk pemilihan ini", (await admin.Submit(form, "main form", fields)).TextOf(".error-summary"));

        var pps = $"pps/17.71.01.1001/{code}";
        var complaint = await site.Verified(await site.File(TestSite.City));
        var named = await admin.Submit(
            await admin.Get($"/meja/pengaduan/{complaint.Number}/tahapan"),
            "main form",
            new() { ["Stage"] = $"{code}/daftar_uji", ["Body"] = pps }
        );
        Assert.Contains("menjawab untuknya", named.Words);
        Assert.Equal(pps, (await site.Queries.State(complaint.Id, Cancel)).Body!.Value.Value);

        var dissolve = await admin.Get($"/atur/badan/bubar?kode={Uri.EscapeDataString(pps)}");
        await admin.Submit(dissolve, "main form", new() { ["Last"] = "2026-11-11", ["Basis"] = "SK uji 2" });
        Assert.Equal(new LocalDate(2026, 11, 11), (await Bodies(code)).Rows.Single(row => row.Code == pps).Until);

        var other = await site.Verified(await site.File(TestSite.City));
        var left = await admin.Submit(await admin.Get($"/meja/pengaduan/{other.Number}/tahapan"), "main form", new() { ["Body"] = pps });
        Assert.Contains("badan yang sudah bubar; KPU Kota Bengkulu yang menjawab", left.Words);

        using var kaur = await site.SignIn("admin-kaur");
        Assert.Equal(HttpStatusCode.NotFound, (await kaur.Get($"/atur/badan/bubar?kode={Uri.EscapeDataString(pps)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await kaur.Get($"/atur/badan?kantor={TestSite.City}")).Status);
    }

    [Fact]
    public async Task The_quiet_period_stands_above_the_worklist_while_it_lasts()
    {
        using var admin = await site.SignIn("admin-kota");
        Assert.DoesNotContain("masa tenang", (await admin.Get("/meja")).Words, StringComparison.OrdinalIgnoreCase);
        var voting = new LocalDate(2026, 11, 14);
        await site
            .Services.GetRequiredService<ElectionDesk>()
            .Add(
                Of("pemilihan-tenang", voting) with
                {
                    VotingDay = voting,
                    Stages =
                    [
                        new(
                            StageCode.Quiet,
                            "Masa tenang",
                            "Quiet period",
                            new(2026, 11, 11),
                            new(2026, 11, 13),
                            "uji",
                            Confidence.Doubtful
                        ),
                    ],
                },
                Cancel
            );
        Assert.Contains("Masa tenang pemilihan-tenang berlangsung sampai Jumat, 13 November 2026", (await admin.Get("/meja")).Words);
        // Other tests of this site see no quiet period: the voting day is brought forward beyond it.
        Assert.Empty(
            await site
                .Services.GetRequiredService<ElectionDesk>()
                .Import(
                    site.Post("admin-provinsi"),
                    "pemilihan-tenang",
                    new LocalDate(2026, 10, 14),
                    Decree,
                    "masa_tenang,Masa tenang,Quiet period,2026-10-11,2026-10-13,uji,m",
                    Cancel
                )
        );
        Assert.DoesNotContain("pemilihan-tenang berlangsung", (await admin.Get("/meja")).Words);
    }

    private async Task<Complaint> Filed(ElectionCode election)
    {
        var filed = await site.Desk.File(
            new FilingRequest(
                Guid.CreateVersion7(),
                TestSite.City,
                IntakeChannel.Web,
                Language.Indonesian,
                IdentityLevel.Open,
                new Identity("Ibu Contoh", null, null, null),
                "Nama saya tidak ada dalam daftar pemilih.",
                null,
                null,
                null,
                null,
                null,
                []
            )
            {
                Concern = new StageRef(election, new("daftar_uji")),
            },
            null,
            Cancel
        );
        Assert.Null(filed.Refusal);
        return filed.Complaint;
    }

    private async Task<ElectionCode> Running(string code, LocalDate ends)
    {
        await site.Services.GetRequiredService<ElectionDesk>().Add(Of(code, ends), Cancel);
        return new(code);
    }

    private static Election Of(string code, LocalDate ends) =>
        new(
            new(code),
            1,
            ElectionKind.Regional,
            code,
            code,
            ["17"],
            ends.PlusDays(60),
            "Jadwal uji",
            Confidence.Doubtful,
            false,
            [new(new("daftar_uji"), "Daftar pemilih uji", "Test voter list", ends.PlusDays(-20), ends, "Jadwal uji", Confidence.Doubtful)]
        );

    private Task<AdHocPage> Bodies(ElectionCode election) =>
        site.Services.GetRequiredService<AdHocBodies>().Of(TestSite.City, election, null, Cancel);

    private async Task Sweep()
    {
        foreach (var sweep in site.Services.GetServices<ISweep>().OfType<ComplaintSweep>())
        {
            await sweep.Sweep(site.Clock.Now, Cancel);
        }
    }
}
