using System.Net;
using System.Text.RegularExpressions;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Tests.Complaints;

/// <summary>Out of scope is the same as not there: on every address, with every method, to the byte.</summary>
public sealed partial class DeskScopeTests(TestSite site) : IClassFixture<TestSite>
{
    internal static readonly string[] Acts =
    [
        "verifikasi",
        "kelengkapan",
        "tugaskan",
        "ambil",
        "kembalikan",
        "arahan",
        "tanya",
        "jawab",
        "setujui",
        "tutup",
        "buka-kembali",
        "catatan",
        "tambahan",
        "terkait",
        "benturan",
        "identitas",
        "hubungi",
        "minta-identitas",
        "kelas",
        "tahapan",
        "alihkan",
        "persetujuan",
        "kirim",
        "tautkan",
        "lepas",
        "pecah",
    ];

    /// <summary>A well-formed number nobody has.</summary>
    private static string Unknown => Padu.Complaints.PublicNumbers.Draw("17", 2026).Value;

    [Theory]
    [InlineData("admin-kaur")]
    [InlineData("data-kota")]
    public async Task Another_offices_or_units_case_is_not_found_anywhere(string person)
    {
        var complaint = await site.Assigned(await site.Verified(await site.File(TestSite.City, IdentityLevel.Protected)));
        using var browser = await site.SignIn(person);
        var token = Token(await browser.Get("/meja"));
        foreach (var path in Paths())
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Head })
            {
                var theirs = await browser.Send(method, path(complaint.Number.Value), Form(method, token));
                var nobodys = await browser.Send(method, path(Unknown), Form(method, token));
                Assert.True(theirs.Status == HttpStatusCode.NotFound, $"{method} {path("…")} as {person}: {theirs.Status}");
                Assert.Equal(Bare(nobodys.Html), Bare(theirs.Html));
            }
        }

        Assert.Equal(Stage.Assigned, (await site.Queries.State(complaint.Id, TestContext.Current.CancellationToken)).Stage);
    }

    [Theory]
    [InlineData("petugas-kota")]
    [InlineData("operator")]
    [InlineData("asisten-ombudsman")]
    public async Task Who_has_no_case_list_finds_no_desk(string person)
    {
        var complaint = await site.File(TestSite.City);
        using var browser = new Browser(site.Address);
        var entered = await browser.Submit(
            await browser.Get("/masuk"),
            "form[method=post]",
            new() { ["UserName"] = person, ["Password"] = TestSite.Password }
        );
        Assert.NotEqual(HttpStatusCode.BadRequest, entered.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/meja")).Status);
        foreach (var path in Paths())
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(path(complaint.Number.Value))).Status);
        }
    }

    [Fact]
    public async Task The_box_says_the_same_for_an_unknown_number_and_one_out_of_scope()
    {
        var complaint = await site.File(TestSite.City);
        using var browser = await site.SignIn("admin-kaur");

        var theirs = await browser.Get($"/meja?nomor={complaint.Number}");
        var nobodys = await browser.Get($"/meja?nomor={Unknown}");

        Assert.Contains("tidak ditemukan", theirs.Words);
        Assert.Equal(Bare(nobodys.Html), Bare(theirs.Html));
    }

    [Fact]
    public async Task The_box_opens_a_number_however_it_is_typed()
    {
        var complaint = await site.File(TestSite.City);
        using var browser = await site.SignIn("admin-kota");
        var typed = complaint.Number.Value.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant();

        var found = await browser.Get($"/meja?nomor={Uri.EscapeDataString(typed)}");

        Assert.Equal($"/meja/pengaduan/{complaint.Number}", found.Path);
        Assert.Contains("tidak ditemukan", (await browser.Get("/meja?nomor=%3Cb%3Ehalo")).Words);
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in()
    {
        using var browser = new Browser(site.Address);
        Assert.Equal("/masuk", (await browser.Get("/meja")).Path);
        Assert.Equal("/masuk", (await browser.Get($"/meja/pengaduan/{Unknown}")).Path);
    }

    [Fact]
    public async Task An_archived_case_opens_and_takes_no_act()
    {
        var imported = await site.Desk.Import(
            new Padu.Complaints.ImportedCase(
                TestSite.City,
                new ContentHash(new string('b', 64)),
                new NodaTime.LocalDate(2015, 1, 1),
                new NodaTime.LocalDate(2015, 1, 12),
                "arsip-uji",
                "A-1",
                "Lampu jalan mati",
                "Penerangan",
                "Jalan Contoh",
                [new ImportedField("status", "selesai")]
            ),
            TestContext.Current.CancellationToken
        );
        using var browser = await site.SignIn("admin-kota");

        var list = await browser.Get("/meja?tab=semua");
        Assert.Contains("Lampu jalan mati", list.Words);
        Assert.Contains("arsip", list.All(".inbox .chip"));
        var page = await browser.Get($"/meja/pengaduan/{imported.State.Number}");
        Assert.Equal("Lampu jalan mati", page.TextOf("h1"));
        Assert.Contains("Perkara arsip hanya dapat dibaca.", page.Words);
        Assert.Contains("arsip-uji", page.Words);
        Assert.Empty(page.Page.QuerySelectorAll(".acts a"));
        foreach (var act in Acts)
        {
            Assert.Equal(
                $"/meja/pengaduan/{imported.State.Number}",
                (await browser.Get($"/meja/pengaduan/{imported.State.Number}/{act}")).Path
            );
        }
    }

    [Theory]
    [InlineData("id", "Meja pengaduan", "Giliran saya")]
    [InlineData("en", "Complaints desk", "My move")]
    public async Task The_desk_speaks_both_languages(string language, string title, string tab)
    {
        var complaint = await site.Answered(await site.Assigned(await site.Verified(await site.File(TestSite.City, email: null))));
        using var browser = await site.SignIn("admin-kota");
        await browser.Get($"/bahasa/{language}");

        var list = await browser.Get("/meja");

        Assert.Equal(title, list.TextOf("h1"));
        Assert.Contains(list.All(".tabs-count a"), one => one.StartsWith(tab, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/meja/pengaduan/{complaint.Number}")).Status);
        foreach (var act in new[] { "tutup", "hubungi" })
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/meja/pengaduan/{complaint.Number}/{act}")).Status);
        }
    }

    [Fact]
    public void Each_role_has_its_tabs()
    {
        Assert.Equal(
            ["giliran", "terlambat", "jawaban", "persetujuan", "pelapor", "hubungi", "tambahan", "ombudsman", "terbuka", "semua"],
            Tabs(Role.AgencyAdmin)
        );
        Assert.Equal(["unit", "saya", "terlambat", "persetujuan", "pelapor", "hubungi", "tambahan", "semua"], Tabs(Role.UnitOfficer));
        Assert.Equal(["persetujuan", "terbuka", "terlambat", "pemeriksaan", "jawaban", "pelapor", "ombudsman", "semua"], Tabs(Role.Head));
        Assert.Equal(["terbuka", "terlambat", "pemeriksaan", "jawaban", "pelapor", "ombudsman", "semua"], Tabs(Role.Auditor));
    }

    private IEnumerable<string> Tabs(Role role) =>
        Padu.Complaints.DeskTabs.For(site.Post("admin-kota") with { Role = role }).Select(Padu.Complaints.DeskTabs.Word);

    private static IEnumerable<Func<string, string>> Paths() =>
        Acts.Select(act => (Func<string, string>)(number => $"/meja/pengaduan/{number}/{act}"))
            .Append(number => $"/meja/pengaduan/{number}")
            .Append(number => $"/meja/pengaduan/{number}/bukti/1/0")
            .Append(number => $"/meja/pengaduan/{number}/bukti/1/0/asli");

    private static string Token(Seen page) => page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static FormUrlEncodedContent? Form(HttpMethod method, string token) =>
        method == HttpMethod.Get || method == HttpMethod.Head
            ? null
            : new([
                new("__RequestVerificationToken", token),
                new("Version", "4"),
                new("Text", "Jawaban"),
                new("Reason", "bukan_kewenangan"),
                new("Explanation", "Penjelasan yang panjang."),
            ]);

    /// <summary>A page without the address asked for and the tokens that are new on every page.</summary>
    private static string Bare(string html) => Changing().Replace(html, "");

    [GeneratedRegex("""(17-2026-[0-9A-Z]{7})|(name="__RequestVerificationToken" type="hidden" value="[^"]*")|(<code[^>]*>[^<]*</code>)""")]
    private static partial Regex Changing();
}
