using Microsoft.Extensions.DependencyInjection;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Triage;
using Padu.Organisations;
using Padu.Triage;

namespace Padu.Tests.Triage;

/// <summary>What the officer is proposed, and that the officer decides.</summary>
public sealed class TriageDeskTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Triager Triage => site.Services.GetRequiredService<Triager>();

    [Fact]
    public async Task Verifying_shows_the_proposals_with_reasons_and_keeps_what_the_officer_decided()
    {
        var complaint = await site.File(TestSite.City, story: Catalogue.Story("34"));
        using var browser = await site.SignIn("admin-kota");
        var page = await browser.Get(Path(complaint, "verifikasi"));

        Assert.Equal("pidana_pemilihan", page.Page.QuerySelector(".proposals li")!.GetAttribute("data-jenis"));
        var proposals = page.TextOf("section[aria-labelledby=usulan]");
        Assert.Contains("Bawaslu", proposals);
        Assert.Contains("UU 7/2017 pasal 476–486", proposals);
        Assert.Contains("“amplop”", proposals);
        Assert.Contains("hari kerja lagi", proposals);
        Assert.Equal("pidana_pemilihan", page.Page.QuerySelector("#Kind option[selected]")!.GetAttribute("value"));
        Assert.Contains("paling lambat Jumat, 13 November 2026", page.TextOf(".panel:has(strong)"));

        var done = await browser.Submit(
            page,
            "main form[method=post]",
            new()
            {
                ["Title"] = "Pembagian amplop",
                ["Class"] = "pengaduan",
                ["Kind"] = "pelanggaran_pemilu",
            }
        );
        Assert.Contains("Pelanggaran pemilu", done.Words);
        Assert.Equal(new GrievanceCode("pelanggaran_pemilu"), (await State(complaint)).Kind);
    }

    [Fact]
    public async Task A_kind_left_open_is_left_open_and_a_made_up_one_is_asked_for_again()
    {
        var complaint = await site.File(TestSite.City, story: Catalogue.Story("34"));
        using var browser = await site.SignIn("admin-kota");
        var form = await browser.Get(Path(complaint, "verifikasi"));
        Dictionary<string, string> fields = new()
        {
            ["Title"] = "Judul yang diketik",
            ["Class"] = "pengaduan",
            ["Kind"] = "kue_lapis",
        };
        var back = await browser.Submit(form, "main form[method=post]", fields);
        Assert.Contains("Pilih salah satu.", back.TextOf(".error-summary"));
        Assert.Contains("Judul yang diketik", back.Html);
        Assert.Equal(Stage.Received, (await State(complaint)).Stage);

        fields["Kind"] = "";
        await browser.Submit(back, "main form[method=post]", fields);
        var state = await State(complaint);
        Assert.Equal((Stage.Verified, null), (state.Stage, state.Kind));
    }

    [Fact]
    public async Task Edge_case_a_story_without_facts_leads_to_completion_and_not_to_rejection()
    {
        var complaint = await site.File(TestSite.City, story: Catalogue.Story("a"));
        using var browser = await site.SignIn("admin-kota");
        var page = await browser.Get(Path(complaint, "verifikasi"));
        Assert.Contains("Mintalah kelengkapan", page.TextOf("section[aria-labelledby=usulan]"));
        Assert.Empty(page.All(".proposals li"));
    }

    [Fact]
    public async Task Classifying_changes_the_kind_alone_and_the_clocks_stay()
    {
        var complaint = await site.Verified(await site.File(TestSite.City, story: Catalogue.Story("34")));
        using var browser = await site.SignIn("admin-kota");
        var before = await State(complaint);
        await browser.Submit(
            await browser.Get(Path(complaint, "kelas")),
            "main form[method=post]",
            new()
            {
                ["Class"] = "pengaduan",
                ["Kind"] = "layanan_kpu",
                ["Reason"] = "Ternyata tentang pelayanan.",
            }
        );
        var after = await State(complaint);
        Assert.Equal(new GrievanceCode("layanan_kpu"), after.Kind);
        Assert.Equal(before.Clocks, after.Clocks);
    }

    [Fact]
    public async Task Rule_50_the_split_form_is_filled_in_with_the_second_matter_and_the_part_keeps_its_kind()
    {
        var complaint = await site.Verified(await site.File(TestSite.City, story: $"{Catalogue.Story("10")} {Catalogue.Story("34")}"));
        using var browser = await site.SignIn("admin-kota");
        var page = await browser.Get(Path(complaint, "pecah"));
        Assert.Equal(
            ["layanan_kpu", "pidana_pemilihan"],
            page.Page.QuerySelectorAll(".proposals li").Select(matter => matter.GetAttribute("data-jenis"))
        );
        Assert.StartsWith("Tadi malam ada orang keliling", page.TextOf("#Excerpt"), StringComparison.Ordinal);
        Assert.Equal("pidana_pemilihan", page.Page.QuerySelector("#Kind option[selected]")!.GetAttribute("value"));
        var first = await browser.Get($"{Path(complaint, "pecah")}?perkara=1");
        Assert.StartsWith("TPS di kantor lurah", first.TextOf("#Excerpt"), StringComparison.Ordinal);

        var done = await browser.Submit(page, "main form[method=post]", new() { ["Title"] = "Pembagian amplop", ["Class"] = "pengaduan" });
        var part = done.Path.Split('/')[^1];
        var found = await site.Queries.Find(site.Post("admin-kota"), new PublicNumber(part), Cancel);
        Assert.Equal(new GrievanceCode("pidana_pemilihan"), (await site.Queries.State(new ComplaintId(found!.Id), Cancel)).Kind);
    }

    [Fact]
    public async Task Rule_41_the_addressee_follows_from_the_kind_and_nothing_goes_without_consent()
    {
        var complaint = await site.Do(
            await site.File(TestSite.City, story: Catalogue.Story("34")),
            site.Post("admin-kota"),
            new ComplaintCommand.Verify(ComplaintClass.Complaint, "Pembagian amplop") { Kind = new GrievanceCode("pidana_pemilihan") }
        );
        using var browser = await site.SignIn("admin-provinsi");
        var page = await browser.Get(Path(complaint, "alihkan"));
        Assert.Equal("bawaslu-17.71", page.Page.QuerySelector("#Addressee option[selected]")!.GetAttribute("value"));
        Assert.Contains("Diusulkan dari jenis keluhan", page.Words);
        Assert.Null((await State(complaint)).Transfer);
    }

    [Fact]
    public async Task Rules_41_and_46_an_anonymous_case_is_offered_to_no_body_that_needs_a_name()
    {
        var anonymous = await site.Verified(await site.File(TestSite.City, IdentityLevel.Anonymous, story: Catalogue.Story("36")));
        using var browser = await site.SignIn("admin-provinsi");
        var page = await browser.Get(Path(anonymous, "alihkan"));
        Assert.DoesNotContain(page.Page.QuerySelectorAll("#Addressee option"), option => option.GetAttribute("value") == "dkpp");
        Assert.Null(page.Page.QuerySelector("#Addressee option[selected]"));

        var addressees = site.Services.GetRequiredService<Addressees>();
        foreach (var kind in Triage.Kinds.Where(kind => kind.Body is Body.Bawaslu or Body.Dkpp))
        {
            var office = Triage.Addressee(kind, anonymous.Region);
            var body = addressees.Find(office!.Code.Value)!;
            Assert.True(body.NeedsIdentity, kind.Code.Value);
            var refused = await site.Desk.Act(
                anonymous.Id,
                site.Post("admin-provinsi"),
                new ComplaintCommand.ProposeTransfer(office, TransferExtent.Whole, body.NeedsIdentity, null, "Bukan wewenang KPU."),
                cancel: Cancel
            );
            Assert.Equal("transfer.needs-name", refused.Refusal?.Code);
        }
    }

    [Fact]
    public void Every_addressee_of_a_kind_is_an_office_that_is_registered_with_or_without_a_region()
    {
        var offices = site.Services.GetRequiredService<OfficeRegister>();
        foreach (var kind in Triage.Kinds.Where(kind => kind.Addressee is not null))
        {
            Assert.NotNull(Triage.Addressee(kind, new Domain.Organisations.RegionCode("17.71.03")));
            // A civil registry is a regency's; nobody can be named before the region is known.
            Assert.Equal(kind.Body == Body.CivilRegistry, Triage.Addressee(kind, null) is null);
        }
    }

    [Fact]
    public async Task Training_reads_what_officers_decided()
    {
        foreach (var id in new[] { "34", "36" })
        {
            var filed = await site.File(TestSite.City, story: Catalogue.Story(id));
            await site.Do(
                filed,
                site.Post("admin-kota"),
                new ComplaintCommand.Verify(ComplaintClass.Complaint, "Judul") { Kind = new GrievanceCode("keputusan_kpu") }
            );
        }

        await site.Verified(await site.File(TestSite.City, story: "Tanpa jenis: tidak dipelajari."));
        var kept = await site.FileToOmbudsmanOnly("Hanya untuk Ombudsman: tidak dipelajari.");
        Assert.True(kept.IsClosedToKpu);

        var stories = ActivatorUtilities.CreateInstance<DecidedStories>(site.Services);
        var lessons = await stories.Read(Cancel).ToListAsync(Cancel);
        Assert.Equal(
            2,
            lessons.Count(lesson =>
                lesson.Kind.Value == "keputusan_kpu" && (lesson.Story == Catalogue.Story("34") || lesson.Story == Catalogue.Story("36"))
            )
        );
        Assert.DoesNotContain(lessons, lesson => lesson.Story.Contains("tidak dipelajari", StringComparison.Ordinal));
    }

    private Task<Complaint> State(Complaint complaint) => site.Queries.State(complaint.Id, Cancel);

    private static string Path(Complaint complaint, string act) => $"/meja/pengaduan/{complaint.Number}/{act}";
}
