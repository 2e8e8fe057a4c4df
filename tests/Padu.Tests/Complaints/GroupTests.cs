using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Tests.Complaints;

/// <summary>Cases that belong together, through the pages and the follower, on a real database.</summary>
public sealed class GroupTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_answer_answers_all_of_forty_and_each_keeps_number_and_the_right_to_reply()
    {
        var lead = await site.Assigned(await site.Verified(await site.File(TestSite.City, story: "TPS kami dipindah lima kilometer.")));
        var members = new List<Complaint>();
        for (var i = 0; i < 40; i++)
        {
            members.Add(
                await site.File(TestSite.City, email: i % 2 == 0 ? "warga@contoh.example" : null, story: $"TPS dipindah, warga ke-{i}.")
            );
        }

        using var admin = await site.SignIn("admin-kota");
        var page = await admin.Submit(
            await admin.Get($"/meja/pengaduan/{lead.Number}/kelompok"),
            "main form[method=post]",
            new() { ["Kind"] = "massal", ["Numbers"] = string.Join('\n', members.Select(one => one.Number.Value)) }
        );
        Assert.Contains("Perkara yang mengikuti (40)", page.Words);
        Assert.Equal(40, (await State(lead)).MemberCount);

        await site.Answered(lead);
        foreach (var member in members)
        {
            await Until(async () => (await State(member)).Stage == Stage.Answered);
            var state = await State(member);
            Assert.Equal(member.Number, state.Number);
            Assert.Equal(state.HasEmail, !state.MustBeContacted);
        }

        var history = await site.Queries.History(members[7].Id, Cancel);
        var answer = history.Single(recorded => recorded.Fact is ComplaintEvent.Answered);
        Assert.Equal("Mohon maaf. TPS 15 masih ada kuota.", ((ComplaintEvent.Answered)answer.Fact).Text);
        Assert.Equal(TestSite.City, answer.Office);
        var replied = await site.Do(
            members[7],
            new Actor.Complainant(members[7].ReporterId),
            new ComplaintCommand.Reply("Belum selesai.", [])
        );
        Assert.Equal(Stage.Verified, replied.Stage);
    }

    [Fact]
    public async Task Members_are_let_go_when_their_lead_closes_without_an_answer()
    {
        var (lead, member) = await Pair();
        await site.Do(lead, site.Post("admin-kota"), new ComplaintCommand.Close(ClosingReason.NotCompetent, "Silakan ke Dukcapil."));
        await Until(async () => !(await State(member)).IsFollowing);
        Assert.Equal(Stage.Verified, (await State(member)).Stage);
    }

    [Fact]
    public async Task Taken_out_again_a_case_stands_as_it_stood()
    {
        var (lead, member) = await Pair();
        using var admin = await site.SignIn("admin-kota");
        Assert.DoesNotContain("/jawab\"", (await admin.Get($"/meja/pengaduan/{member.Number}")).Html);

        var done = await admin.Submit(
            await admin.Get($"/meja/pengaduan/{member.Number}/lepas"),
            "main form[method=post]",
            new() { ["Reason"] = "Ternyata TPS lain." }
        );

        Assert.Equal($"/meja/pengaduan/{member.Number}", done.Path);
        Assert.False((await State(member)).IsFollowing);
        Assert.Equal(0, (await State(lead)).MemberCount);
    }

    [Fact]
    public async Task An_office_sees_its_own_part_of_a_group_and_nothing_of_the_lead()
    {
        var lead = await site.Verified(await site.File(TestSite.City, story: "Perkara induk kota yang tidak boleh bocor."));
        var kaurs = await site.File(TestSite.Kaur, story: "Perkara Kaur.");
        Assert.Null(await site.Desk.Join(site.Post("admin-provinsi"), lead.Id, kaurs.Id, GroupKind.MassIncident, "Judul induk", Cancel));

        using var kaur = await site.SignIn("admin-kaur");
        var page = await kaur.Get($"/meja/pengaduan/{kaurs.Number}");
        Assert.Contains("Menunggu jawaban perkara induk", page.Words);
        Assert.DoesNotContain(lead.Number.Value, page.Html);
        Assert.Equal(HttpStatusCode.NotFound, (await kaur.Get($"/meja/pengaduan/{lead.Number}/kelompok")).Status);
        using var city = await site.SignIn("admin-kota");
        Assert.DoesNotContain(kaurs.Number.Value, (await city.Get($"/meja/pengaduan/{lead.Number}/kelompok")).Html);
        using var province = await site.SignIn("admin-provinsi");
        Assert.Contains(kaurs.Number.Value, (await province.Get($"/meja/pengaduan/{lead.Number}/kelompok")).Html);
    }

    [Fact]
    public async Task A_number_out_of_scope_is_refused_like_one_nobody_has()
    {
        var mine = await site.Verified(await site.File(TestSite.City));
        var theirs = await site.File(TestSite.Kaur);
        using var admin = await site.SignIn("admin-kota");
        async Task<string?> Refusal(string act, Dictionary<string, string> fields)
        {
            var form = await admin.Get($"/meja/pengaduan/{mine.Number}/{act}");
            return (await admin.Submit(form, "main form[method=post]", fields)).Words;
        }

        var unknown = PublicNumbers.Draw("17", 2026).Value;
        foreach (var number in new[] { theirs.Number.Value, unknown })
        {
            Assert.Contains(
                "Tidak ada perkara dengan nomor itu",
                await Refusal("kelompok", new() { ["Kind"] = "massal", ["Numbers"] = number })
            );
            Assert.Contains(
                "Tidak ada perkara dengan nomor itu",
                await Refusal("tautkan", new() { ["Kind"] = "terkait", ["Other"] = number })
            );
            Assert.Equal(HttpStatusCode.NotFound, (await admin.Get($"/meja/pengaduan/{mine.Number}/serupa/{number}")).Status);
        }
    }

    [Fact]
    public async Task Likely_duplicates_are_told_in_two_steps_and_only_within_scope()
    {
        var first = await site.File(TestSite.City, story: "Cerita pertama tentang antrean.");
        var second = await site.File(TestSite.City, story: "Cerita kedua tentang antrean.");
        var hidden = await site.File(TestSite.City, IdentityLevel.Protected, story: "Cerita ketiga yang dirahasiakan.");
        var elsewhere = await site.File(TestSite.Kaur, story: "Cerita Kaur dari orang yang sama.");
        using var admin = await site.SignIn("admin-kota");

        var list = await admin.Get($"/meja/pengaduan/{first.Number}/serupa");

        string Row(Complaint one) => list.All("tbody tr").Single(row => row.Contains(one.Number.Value, StringComparison.Ordinal));
        Assert.Contains("Nomor telepon atau surel yang sama", Row(second));
        // The same telephone number: but a protected sender is not given away by an open one.
        Assert.Contains("Wilayah, hari, dan layanan yang sama", Row(hidden));
        Assert.DoesNotContain(elsewhere.Number.Value, list.Html);
        var detail = await admin.Get($"/meja/pengaduan/{first.Number}/serupa/{second.Number}");
        Assert.Contains("Cerita pertama", detail.Words);
        Assert.Contains("Cerita kedua", detail.Words);
    }

    [Fact]
    public async Task A_part_of_a_letter_is_its_own_case_and_the_one_code_opens_both()
    {
        var filed = await site.Desk.File(
            new FilingRequest(
                Guid.CreateVersion7(),
                TestSite.City,
                IntakeChannel.Web,
                Language.Indonesian,
                IdentityLevel.Open,
                new Identity("Ibu Contoh", null, null, "ibu@contoh.example"),
                "TPS kami dipindah. Honor saya sebagai KPPS juga belum dibayar.",
                null,
                null,
                null,
                new RegionCode("17.71"),
                new LocalDate(2026, 11, 10),
                []
            ),
            null,
            Cancel
        );
        await site.Verified(filed.Complaint);
        using var admin = await site.SignIn("admin-provinsi");
        var part = await admin.Submit(
            await admin.Get($"/meja/pengaduan/{filed.Complaint.Number}/pecah"),
            "main form[method=post]",
            new()
            {
                ["Excerpt"] = "Honor saya sebagai KPPS juga belum dibayar.",
                ["Title"] = "Honor KPPS belum dibayar",
                ["Class"] = "pengawasan",
                ["Target"] = "kpu-17.04",
            }
        );
        Assert.Equal("Honor KPPS belum dibayar", part.TextOf("h1"));
        var number = part.Path[(part.Path.LastIndexOf('/') + 1)..];

        using var complainant = new Browser(site.Address);
        var opened = await complainant.Submit(
            await complainant.Get("/lacak"),
            "main form",
            new() { ["Number"] = number, ["Code"] = filed.Code }
        );
        Assert.Contains(number, opened.TextOf(".case-line"));
        var letter = await complainant.Submit(opened, "#bagian form", new() { ["nomor"] = filed.Complaint.Number.Value });
        Assert.Contains(filed.Complaint.Number.Value, letter.TextOf(".case-line"));

        using var kaur = await site.SignIn("admin-kaur");
        var theirs = await kaur.Get($"/meja/pengaduan/{number}");
        Assert.Contains("Ibu Contoh", theirs.Words);
        Assert.DoesNotContain("TPS kami dipindah", theirs.Html);
        Assert.Equal(HttpStatusCode.NotFound, (await kaur.Get($"/meja/pengaduan/{filed.Complaint.Number}")).Status);
    }

    [Fact]
    public async Task A_transfer_is_the_complainants_choice_and_closes_the_case_when_the_letter_is_sent()
    {
        var complaint = await site.Verified(await site.File(TestSite.City));
        using var province = await site.SignIn("admin-provinsi");
        await province.Submit(
            await province.Get($"/meja/pengaduan/{complaint.Number}/alihkan"),
            "main form[method=post]",
            new()
            {
                ["Addressee"] = "bawaslu-17.71",
                ["Extent"] = "seluruhnya",
                ["KnownOn"] = "2026-11-11",
                ["Reason"] = "Dugaan pelanggaran pemilu.",
            }
        );
        Assert.Equal(HttpStatusCode.NotFound, (await province.Get($"/meja/pengaduan/{complaint.Number}/surat-pengantar")).Status);
        await site.Do(complaint, new Actor.Complainant(complaint.ReporterId), new ComplaintCommand.AnswerTransfer(true, null));

        var letter = await province.Get($"/meja/pengaduan/{complaint.Number}/surat-pengantar");
        Assert.Contains("Ibu Rahasia Contoh", letter.Words);
        var closed = await province.Submit(
            await province.Get($"/meja/pengaduan/{complaint.Number}/kirim"),
            "main form[method=post]",
            new() { ["LetterNumber"] = "12/PL/2026", ["SentOn"] = "2026-11-12" }
        );
        Assert.Contains("Ditutup", closed.Words);
        Assert.Equal(ClosingReason.Referred, (await State(complaint)).ClosingReason);
    }

    [Fact]
    public async Task The_page_of_the_complainant_says_what_goes_along_and_how_many_days_are_left()
    {
        var filed = await site.Desk.File(
            new FilingRequest(
                Guid.CreateVersion7(),
                TestSite.City,
                IntakeChannel.Web,
                Language.Indonesian,
                IdentityLevel.Protected,
                new Identity("Ibu Contoh", null, "0812 0000 1111", null),
                "Ada pembagian amplop di desa kami.",
                null,
                null,
                null,
                new RegionCode("17.71"),
                new LocalDate(2026, 11, 10),
                []
            ),
            null,
            Cancel
        );
        var addressee = site.Services.GetRequiredService<Addressees>().Find("bawaslu-17.71")!;
        await site.Do(
            filed.Complaint,
            site.Post("admin-provinsi"),
            new ComplaintCommand.ProposeTransfer(
                addressee.Office,
                TransferExtent.Whole,
                true,
                new LocalDate(2026, 11, 11),
                "Wewenang Bawaslu."
            )
        );
        using var complainant = new Browser(site.Address);
        var opened = await complainant.Submit(
            await complainant.Get("/lacak"),
            "main form",
            new() { ["Number"] = filed.Complaint.Number.Value, ["Code"] = filed.Code }
        );

        Assert.Contains("hanya menerima laporan dengan nama dan alamat", opened.TextOf("#alih"));
        Assert.Contains("tidak menghentikan batas waktu", opened.TextOf("#alih"));
        Assert.Contains("Rabu, 18 November 2026", opened.TextOf("#alih"));

        // Rule 41: without the address that Bawaslu demands there is no consent, whoever writes it down.
        var unaddressed = await complainant.Submit(opened, "#alih form", new() { ["Agrees"] = "ya", ["Thanks"] = "Saya berani." });
        Assert.Contains("alamat pelapor belum tercatat", unaddressed.TextOf(".error-summary"));
        Assert.Contains("Saya berani.", unaddressed.TextOf("#Thanks"));
        var heard = await site.Desk.Act(
            filed.Complaint.Id,
            site.Post("admin-provinsi"),
            new ComplaintCommand.RecordConsent(true, "Ditelepon."),
            cancel: Cancel
        );
        Assert.Equal("transfer.address-missing", heard.Refusal?.Code);

        var agreed = await complainant.Submit(unaddressed, "#alih form", new() { ["Agrees"] = "ya", ["Address"] = "  Jalan Contoh 9 " });
        Assert.Contains("Anda menyetujui pengalihan", agreed.Words);
        var state = await State(filed.Complaint);
        Assert.True(state.Transfer!.IsAgreed);
        Assert.Equal(new Identity("Ibu Contoh", "Jalan Contoh 9", "0812 0000 1111", null), await site.Queries.IdentityOf(state, Cancel));

        // Rule 46: who becomes anonymous now takes the consent back, and nothing can be sent.
        await site.Do(
            state,
            new Actor.Complainant(state.ReporterId),
            new ComplaintCommand.ChangeLevel(IdentityLevel.Anonymous, null, null)
        );
        Assert.Null((await State(filed.Complaint)).Transfer);
    }

    private Task<Complaint> State(Complaint complaint) => site.Queries.State(complaint.Id, Cancel);

    private async Task<(Complaint Lead, Complaint Member)> Pair()
    {
        var lead = await site.Verified(await site.File(TestSite.City));
        var member = await site.File(TestSite.City);
        Assert.Null(await site.Desk.Join(site.Post("admin-kota"), lead.Id, member.Id, GroupKind.Merged, "Judul", Cancel));
        return (lead, member);
    }

    /// <summary>Followers come a moment after the act.</summary>
    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(100, Cancel);
        }

        Assert.Fail("It did not come about within thirty seconds.");
    }
}
