using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Complaints;
using Padu.Coordination;
using Padu.Domain.Complaints;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Privacy;
using Padu.Storage;
using Padu.Tests.Coordination;

namespace Padu.Tests.Privacy;

/// <summary>The rights of a data subject through the pages: asked with the code, decided by a person, seen where they were asked; and the register of failures.</summary>
public sealed class PrivacyPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_copy_needs_the_code_again_holds_everything_and_stands_in_the_register()
    {
        var (complaint, code) = await Filed();
        await site.Verified(complaint);
        using var reader = await Track(complaint, code);
        var page = await reader.Get("/lacak/data-saya");
        Assert.DoesNotContain("Ibu Rahasia Contoh", page.Html);
        var wrong = await reader.Submit(page, "form[action*=Copy]", new() { ["Code"] = "AAAA-AAAA-AAAA-AAAA", ["Shape"] = "json" });
        Assert.DoesNotContain("Ibu Rahasia Contoh", wrong.Html);

        var json = await reader.Submit(page, "form[action*=Copy]", new() { ["Code"] = code, ["Shape"] = "json" });
        using var copy = JsonDocument.Parse(json.Html);
        Assert.Equal("Ibu Rahasia Contoh", copy.RootElement.GetProperty("identity").GetProperty("name").GetString());
        Assert.Contains("tanpa surat apa pun", json.Html);
        var html = await reader.Submit(page, "form[action*=Copy]", new() { ["Code"] = code, ["Shape"] = "halaman" });
        Assert.Contains("Ibu Rahasia Contoh", html.Html);

        using var custodian = await site.Enter("kustodian");
        var register = await custodian.Get("/meja/pdp?buku=semua");
        Assert.Contains(complaint.Number.Value, register.Html);
    }

    [Fact]
    public async Task An_erasure_asked_for_too_early_is_refused_by_name_of_the_law_and_granted_once_the_case_is_closed()
    {
        var (complaint, code) = await Filed(IdentityLevel.Protected);
        using var reader = await Track(complaint, code);
        await Ask(reader, code, "penghapusan");
        using var custodian = await site.Enter("kustodian");
        var request = await Request(custodian, complaint);
        Assert.DoesNotContain("Ibu Rahasia Contoh", request.Html);
        var impossible = await Decide(custodian, request, new() { ["Outcome"] = "dipenuhi" });
        Assert.Contains("pasal 43", impossible.Words);
        await Decide(
            custodian,
            impossible,
            new()
            {
                ["Outcome"] = "ditolak",
                ["Ground"] = "perkara_berjalan",
                ["Reason"] = "Pengaduan masih diperiksa oleh KPU Kota.",
            }
        );
        var told = await reader.Get("/lacak/data-saya");
        Assert.Contains("Pengaduan masih diperiksa oleh KPU Kota.", told.Words);
        Assert.Contains("UU 27/2022 pasal 43", told.Words);

        await site.Do(complaint, new Actor.Complainant(complaint.ReporterId), new ComplaintCommand.Withdraw(null));
        await Ask(reader, code, "penghapusan");
        await Decide(custodian, await Request(custodian, complaint), new() { ["Outcome"] = "dipenuhi" });
        Assert.Contains("telah dihapus", (await reader.Get("/lacak/data-saya")).Words);
        var mine = await reader.Get("/lacak/pengaduan");
        Assert.Contains("Identitas dan kata-kata Anda dihapus", mine.Words);
        Assert.Null(mine.Page.QuerySelector("#ke-ombudsman"));
        var way = await reader.Get("/lacak/ombudsman");
        Assert.Null(way.Page.QuerySelector("form[action*=Escalate]"));
        Assert.Contains("tidak ada lagi yang dapat dilakukan", way.Words);
        Assert.DoesNotContain("tanpa surat apa pun", mine.Html);
        using var admin = await site.SignIn("admin-kota");
        var desk = await admin.Get($"/meja/pengaduan/{complaint.Number}");
        Assert.Contains("data pribadi dihapus", desk.Words);
        Assert.DoesNotContain("tanpa surat apa pun", desk.Html);
    }

    [Fact]
    public async Task A_pause_shows_at_the_desk_hides_the_acts_and_ends_by_the_complainants_own_hand()
    {
        var (complaint, code) = await Filed();
        await site.Verified(complaint);
        using var reader = await Track(complaint, code);
        await Ask(reader, code, "pembatasan");
        using var admin = await site.SignIn("admin-kota");
        await Decide(admin, await Request(admin, complaint), new() { ["Outcome"] = "dipenuhi" });
        var paused = await admin.Get($"/meja/pengaduan/{complaint.Number}");
        Assert.Contains("pemrosesan ditunda", paused.Words);
        Assert.DoesNotContain($"/meja/pengaduan/{complaint.Number}/tugaskan", paused.Html);
        Assert.Contains("pemrosesan ditunda", (await admin.Get("/meja?tab=semua")).Words);

        await reader.Submit(await reader.Get("/lacak/data-saya"), "form[action*=Lift]", []);
        Assert.Contains($"/meja/pengaduan/{complaint.Number}/tugaskan", (await admin.Get($"/meja/pengaduan/{complaint.Number}")).Html);
    }

    [Fact]
    public async Task A_pause_ends_at_the_desk_for_who_asks_there_with_a_reason_they_read()
    {
        var (complaint, code) = await Filed();
        await site.Verified(complaint);
        using var reader = await Track(complaint, code);
        await Ask(reader, code, "pembatasan");
        using var admin = await site.SignIn("admin-kota");
        var request = await Request(admin, complaint);
        Assert.Null(request.Page.QuerySelector("form[action*=Lift]"));
        await Decide(admin, request, new() { ["Outcome"] = "dipenuhi" });

        var silent = await admin.Submit(await Request(admin, complaint), "form[action*=Lift]", new() { ["Reason"] = " " });
        Assert.NotNull(silent.Page.QuerySelector(".error-summary"));
        Assert.True((await site.Queries.State(complaint.Id, Cancel)).IsRestricted);
        var ended = await admin.Submit(silent, "form[action*=Lift]", new() { ["Reason"] = "Pelapor memintanya lewat telepon." });
        Assert.Null(ended.Page.QuerySelector("form[action*=Lift]"));
        Assert.Contains($"/meja/pengaduan/{complaint.Number}/tugaskan", (await admin.Get($"/meja/pengaduan/{complaint.Number}")).Html);
        Assert.Contains("Pelapor memintanya lewat telepon.", (await reader.Get("/lacak/pengaduan")).Words);
    }

    [Fact]
    public async Task A_consent_is_given_and_taken_back_where_it_stands()
    {
        var (complaint, code) = await Filed();
        using var reader = await Track(complaint, code);
        var page = await reader.Submit(await reader.Get("/lacak/data-saya"), "form:has(input[value=cerita_tanpa_nama])", []);
        Assert.Equal("/lacak/data-saya", page.Path);
        Assert.Equal([ConsentKind.Story], (await site.Queries.State(complaint.Id, Cancel)).Consents);
        await reader.Submit(await reader.Get("/lacak/data-saya"), "form:has(input[value=cerita_tanpa_nama])", []);
        await reader.Submit(await reader.Get("/lacak/data-saya"), "form:has(input[value=surel])", []);
        var after = await site.Queries.State(complaint.Id, Cancel);
        Assert.Empty(after.Consents);
        Assert.False(after.HasEmail);
    }

    [Fact]
    public async Task At_a_desk_a_name_that_is_not_the_cases_enters_nothing_and_nobody_decides_what_they_entered()
    {
        var (complaint, _) = await Filed();
        using var desk = await site.Enter("petugas-kota");
        var form = await desk.Get("/meja/pdp/baru");
        Dictionary<string, string> asked = new()
        {
            ["Number"] = complaint.Number.Value,
            ["ShownName"] = "Orang Lain",
            ["Proofs"] = "ktp_el",
            ["Kind"] = "pembatasan",
        };
        var wrong = await desk.Submit(form, "main form", asked);
        Assert.Contains("tidak sama dengan nama", wrong.Words);
        Assert.Empty(await site.Services.GetRequiredService<PrivacyQueries>().OfComplaint(complaint.Id, Cancel));

        asked["ShownName"] = "CONTOH ibu rahasia";
        var done = await desk.Submit(wrong, "main form", asked);
        Assert.Contains("sudah dicatat", done.Words);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Get("/meja/pdp")).Status);
        using var kaur = await site.SignIn("admin-kaur");
        Assert.DoesNotContain(complaint.Number.Value, (await kaur.Get("/meja/pdp")).Html);
        using var admin = await site.SignIn("admin-kota");
        Assert.NotEmpty((await Request(admin, complaint)).All("form"));
    }

    [Fact]
    public async Task What_is_due_is_proposed_by_one_person_and_erased_by_another()
    {
        var (complaint, _) = await Filed();
        await site.Do(complaint, new Actor.Complainant(complaint.ReporterId), new ComplaintCommand.Withdraw(null));
        var then = site.Clock.Now;
        try
        {
            site.Clock.Now = then + Duration.FromDays(729);
            using (var early = await site.SignIn("admin-kota"))
            {
                Assert.DoesNotContain(complaint.Number.Value, (await early.Get("/meja/pdp/retensi")).Html);
            }

            site.Clock.Now = then + Duration.FromDays(731);
            using var admin = await site.SignIn("admin-kota");
            var due = await admin.Get("/meja/pdp/retensi");
            await admin.Submit(due, $"form:has(input[value='{complaint.Number}'])", []);
            Assert.Empty((await Request(admin, complaint)).All("input[name=Outcome]"));
            using var custodian = await site.Enter("kustodian");
            await Decide(custodian, await Request(custodian, complaint), new() { ["Outcome"] = "dipenuhi" });
            Assert.True((await site.Queries.State(complaint.Id, Cancel)).IsErased);
        }
        finally
        {
            site.Clock.Now = then;
        }
    }

    [Fact(DisplayName = "Rule 53: an input whose time is over is listed, and the custodian destroys its author's keys")]
    public async Task The_author_of_an_old_input_is_erased_by_the_custodian()
    {
        var (old, _) = await site.Suggest("zqkatapenulis tentang ram", "zqpenulis@contoh.example");
        await site.Answer(old, InputVerdict.Decline);
        var (asking, _) = await site.Suggest("zqkatayangmeminta", "zqpeminta@contoh.example");
        var stream = $"input/{old.Id.Value:D}";
        var before = await KeysOf(stream);
        Assert.Equal(
            [KeyPurpose.Words, KeyPurpose.Identity],
            before.Select(key => key.Purpose).Where(one => one != KeyPurpose.Record).Distinct().Order()
        );
        Assert.Contains("zqkatapenulis", await Everything(old), StringComparison.Ordinal);

        var then = site.Clock.Now;
        try
        {
            site.Clock.Now = then + Duration.FromDays(729);
            using (var early = await site.Enter("kustodian"))
            {
                Assert.DoesNotContain(old.Number.Value, (await early.Get("/meja/pdp/retensi")).Html);
            }

            site.Clock.Now = then + Duration.FromDays(731);
            using (var admin = await site.SignIn("admin-kota"))
            {
                var seen = await admin.Get("/meja/pdp/retensi");
                Assert.Contains(old.Number.Value, seen.Words);
                Assert.Empty(seen.All($"form:has(input[value='{old.Number}'])"));
            }

            using var custodian = await site.Enter("kustodian");
            var due = await custodian.Get("/meja/pdp/retensi");
            Assert.DoesNotContain(asking.Number.Value, due.Html);
            var done = await custodian.Submit(due, $"form:has(input[value='{old.Number}'])", []);
            Assert.DoesNotContain(old.Number.Value, done.Html);
            var wrong = await custodian.Submit(done, "form:has(#Input)", new() { ["Input"] = "M-17-2026-XXXXXXX" });
            Assert.NotEmpty(wrong.All(".error-summary"));
            // An author who asks at a desk waits for no day.
            await custodian.Submit(wrong, "form:has(#Input)", new() { ["Input"] = asking.Number.Value });
        }
        finally
        {
            site.Clock.Now = then;
        }

        foreach (var input in new[] { old, asking })
        {
            var left = await Everything(input);
            Assert.DoesNotContain("zqkata", left, StringComparison.Ordinal);
            Assert.DoesNotContain("@contoh.example", left, StringComparison.Ordinal);
        }

        Assert.Contains("Jawaban kantor", await Everything(old), StringComparison.Ordinal);
        var after = await KeysOf(stream);
        Assert.DoesNotContain(after, key => key.Purpose is KeyPurpose.Words or KeyPurpose.Identity && key.Wrapped is not null);
        Assert.Empty(site.Services.GetRequiredService<Verification>().Run().Faults);
    }

    private async Task<List<KeyRow>> KeysOf(string stream)
    {
        await using var database = await site.Services.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContextAsync(Cancel);
        return await database.Set<KeyRow>().AsNoTracking().Where(row => row.Stream == stream && row.Wrapped != null).ToListAsync(Cancel);
    }

    /// <summary>All of an input that somebody with every key of the server can read, and its row.</summary>
    private async Task<string> Everything(Input input)
    {
        var history = await site.Services.GetRequiredService<Journal>().History(new InputStream(), input.Id.Value, _ => true, Cancel);
        await using var database = await site.Services.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContextAsync(Cancel);
        var rows = await database.Set<InputRow>().AsNoTracking().Where(row => row.Id == input.Id.Value).ToListAsync(Cancel);
        return JsonSerializer.Serialize(history.Select(one => (object)one.Fact)) + JsonSerializer.Serialize(rows);
    }

    [Fact]
    public async Task A_failure_is_recorded_told_and_closed_and_stays_with_its_institution()
    {
        using var admin = await site.SignIn("admin-provinsi");
        var recorded = await admin.Submit(
            await admin.Get("/atur/insiden/baru"),
            "main form",
            new()
            {
                ["KnownOn"] = "2026-11-12",
                ["KnownTime"] = "08:00",
                ["Kinds"] = "kerahasiaan",
                ["Categories"] = "kontak",
                ["People"] = "12",
                ["What"] = "Daftar tertinggal di ruang tunggu.",
                ["Measures"] = "Daftar ditarik.",
            }
        );
        Assert.Contains("Daftar tertinggal di ruang tunggu.", recorded.Words);
        var early = await admin.Submit(recorded, "form[action*=Close]", new() { ["Lesson"] = "Tidak dicetak lagi." });
        Assert.Contains("belum diberi tahu", early.Words);
        var page = early;
        foreach (var audience in new[] { "lembaga_pdp", "subjek_data" })
        {
            page = await admin.Submit(
                page,
                "form[action*=Tell]",
                new()
                {
                    ["Audience"] = audience,
                    ["ToldOn"] = "2026-11-12",
                    ["ToldTime"] = "08:30",
                    ["Ways"] = "surat",
                    ["Text"] = "Nomor telepon Anda terbaca pihak lain di ruang tunggu; daftar sudah ditarik.",
                }
            );
        }

        var closed = await admin.Submit(page, "form[action*=Close]", new() { ["Lesson"] = "Tidak dicetak lagi." });
        Assert.Contains("Tidak dicetak lagi.", closed.Words);
        using var auditor = await site.SignIn("auditor-provinsi");
        Assert.Contains("Tidak dicetak lagi.", (await auditor.Get(closed.Path)).Words);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.Get("/atur/insiden/baru")).Status);
        using var theirs = await site.Enter("auditor-ombudsman");
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.Get(closed.Path)).Status);
    }

    private async Task<(Complaint Complaint, string Code)> Filed(IdentityLevel level = IdentityLevel.Open)
    {
        var filed = await site.Desk.File(
            new FilingRequest(
                Guid.CreateVersion7(),
                TestSite.City,
                IntakeChannel.Web,
                Language.Indonesian,
                level,
                new Identity("Ibu Rahasia Contoh", "Jalan Contoh 1", "0812 0000 1111", "ibu@contoh.example"),
                "Permohonan pindah memilih saya ditolak tanpa surat apa pun.",
                null,
                null,
                null,
                null,
                null,
                []
            ),
            null,
            Cancel
        );
        Assert.Null(filed.Refusal);
        return (filed.Complaint, filed.Code);
    }

    private async Task<Browser> Track(Complaint complaint, string code)
    {
        var browser = new Browser(site.Address);
        var seen = await browser.Submit(
            await browser.Get("/lacak"),
            "main form",
            new() { ["Number"] = complaint.Number.Value, ["Code"] = code }
        );
        Assert.Equal("/lacak/pengaduan", seen.Path);
        return browser;
    }

    private static async Task Ask(Browser reader, string code, string kind)
    {
        var asked = await reader.Submit(
            await reader.Get("/lacak/data-saya/minta"),
            "main form",
            new() { ["Kind"] = kind, ["Code"] = code }
        );
        Assert.Equal("/lacak/data-saya", asked.Path);
    }

    /// <summary>The newest request about a case, as this person reads it.</summary>
    private async Task<Seen> Request(Browser judge, Complaint complaint)
    {
        var rows = await site.Services.GetRequiredService<PrivacyQueries>().OfComplaint(complaint.Id, Cancel);
        var seen = await judge.Get($"/meja/pdp/{rows[^1].Id:D}");
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        return seen;
    }

    private static Task<Seen> Decide(Browser judge, Seen request, Dictionary<string, string> form) =>
        judge.Submit(request, "main form:has(input[name=Outcome])", form);
}
