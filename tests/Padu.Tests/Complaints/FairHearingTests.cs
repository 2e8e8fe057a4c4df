using Microsoft.Extensions.DependencyInjection;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;

namespace Padu.Tests.Complaints;

/// <summary>Compensation, mediation, being heard apart, and no fee: through the pages, as the people concerned meet them.</summary>
public sealed class FairHearingTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(DisplayName = "Rule 10: an answer to who asked for compensation says how much and by when, and the complainant reads it")]
    public async Task Compensation_is_decided_with_the_answer()
    {
        var (complaint, code) = await Filed();
        using var admin = await site.SignIn("admin-kota");
        await admin.Submit(
            await admin.Get(Desk(complaint, "verifikasi")),
            "main form[method=post]",
            new()
            {
                ["Title"] = "Honor belum dibayar",
                ["Class"] = "pengaduan",
                ["AsksCompensation"] = "true",
            }
        );
        complaint = await site.Assigned(complaint);

        using var officer = await site.SignIn("teknis-kota");
        var form = await officer.Get(Desk(complaint, "jawab"));
        var silent = await officer.Submit(form, "main form[method=post]", new() { ["Text"] = "Honor dibayar minggu depan." });
        Assert.Contains("pilih apakah diberikan", silent.TextOf(".error-summary"));
        var half = await officer.Submit(
            silent,
            "main form[method=post]",
            new() { ["Compensation"] = "ya", ["CompensationAmount"] = "seratus ribu" }
        );
        Assert.Contains("Tulis jumlah ganti rugi", half.TextOf(".error-summary"));
        Assert.Equal("seratus ribu", half.Page.QuerySelector("#CompensationAmount")?.GetAttribute("value"));
        await officer.Submit(
            half,
            "main form[method=post]",
            new()
            {
                ["Text"] = "Honor dibayar minggu depan.",
                ["Compensation"] = "ya",
                ["CompensationAmount"] = "Rp150.000",
                ["CompensationPayBy"] = "2026-11-30",
            }
        );

        Assert.Equal(
            new Compensation(true, 150_000, new NodaTime.LocalDate(2026, 11, 30)),
            (await site.Queries.State(complaint.Id, Cancel)).Compensation
        );
        using var visitor = await Follow(complaint, code);
        Assert.Contains("Ganti rugi Rp150.000", (await visitor.Get("/lacak/pengaduan")).Words);
    }

    [Fact(DisplayName = "Rule 10: what a proposed answer would pay is not told before a head lets it out")]
    public async Task A_proposed_amount_is_the_offices_own()
    {
        var (complaint, code) = await Filed();
        await site.Do(
            complaint,
            site.Post("admin-kota"),
            new ComplaintCommand.Verify(ComplaintClass.Complaint, "Honor") { AsksCompensation = true }
        );
        complaint = await site.Assigned(complaint);
        await site.NeedApproval(true);
        try
        {
            var propose = new ComplaintCommand.Propose("Dibayar.", [])
            {
                Compensation = new Compensation(true, 987_654, new NodaTime.LocalDate(2026, 11, 30)),
            };
            complaint = await site.Do(complaint, site.Post("teknis-kota"), propose);
            using var visitor = await Follow(complaint, code);
            Assert.DoesNotContain("987.654", (await visitor.Get("/lacak/pengaduan")).Words);
            using var head = await site.SignIn("ketua-kota");
            Assert.Contains("987.654", (await head.Get(Desk(complaint, ""))).Words);
            await site.Do(complaint, site.Post("ketua-kota"), new ComplaintCommand.Approve(complaint.Proposal, "Dibayar.", []));
            Assert.Contains("987.654", (await visitor.Get("/lacak/pengaduan")).Words);
        }
        finally
        {
            await site.NeedApproval(false);
        }
    }

    [Fact(
        DisplayName = "Rules 11, 13: the complainant asks the Ombudsman to mediate, apart; it has to say what came of it, and both sides read it"
    )]
    public async Task Mediation_is_asked_for_and_told_of()
    {
        var (complaint, code) = await Filed();
        complaint = await site.Escalated(await site.Assigned(await site.Verified(complaint)));
        using var visitor = await Follow(complaint, code);
        var asked = await visitor.Submit(await visitor.Get("/lacak/ombudsman"), "form[action*='Settle']", new() { ["Apart"] = "true" });
        Assert.Equal("/lacak/pengaduan", asked.Path);
        Assert.Contains("tanpa mempertemukan kedua pihak", (await visitor.Get("/lacak/ombudsman")).Words);

        await site.Examine(complaint, "asisten-ombudsman", new ExaminationCommand.Verify(new Proposal([], null, "Usul terima.")));
        await site.Examine(complaint, "kepala-ombudsman", new ExaminationCommand.Register(new NodaTime.LocalDate(2026, 11, 12), null));
        await site.Examine(complaint, "asisten-ombudsman", new ExaminationCommand.Begin());
        using var head = await site.Enter("kepala-ombudsman");
        Assert.Contains("Minta mediasi", (await head.Get(Report(complaint, ""))).TextOf(".crumbs"));
        var form = await head.Get(Report(complaint, "simpulkan"));
        var untold = await head.Submit(
            form,
            "main form[method=post]",
            new()
            {
                ["PlenaryOn"] = "2026-11-12",
                ["Conclusion"] = "tidak_ditemukan",
                ["Text"] = "Kedua pihak sepakat.",
            }
        );
        Assert.Contains("Mediasi diminta: tulis hasilnya", untold.TextOf(".error-summary"));
        var together = await head.Submit(
            untold,
            "main form[method=post]",
            new()
            {
                ["PlenaryOn"] = "2026-11-12",
                ["Conclusion"] = "tidak_ditemukan",
                ["Settlement"] = "tercapai",
            }
        );
        Assert.Contains("hanya sah bila kedua pihak didengar terpisah", together.TextOf(".error-summary"));
        await head.Submit(
            together,
            "main form[method=post]",
            new()
            {
                ["PlenaryOn"] = "2026-11-12",
                ["Conclusion"] = "tidak_ditemukan",
                ["Apart"] = "true",
            }
        );

        Assert.Contains("Kesepakatan tercapai", (await visitor.Get("/lacak/pengaduan")).Words);
        using var admin = await site.SignIn("admin-kota");
        Assert.Contains("Kesepakatan tercapai", (await admin.Get(Desk(complaint, ""))).Words);
    }

    [Fact(
        DisplayName = "Rule 13: who does not want to meet the other side says so when filing, and every officer reads it above the story"
    )]
    public async Task The_wish_stands_before_the_officer()
    {
        using var visitor = new Browser(site.Address);
        var page = await visitor.Submit(
            await visitor.Get("/pengaduan/baru"),
            "main form",
            new() { ["Story"] = "Petugas mengancam saya di loket." }
        );
        page = await visitor.Submit(await visitor.Get("/pengaduan/baru/layanan"), "main form", new() { ["Office"] = TestSite.City.Value });
        page = await visitor.Submit(
            await visitor.Get("/pengaduan/baru/identitas"),
            "main form",
            new() { ["Level"] = "anonim", ["WishesApart"] = "true" }
        );
        Assert.Contains("Jangan pertemukan saya", page.Words);
        var receipt = await visitor.Submit(page, "main form", []);
        var number = receipt.All(".mono").First(text => text.StartsWith("17-2026-", StringComparison.Ordinal));

        using var admin = await site.SignIn("admin-kota");
        Assert.Contains("dengarkan terpisah", (await admin.Get($"/meja/pengaduan/{number}")).Words);
    }

    [Fact(DisplayName = "Rule 13: and may say so later")]
    public async Task The_wish_may_come_later()
    {
        var (complaint, code) = await Filed();
        using var visitor = await Follow(complaint, code);
        var form = await visitor.Get("/lacak/tambah");
        await visitor.Submit(form, "main form", new() { ["Text"] = "Saya takut.", ["WishesApart"] = "true" });
        Assert.True((await site.Queries.State(complaint.Id, Cancel)).WishesApart);
        Assert.Null((await visitor.Get("/lacak/tambah")).Page.QuerySelector("#WishesApart"));
    }

    [Theory(DisplayName = "Rule 14: whoever files is told that it costs nothing, in both languages, and on the receipt")]
    [InlineData("id", "Gratis")]
    [InlineData("en", "Free")]
    public async Task It_is_free_and_the_pages_say_so(string language, string free)
    {
        using var visitor = new Browser(site.Address);
        await visitor.Get($"/bahasa/{language}");
        foreach (var path in new[] { "/", "/pengaduan/baru", "/lacak" })
        {
            var page = await visitor.Get(path);
            Assert.Contains(free, page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(
                page.Page.QuerySelectorAll("input"),
                field => (field.GetAttribute("name") ?? "").Contains("biaya", StringComparison.OrdinalIgnoreCase)
            );
        }
    }

    private static string Desk(Complaint complaint, string act) => $"/meja/pengaduan/{complaint.Number}/{act}".TrimEnd('/');

    private static string Report(Complaint complaint, string act) => $"/ombudsman/perkara/{complaint.Number}/{act}".TrimEnd('/');

    private async Task<(Complaint Complaint, string Code)> Filed()
    {
        var filed = await site.Desk.File(
            new FilingRequest(
                Guid.CreateVersion7(),
                TestSite.City,
                IntakeChannel.Web,
                Language.Indonesian,
                IdentityLevel.Open,
                new Identity("Ibu Contoh", null, "0812 0000 1111", "ibu@contoh.example"),
                "Honor saya sebagai petugas belum dibayar.",
                null,
                null,
                "Mohon ganti rugi.",
                new RegionCode("17.71"),
                new NodaTime.LocalDate(2026, 11, 10),
                []
            ),
            null,
            Cancel
        );
        Assert.Null(filed.Refusal);
        return (filed.Complaint, filed.Code);
    }

    private async Task<Browser> Follow(Complaint complaint, string code)
    {
        var visitor = new Browser(site.Address);
        var seen = await visitor.Submit(
            await visitor.Get("/lacak"),
            "main form",
            new() { ["Number"] = complaint.Number.Value, ["Code"] = code }
        );
        Assert.Equal("/lacak/pengaduan", seen.Path);
        return visitor;
    }
}
