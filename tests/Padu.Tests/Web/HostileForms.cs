using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Complaints;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Organisations;
using Padu.Privacy;
using Padu.Storage;
using Padu.Tests.Agreements;
using Padu.Tests.Coordination;
using Padu.Tests.Meetings;

namespace Padu.Tests.Web;

/// <summary>Where a form stands and who may send it.</summary>
/// <param name="Route">The address in the endpoint table that takes the form.</param>
/// <param name="Open">A browser that sees the form, and the address where it is; acts of a case get a case of their own.</param>
internal sealed record FormPlace(string Route, Func<Task<(Browser Browser, string Path)>> Open);

/// <summary>Every page that takes a form, brought to the state in which it shows one.</summary>
internal sealed partial class HostileForms(TestSite site)
{
    public IReadOnlyList<FormPlace> All =>
        [
            new("/pengaduan/baru", () => Visit("/pengaduan/baru")),
            new("/pengaduan/baru/layanan", () => Drafted("/pengaduan/baru/layanan")),
            new("/pengaduan/baru/bukti", () => Drafted("/pengaduan/baru/bukti")),
            new("/pengaduan/baru/identitas", () => Drafted("/pengaduan/baru/identitas")),
            new("/pengaduan/baru/periksa", () => Drafted("/pengaduan/baru/periksa")),
            new("/lacak", () => Visit("/lacak")),
            new("/lacak/pengaduan", async () => await Followed(Answered)),
            new("/lacak/pengaduan", async () => await Followed(Asked)),
            new("/lacak/pengaduan", async () => await Followed(Questioned)),
            new("/lacak/cabut", async () => await Followed(Assigned, "/lacak/cabut")),
            new("/lacak/tambah", async () => await Followed(Assigned, "/lacak/tambah")),
            new("/lacak/nilai", async () => await Followed(Answered, "/lacak/nilai")),
            new("/lacak/keberatan", async () => await Followed(Closed, "/lacak/keberatan")),
            new("/lacak/identitas", async () => (await Followed(Answered)).Item1 is var browser ? (browser, "/lacak/identitas") : default),
            new("/lacak/ombudsman", async () => await Followed(Filed, "/lacak/ombudsman")),
            new("/lacak/ombudsman", async () => await Followed(AskedByOmbudsman, "/lacak/ombudsman")),
            new("/lacak/data-saya", async () => await Followed(Answered, "/lacak/data-saya")),
            new("/lacak/data-saya/minta", async () => await Followed(Closed, "/lacak/data-saya/minta")),
            new("/meja/pdp/retensi", () => As("kustodian", "/meja/pdp/retensi")),
            new("/meja/pdp/baru", () => As("petugas-kota", "/meja/pdp/baru")),
            new("/meja/pdp/{id:guid}", DataAsked),
            new("/atur/insiden/baru", () => As("admin-provinsi", "/atur/insiden/baru")),
            new("/atur/insiden/{id:guid}", Breached),
            new("/masuk", () => Visit("/masuk")),
            new("/masuk/undangan", () => Visit("/masuk/undangan")),
            new("/akun", () => As("kepala-ombudsman", "/akun")),
            new("/akun/sandi", () => As("kepala-ombudsman", "/akun/sandi")),
            new("/akun/pengaman", () => As("kepala-ombudsman", "/akun/pengaman")),
            new("/atur/orang/baru", () => As("admin-provinsi", "/atur/orang/baru")),
            new("/atur/orang/{id:guid}", () => As("admin-provinsi", $"/atur/orang/{site.Post("auditor-provinsi").Account:D}")),
            new("/atur/kantor/{code}", () => As("admin-provinsi", "/atur/kantor/kpu-17.04")),
            new("/atur/aturan/konfirmasi", () => As("admin-provinsi", "/atur/aturan/konfirmasi?perihal=aturan/sp4n.verifikasi/2019-01-01")),
            new("/atur/tahapan/impor", () => As("admin-provinsi", "/atur/tahapan/impor?pemilihan=pilkada-2024")),
            new("/atur/badan/impor", () => As("admin-kota", "/atur/badan/impor")),
            new("/atur/badan/bubar", Formed),
            new("/atur/jabatan/baru", () => As("admin-provinsi", "/atur/jabatan/baru")),
            new("/atur/jabatan/{id:guid}", () => As("admin-provinsi", $"/atur/jabatan/{site.Post("admin-kaur").Post}")),
            .. OfCooperation,
            .. OfLetters,
            new("/meja/kode-hilang", () => As("petugas-kota", "/meja/kode-hilang")),
            new("/meja/kustodian/tingkat", () => As("kustodian", "/meja/kustodian/tingkat")),
            new("/meja/kustodian/{id:guid}", Asked("kustodian")),
            Desk("verifikasi", "admin-kota", Filed),
            Desk("kelengkapan", "admin-kota", Filed),
            new("/meja/terima", () => As("petugas-kota", "/meja/terima")),
            Desk("kelas", "admin-kota", Verified),
            Desk("tahapan", "admin-kota", Verified),
            Desk("alihkan", "admin-provinsi", Verified),
            Desk("persetujuan", "admin-provinsi", TransferProposed),
            Desk("kirim", "admin-provinsi", Agreed),
            Desk("tautkan", "admin-kota", Verified),
            Desk("kelompok", "admin-kota", Verified),
            Desk("lepas", "admin-kota", Following),
            Desk("pecah", "admin-kota", Verified),
            new("/lacak/pengaduan", async () => await Followed(TransferProposed)),
            Desk("tugaskan", "admin-provinsi", Verified),
            new("/meja/tugaskan", Picked),
            new("/meja/saringan", NotKept),
            new("/meja/saringan", Kept),
            Desk("ambil", "teknis-kota", Assigned),
            Desk("kembalikan", "teknis-kota", Assigned),
            Desk("arahan", "ketua-kota", Assigned),
            Desk("tanya", "teknis-kota", Assigned),
            Desk("jawab", "teknis-kota", Assigned),
            Desk("setujui", "ketua-kota", Drafted),
            Desk("catatan", "teknis-kota", Assigned),
            Desk("tambahan", "teknis-kota", Added),
            Desk("terkait", "admin-kota", Assigned),
            Desk("benturan", "teknis-kota", Assigned),
            Desk("buka-kembali", "admin-kota", Closed),
            Desk("tahan", "admin-kota", Assigned),
            new("/meja/kantor/aturan", () => As("admin-kaur", "/meja/kantor/aturan")),
            new("/meja/kantor/balasan", () => As("admin-kaur", "/meja/kantor/balasan")),
            Desk("tutup", "teknis-kota", Answered),
            Desk("minta-identitas", "admin-kota", Assigned),
            Desk("identitas", "admin-kota", Unmasked),
            Desk("hubungi", "teknis-kota", Answered),
            Desk("ombudsman", "admin-kota", Assigned),
            Desk("lepas-catatan", "admin-kota", AtOmbudsman),
            Report("verifikasi", "asisten-ombudsman", AtOmbudsman),
            Report("kelengkapan", "asisten-ombudsman", AtOmbudsman),
            Report("pleno", "kepala-ombudsman", () => Examined(Proposed)),
            Report("periksa", "asisten-ombudsman", () => Examined(Proposed, Accepted)),
            Report("simpulkan", "kepala-ombudsman", () => Examined(Proposed, Accepted, Begun)),
            Report("tutup", "asisten-ombudsman", () => Examined(Proposed, Accepted, Begun, Concluded)),
            Report("respons-cepat", "asisten-ombudsman", AtOmbudsman),
            Report("pertimbangan", "asisten-ombudsman", AtOmbudsman),
            Report("identitas", "asisten-ombudsman", AtOmbudsman),
        ];

