using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Padu.Channels.Notices;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Storage;

namespace Padu.Tests.Complaints;

/// <summary>Who learns who the complainant is, through the pages: asked, refused, allowed, read; a lost code; another level; a way out.</summary>
public sealed class CustodyPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Name = "Ibu Rahasia Contoh";
    private const string Why = "Surat panggilan harus dikirim ke rumah pelapor.";

    [Fact]
    public async Task A_power_of_attorney_opens_with_the_identity_that_was_read_and_not_beyond_that_reading()
    {
        var cancel = TestContext.Current.CancellationToken;
        var bytes = System.Text.Encoding.UTF8.GetBytes("Surat kuasa.");
        var stored = (await site.Services.GetRequiredService<IBlobStore>().Put(new MemoryStream(bytes), bytes.Length, cancel))!;
        var filed = await site.Desk.File(
            new FilingRequest(
                Guid.CreateVersion7(),
                TestSite.City,
                IntakeChannel.Web,
                Language.Indonesian,
                IdentityLevel.Protected,
                new Identity("Ibu Rahasia Contoh", null, null, "ibu@contoh.example"),
                "Permohonan pindah memilih saya ditolak tanpa surat apa pun.",
                null,
                null,
                null,
                null,
                null,
                []
            )
            {
                Representation = new Representation(
                    RepresentationKind.Attorney,
                    new Representative("Pak Wakil Contoh", null, null, null, "paman"),
                    Consents: false,
                    [new Evidence(stored.Hash, "kuasa.txt", "text/plain", stored.Bytes, stored.Key)]
                ),
            },
            null,
            cancel
        );
        var complaint = await site.Unmasked(filed.Complaint);
        using var admin = await site.SignIn("admin-kota");
        var path = $"{Case(complaint)}/surat-kuasa/{complaint.RepresentationVersion}/0";
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Get(path)).Status);

        var read = await admin.Submit(
            await admin.Get(Case(complaint) + "/identitas"),
            "main form",
            new() { ["Reason"] = "Perlu mencocokkan surat kuasa." }
        );
        Assert.Contains("Pak Wakil Contoh", read.Words);
        Assert.Equal(path, read.Page.QuerySelector("a[download]")!.GetAttribute("href"));
        Assert.Equal("Surat kuasa.", (await admin.Get(path)).Html);
        using var province = await site.SignIn("admin-provinsi");
        Assert.Equal(HttpStatusCode.NotFound, (await province.Get(path)).Status);

        site.Clock.Now += NodaTime.Duration.FromMinutes(16);
        using var later = await site.SignIn("admin-kota");
        Assert.Equal(HttpStatusCode.NotFound, (await later.Get(path)).Status);
    }

    [Fact]
    public async Task A_protected_identity_is_asked_for_refused_asked_again_allowed_and_read()
    {
        var complaint = await site.File(TestSite.City, IdentityLevel.Protected);
        using var admin = await site.SignIn("admin-kota");
        using var custodian = await site.Enter("kustodian");

        await Ask(admin, complaint);
        Assert.DoesNotContain("identitas", (await admin.Get(Case(complaint))).All(".acts a").Select(one => one.ToLowerInvariant()));
        await Judge(custodian, complaint, "ditolak", "Pelapor dapat dihubungi lewat kodenya.");
        var refused = await admin.Get(Case(complaint));
        Assert.Contains("Pelapor dapat dihubungi lewat kodenya.", refused.Words);
        Assert.Equal(Case(complaint), (await admin.Get(Case(complaint) + "/identitas")).Path);

        await Ask(admin, complaint);
        var request = await Request(custodian, complaint);
        Assert.Contains(Why, request.Words);
        Assert.DoesNotContain(Name, request.Html);
        Assert.DoesNotContain("ditolak tanpa surat", request.Html);
        await Judge(custodian, complaint, "diizinkan", "Surat tidak dapat dikirim tanpa nama.");
        var form = await admin.Get(Case(complaint) + "/identitas");
        var shown = await admin.Submit(form, "main form[method=post]", new() { ["Reason"] = "Menulis alamat pada sampul surat." });
        Assert.Contains(Name, shown.Words);

        site.Clock.Now += NodaTime.Duration.FromHours(25);
        Assert.Equal(Case(complaint), (await (await site.SignIn("admin-kota")).Get(Case(complaint) + "/identitas")).Path);
    }

    [Fact]
    public async Task The_custodian_reads_one_identity_with_a_reason_which_is_an_event()
    {
        var complaint = await site.File(TestSite.City, IdentityLevel.Protected);
        using var admin = await site.SignIn("admin-kota");
        using var custodian = await site.Enter("kustodian");
        await Ask(admin, complaint);
        var request = await Request(custodian, complaint);

        var nothing = await custodian.Submit(request, "form[action*=Reveal]", new() { ["Purpose"] = "lihat" });
        Assert.DoesNotContain(Name, nothing.Html);
        var shown = await custodian.Submit(nothing, "form[action*=Reveal]", new() { ["Purpose"] = "Menimbang apakah surat perlu." });

        Assert.Contains(Name, shown.Words);
        Assert.IsType<ComplaintEvent.IdentityRevealed>((await History(complaint))[^1].Fact);
        Assert.DoesNotContain(Name, (await Request(custodian, complaint)).Html);
    }

    [Fact]
    public async Task A_unit_officer_neither_asks_nor_reads()
    {
        var complaint = await site.Assigned(await site.Verified(await site.File(TestSite.City, IdentityLevel.Protected)));
        using var officer = await site.SignIn("teknis-kota");
        var page = await officer.Get(Case(complaint));
        Assert.DoesNotContain("identitas", string.Concat(page.All(".acts a")), StringComparison.OrdinalIgnoreCase);
        Assert.Matches("Pelapor [A-Z][0-9]", page.Words);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get("/meja/kustodian")).Status);
    }

    [Fact]
    public async Task A_lost_code_is_shown_confirmed_and_issued_once_and_the_old_one_dies()
    {
        var (complaint, old) = await Filed(IdentityLevel.Open);
        using var desk = await site.Enter("petugas-kota");
        using var reader = await Track(complaint, old);
        var asked = await Report(desk, complaint, "IBU  rahasia contoh");
        Assert.Contains("Menunggu orang kedua", asked.TextOf("h1"));
        Assert.DoesNotContain("sama dengan nama", asked.Html);

        using var admin = await site.SignIn("admin-kota");
        var judged = await Request(admin, complaint);
        Assert.Contains("sama dengan nama dalam pengaduan", judged.Words);
        await Judge(admin, complaint, "diizinkan", "KTP dan nama cocok.");

        var issue = await desk.Get(asked.Path);
        var issued = await desk.Submit(issue, "main form[method=post]", []);
        var code = issued.TextOf("#kode")!;
        Assert.NotEqual(old, code);
        Assert.DoesNotContain(code, (await desk.Get(asked.Path)).Html);

        Assert.Equal("/lacak", (await reader.Get("/lacak/pengaduan")).Path);
        using var dead = new Browser(site.Address);
        Assert.Equal("/lacak", (await Enter(dead, complaint, old)).Path);
        using var living = new Browser(site.Address);
        Assert.Equal("/lacak/pengaduan", (await Enter(living, complaint, code)).Path);
    }

    [Fact]
    public async Task A_name_that_does_not_fit_is_told_to_the_custodian_and_not_to_who_typed_it()
    {
        var (complaint, _) = await Filed(IdentityLevel.Protected);
        using var desk = await site.Enter("petugas-kota");
        var fits = await Report(desk, complaint, "Orang Lain");
        Assert.Contains("Menunggu orang kedua", fits.TextOf("h1"));
        using var admin = await site.SignIn("admin-kota");
        Assert.DoesNotContain(complaint.Number.Value, (await admin.Get("/meja/kustodian")).Html);
        using var custodian = await site.Enter("kustodian");
        Assert.Contains("berbeda dari nama dalam pengaduan", (await Request(custodian, complaint)).Words);
        Assert.DoesNotContain("Orang Lain", System.Text.Json.JsonSerializer.Serialize(await History(complaint)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anonymous_case_gets_no_new_code_and_the_page_says_why()
    {
        var (complaint, _) = await Filed(IdentityLevel.Anonymous);
        using var desk = await site.Enter("petugas-kota");
        Assert.Contains(
            "tidak ada yang dapat membuktikan siapa pemiliknya",
            (await Report(desk, complaint, "Siapa Saja")).TextOf(".error-summary")
        );
    }

    [Fact]
    public async Task Who_becomes_anonymous_is_told_what_was_seen_and_then_forgotten()
    {
        var (complaint, code) = await Filed(IdentityLevel.Open);
        await site.Assigned(await site.Verified(complaint));
        using var browser = await Track(complaint, code);
        var form = await browser.Get("/lacak/identitas");
        Assert.Contains("Petugas KPU Kota Bengkulu dapat membaca nama Anda sejak", form.Words);
        Assert.Contains("3 surel dikirim ke alamat Anda", form.Words);
        Assert.DoesNotContain(Name, form.Html);

        var wrong = await browser.Submit(form, "main form[method=post]", new() { ["Level"] = "anonim", ["Code"] = "AAAA-AAAA-AAAA-AAAA" });
        Assert.Equal("/lacak/identitas", wrong.Path);
        var done = await browser.Submit(
            wrong,
            "main form[method=post]",
            new()
            {
                ["Level"] = "anonim",
                ["Phone"] = "0812 3456 7890",
                ["Code"] = code,
            }
        );
        Assert.Equal("/lacak/pengaduan", done.Path);

        var after = await site.Queries.State(complaint.Id, TestContext.Current.CancellationToken);
        Assert.Equal(IdentityLevel.Anonymous, after.Level);
        var identity = await site.Queries.IdentityOf(after, TestContext.Current.CancellationToken);
        Assert.Equal(new Identity(null, null, "0812 3456 7890", null), identity);
        using var admin = await site.SignIn("admin-kota");
        Assert.DoesNotContain(Name, (await admin.Get(Case(complaint))).Html);
        // The key of what was told is gone, not only out of sight.
        var journal = site.Services.GetRequiredService<Journal>();
        var all = await journal.History(
            site.Services.GetRequiredService<ComplaintStream>(),
            complaint.Id.Value,
            _ => true,
            TestContext.Current.CancellationToken
        );
        Assert.True(all.First(one => one.Fact is ComplaintEvent.Identified).Erased);
    }

    [Fact]
    public async Task A_name_is_told_later_and_kept_secret_by_the_custodian_on_request()
    {
        var (complaint, code) = await Filed(IdentityLevel.Anonymous);
        using var browser = await Track(complaint, code);
        var form = await browser.Get("/lacak/identitas");
        var nameless = await browser.Submit(form, "main form[method=post]", new() { ["Level"] = "terbuka", ["Code"] = code });
        Assert.Equal("/lacak/identitas", nameless.Path);
        await browser.Submit(
            nameless,
            "main form[method=post]",
            new()
            {
                ["Level"] = "terbuka",
                ["Name"] = "Ibu Berani",
                ["Code"] = code,
            }
        );
        using var admin = await site.SignIn("admin-kota");
        Assert.Contains("Ibu Berani", (await admin.Get(Case(complaint))).Words);

        using var custodian = await site.Enter("kustodian");
        var level = await custodian.Get("/meja/kustodian/tingkat");
        var done = await custodian.Submit(
            level,
            "main form[method=post]",
            new()
            {
                ["Number"] = complaint.Number.Value,
                ["Level"] = "dirahasiakan",
                ["Reason"] = "Diminta lewat telepon pagi ini.",
            }
        );
        Assert.Contains("sudah diubah", done.TextOf("[role=status]"));
        Assert.DoesNotContain("Ibu Berani", (await admin.Get(Case(complaint))).Html);
    }

    [Fact]
    public async Task Leaving_quickly_ends_the_session_and_the_draft_and_goes_elsewhere()
    {
        var (complaint, code) = await Filed(IdentityLevel.Open);
        using var browser = await Track(complaint, code);
        await browser.Submit(await browser.Get("/pengaduan/baru"), "main form", new() { ["Story"] = "Belum selesai saya tulis." });
        Assert.NotNull((await browser.Get("/pengaduan/baru/layanan")).Page.QuerySelector("a.quick-exit[href='/keluar-cepat']"));

        var left = await browser.Once(HttpMethod.Get, "/keluar-cepat");

        Assert.Equal(HttpStatusCode.Redirect, left.Status);
        Assert.Equal("https://www.bmkg.go.id/", left.Response.Headers.Location!.ToString());
        Assert.Contains("\"cookies\"", Assert.Single(left.Response.Headers.GetValues("Clear-Site-Data")));
        Assert.Equal("/lacak", (await browser.Get("/lacak/pengaduan")).Path);
        Assert.DoesNotContain("Belum selesai", (await browser.Get("/pengaduan/baru")).Html);
    }

    [Fact]
    public void What_is_counted_as_a_letter_is_what_the_follower_writes()
    {
        var notices = site.Services.GetServices<IFollower>().OfType<ComplainantNotices>().Single();
        foreach (var type in typeof(ComplaintEvent).GetNestedTypes().Where(type => type.IsAssignableTo(typeof(ComplaintEvent))))
        {
            var fact = (ComplaintEvent)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
            var turned = notices.Turn(new FollowedEvent(1, "complaint/x", Guid.Empty, 1, "x", fact, default, default, "sistem"));
            Assert.Equal(turned.Any(), Disclosures.IsWrittenOf(fact));
        }
    }

    private static string Case(Complaint complaint) => $"/meja/pengaduan/{complaint.Number}";

    private async Task<IReadOnlyList<Recorded<ComplaintEvent>>> History(Complaint complaint) =>
        await site.Queries.History(complaint.Id, TestContext.Current.CancellationToken);

    private static async Task Ask(Browser admin, Complaint complaint)
    {
        var done = await admin.Submit(
            await admin.Get(Case(complaint) + "/minta-identitas"),
            "main form[method=post]",
            new() { ["Reason"] = Why }
        );
        Assert.Equal(Case(complaint), done.Path);
    }

    /// <summary>The page of the request that waits for this case.</summary>
    private static async Task<Seen> Request(Browser judge, Complaint complaint)
    {
        var list = await judge.Get("/meja/kustodian");
        var row = list
            .Page.QuerySelectorAll("tr[data-row]")
            .Single(one => one.TextContent.Contains(complaint.Number.Value, StringComparison.Ordinal));
        return await judge.Get(row.QuerySelector("a")!.GetAttribute("href")!);
    }

    private static async Task Judge(Browser judge, Complaint complaint, string ruling, string reason)
    {
        var done = await judge.Submit(
            await Request(judge, complaint),
            "main form[method=post]",
            new() { ["Ruling"] = ruling, ["Reason"] = reason }
        );
        Assert.Equal("/meja/kustodian", done.Path);
    }

    private static async Task<Seen> Report(Browser desk, Complaint complaint, string name) =>
        await desk.Submit(
            await desk.Get("/meja/kode-hilang"),
            "main form[method=post]",
            new()
            {
                ["Number"] = complaint.Number.Value,
                ["Name"] = name,
                ["Proofs"] = "ktp_el",
            }
        );

    private async Task<Browser> Track(Complaint complaint, string code)
    {
        var browser = new Browser(site.Address);
        Assert.Equal("/lacak/pengaduan", (await Enter(browser, complaint, code)).Path);
        return browser;
    }

    private static async Task<Seen> Enter(Browser browser, Complaint complaint, string code) =>
        await browser.Submit(await browser.Get("/lacak"), "main form", new() { ["Number"] = complaint.Number.Value, ["Code"] = code });

    private async Task<(Complaint, string)> Filed(IdentityLevel level)
    {
        var named = level != IdentityLevel.Anonymous;
        var filed = await site.Desk.File(
            new FilingRequest(
                Guid.CreateVersion7(),
                TestSite.City,
                IntakeChannel.Web,
                Language.Indonesian,
                level,
                new Identity(named ? Name : null, null, null, named ? "ibu@contoh.example" : null),
                "Permohonan pindah memilih saya ditolak tanpa surat.",
                null,
                null,
                null,
                null,
                null,
                []
            ),
            null,
            TestContext.Current.CancellationToken
        );
        Assert.Null(filed.Refusal);
        return (filed.Complaint, filed.Code);
    }
}