    /// <summary>A body that is at work.</summary>
    private async Task<(Browser, string)> Formed()
    {
        const string Code = "pps/17.71.01.1001/pilkada-2024";
        var row = new AdHocRow(
            Code,
            AdHocKind.Village,
            TestSite.City,
            new RegionCode("17.71.01.1001"),
            null,
            new ElectionCode("pilkada-2024"),
            new LocalDate(2024, 5, 26),
            new LocalDate(2027, 1, 27),
            "SK uji"
        );
        await site.Services.GetRequiredService<Journal>().Change(new Actor.System(), site.Clock.Now, row);
        return await As("admin-kota", $"/atur/badan/bubar?kode={Code}");
    }

    /// <summary>Takes a form from the frame of every page, or needs a step that a test of its own takes.</summary>
    public static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["/keluar"] = "a button without a field",
        ["/kerja-sama/agenda/umpan"] = "buttons without a field; FeedTests send them",
        ["/meja/terima/tanda-terima"] = "a button without a field; DeskEntryTests send it",
        ["/pengaduan/hapus"] = "a button without a field",
        ["/meja/pengaduan/{nomor}/bukti/{version:int}/{index:int}/asli"] =
            "answers with the file itself when the reason is good; EvidencePagesTests send it the others",
        ["/meja/audit"] = "answers with a file; OversightTests send it, refused and taken",
        ["/atur/status"] = "buttons of dead letters, sent by OversightTests",
        ["/meja/tugaskan/{id:guid}"] = "buttons without a field; BulkAssignTests send them",
        ["/meja/kode-hilang/{id:guid}"] = "a button without a field",
        ["/masuk/kode"] = "only for accounts with a second factor, which a demonstration has not; SignInTests send it",
    };

    /// <summary>The forms of a page that send something, but for the ones every page has around it.</summary>
    public static IReadOnlyList<IHtmlFormElement> FormsOf(Seen page) =>
        [
            .. page
                .Page.QuerySelectorAll("main form")
                .OfType<IHtmlFormElement>()
                .Where(form => form.GetAttribute("method")?.Equals("post", StringComparison.OrdinalIgnoreCase) == true),
        ];

    private Task<(Browser, string)> Visit(string path) => Task.FromResult((new Browser(site.Address), path));

    private async Task<(Browser, string)> As(string person, string path) => (await site.Enter(person), path);

    private FormPlace Desk(string act, string person, Func<Task<(Complaint, string)>> state) =>
        new(
            $"/meja/pengaduan/{{nomor}}/{act}",
            async () => (await site.SignIn(person), $"/meja/pengaduan/{(await state()).Item1.Number}/{act}")
        );

    private static readonly (string, ExaminationCommand) Proposed = (
        "asisten-ombudsman",
        new ExaminationCommand.Verify(new Proposal([], null, "Usul terima."))
    );

    private static readonly (string, ExaminationCommand) Accepted = (
        "kepala-ombudsman",
        new ExaminationCommand.Register(new NodaTime.LocalDate(2026, 11, 12), null)
    );

    private static readonly (string, ExaminationCommand) Begun = ("asisten-ombudsman", new ExaminationCommand.Begin());

    private static readonly (string, ExaminationCommand) Concluded = (
        "kepala-ombudsman",
        new ExaminationCommand.Conclude(Conclusion.NotFound, new NodaTime.LocalDate(2026, 11, 12), "Tidak ditemukan.")
    );

    private FormPlace Report(string act, string person, Func<Task<(Complaint, string)>> state) =>
        new(
            $"/ombudsman/perkara/{{nomor}}/{act}",
            async () => (await site.Enter(person), $"/ombudsman/perkara/{(await state()).Item1.Number}/{act}")
        );

    private async Task<(Complaint, string)> AtOmbudsman()
    {
        var (complaint, code) = await Assigned();
        return (await site.Escalated(complaint), code);
    }

    private async Task<(Complaint, string)> AskedByOmbudsman()
    {
        var (complaint, code) = await Assigned();
        complaint = await site.Escalated(complaint, shares: false);
        await site.Examine(
            complaint,
            "asisten-ombudsman",
            new ExaminationCommand.RequestCompletion([MissingItem.Identity], "Mohon identitas.")
        );
        return (complaint, code);
    }

    private async Task<(Complaint, string)> Examined(params (string Person, ExaminationCommand Command)[] acts)
    {
        var (complaint, code) = await AtOmbudsman();
        foreach (var (person, command) in acts)
        {
            await site.Examine(complaint, person, command);
        }

        return (complaint, code);
    }

    /// <summary>Somebody in the midst of filing.</summary>
    private async Task<(Browser, string)> Drafted(string path)
    {
        var browser = new Browser(site.Address);
        await browser.Submit(await browser.Get("/pengaduan/baru"), "main form", new() { ["Story"] = "Antrean tidak pernah dipanggil." });
        await browser.Submit(
            await browser.Get("/pengaduan/baru/identitas"),
            "main form",
            new() { ["Level"] = "terbuka", ["Name"] = "Ibu Contoh" }
        );
        return (browser, path);
    }

    /// <summary>Somebody behind the door of their case.</summary>
    private async Task<(Browser, string)> Followed(Func<Task<(Complaint, string)>> state, string path = "/lacak/pengaduan")
    {
        var (complaint, code) = await state();
        var browser = new Browser(site.Address);
        var seen = await browser.Submit(
            await browser.Get("/lacak"),
            "main form",
            new() { ["Number"] = complaint.Number.Value, ["Code"] = code }
        );
        Assert.Equal("/lacak/pengaduan", seen.Path);
        return (browser, path);
    }

    private async Task<(Complaint, string)> Filed()
    {
        var filed = await site.Desk.File(
            new FilingRequest(
                Guid.CreateVersion7(),
                TestSite.City,
                IntakeChannel.Web,
                Language.Indonesian,
                IdentityLevel.Protected,
                new Identity("Ibu Contoh", null, "0812 0000 1111", null),
                "Permohonan pindah memilih saya ditolak tanpa surat.",
                null,
                null,
                null,
                new RegionCode("17.71"),
                null,
                []
            ),
            null,
            TestContext.Current.CancellationToken
        );
        return (filed.Complaint, filed.Code);
    }

    private async Task<(Complaint, string)> Unmasked()
    {
        var (complaint, code) = await Assigned();
        return (await site.Unmasked(complaint), code);
    }

    /// <summary>A case picked in the worklist.</summary>
    private async Task<(Browser, string)> Picked()
    {
        var (complaint, _) = await Verified();
        return await As("admin-kota", $"/meja/tugaskan?kasus={complaint.Number}~{complaint.Version}");
    }

    /// <summary>Somebody who narrowed the list and has kept nothing yet, whatever an earlier try kept.</summary>
    private async Task<(Browser, string)> NotKept()
    {
        var filters = site.Services.GetRequiredService<SavedFilters>();
        var account = site.Post("admin-kaur").Account;
        foreach (var one in await filters.Of(account, TestContext.Current.CancellationToken))
        {
            await filters.Delete(account, one.Id, TestContext.Current.CancellationToken);
        }

        return await As("admin-kaur", "/meja?tab=semua&tingkat=anonim");
    }

    /// <summary>Somebody with a filter of their own.</summary>
    private async Task<(Browser, string)> Kept()
    {
        var filter = CaseFilter.None with { Level = IdentityLevel.Open };
        var filters = site.Services.GetRequiredService<SavedFilters>();
        var cancel = TestContext.Current.CancellationToken;
        if ((await filters.Of(site.Post("ketua-kota").Account, cancel)).Count == 0)
        {
            Assert.Null(await filters.Save(site.Post("ketua-kota").Account, "Terbuka", "semua", filter, cancel));
        }

        return await As("ketua-kota", "/meja/saringan");
    }

    /// <summary>A request that waits for this person.</summary>
    private Func<Task<(Browser, string)>> Asked(string person) =>
        async () =>
        {
            var (complaint, _) = await Assigned();
            var id = new CustodyRequestId(Guid.CreateVersion7());
            await site.Do(complaint, site.Post("admin-kota"), new ComplaintCommand.RequestUnmasking(id, "Perlu mengirim surat."));
            return await As(person, $"/meja/kustodian/{id}");
        };

    /// <summary>A data subject's request that waits for the custodian.</summary>
    private async Task<(Browser, string)> DataAsked()
    {
        var (complaint, _) = await Filed();
        var (request, refusal) = await site
            .Services.GetRequiredService<PrivacyDesk>()
            .Receive(
                new Actor.Complainant(complaint.ReporterId),
                complaint,
                new PrivacyAsk(RequestKind.Restriction, RequestChannel.Tracking, [], "Tunggu dulu.", null),
                TestContext.Current.CancellationToken
            );
        Assert.Null(refusal);
        return await As("kustodian", $"/meja/pdp/{request:D}");
    }

    private async Task<(Browser, string)> Breached()
    {
        var id = new BreachId(Guid.CreateVersion7());
        var happened = new BreachCommand.Record(
            id,
            site.Clock.Now,
            [BreachKind.Confidentiality],
            [DataCategory.Contact],
            3,
            "Daftar tertinggal di ruang tunggu.",
            "Daftar ditarik."
        );
        var desk = site.Services.GetRequiredService<BreachDesk>();
        Assert.Null(await desk.Act(site.Post("admin-provinsi"), id, happened, null, TestContext.Current.CancellationToken));
        return await As("admin-provinsi", $"/atur/insiden/{id}");
    }

    private async Task<(Complaint, string)> Asked()
    {
        var (complaint, code) = await Filed();
        return (
            await site.Do(complaint, site.Post("admin-kota"), new ComplaintCommand.RequestCompletion([MissingItem.Evidence], "Kapan?")),
            code
        );
    }

    private async Task<(Complaint, string)> Verified()
    {
        var (complaint, code) = await Filed();
        return (await site.Verified(complaint), code);
    }

    private async Task<(Complaint, string)> TransferProposed()
    {
        var (complaint, code) = await Verified();
        var addressee = site.Services.GetRequiredService<Addressees>().Find("dukcapil-17.71")!;
        var propose = new ComplaintCommand.ProposeTransfer(addressee.Office, TransferExtent.Whole, true, null, "Wewenang Dukcapil.");
        return (await site.Do(complaint, site.Post("admin-provinsi"), propose), code);
    }

    private async Task<(Complaint, string)> Agreed()
    {
        var (complaint, code) = await TransferProposed();
        return (await site.Do(complaint, site.Post("admin-provinsi"), new ComplaintCommand.RecordConsent(true, "Ditelepon.")), code);
    }

    private async Task<(Complaint, string)> Following()
    {
        var (lead, _) = await Verified();
        var (complaint, code) = await Verified();
        var cancel = TestContext.Current.CancellationToken;
        Assert.Null(await site.Desk.Join(site.Post("admin-kota"), lead.Id, complaint.Id, GroupKind.Merged, null, cancel));
        return (await site.Queries.State(complaint.Id, cancel), code);
    }

    private async Task<(Complaint, string)> Assigned()
    {
        var (complaint, code) = await Verified();
        return (await site.Assigned(complaint), code);
    }

    private async Task<(Complaint, string)> Questioned()
    {
        var (complaint, code) = await Assigned();
        return (await site.Do(complaint, site.Post("teknis-kota"), new ComplaintCommand.Ask("Kapan?")), code);
    }

    private async Task<(Complaint, string)> Added()
    {
        var (complaint, code) = await Assigned();
        var reporter = new Actor.Complainant(complaint.ReporterId);
        return (await site.Do(complaint, reporter, new ComplaintCommand.AddWord("Satu hal lagi.", [])), code);
    }

    /// <summary>The office wants approval only while this is made: other forms answer directly.</summary>
    private async Task<(Complaint, string)> Drafted()
    {
        var (complaint, code) = await Assigned();
        return (await site.Proposed(complaint), code);
    }

    private async Task<(Complaint, string)> Closed()
    {
        var (complaint, code) = await Answered();
        return (await site.Do(complaint, new Actor.Complainant(complaint.ReporterId), new ComplaintCommand.Accept(null)), code);
    }

    private async Task<(Complaint, string)> Answered()
    {
        var (complaint, code) = await Assigned();
        return (await site.Answered(complaint), code);
    }
}
