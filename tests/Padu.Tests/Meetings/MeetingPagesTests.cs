using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Meetings;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Meetings;
using Padu.Obligations;
using Padu.Tests.Agreements;
using Padu.Tests.Coordination;

namespace Padu.Tests.Meetings;

/// <summary>The pages of meetings as people use them, from the plan to the next meeting's agenda.</summary>
public abstract class MeetingPagesTests(TestSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_plan_to_published_minutes()
    {
        using var secretariat = await site.Enter("sekretariat");
        using var chair = await site.Enter("ketua-provinsi");
        using var city = await site.Enter("admin-kota");
        using var visitor = new Browser(site.Address);
        var title = $"Rakor {Guid.NewGuid():N}";
        var begun = await secretariat.Submit(
            await secretariat.Get("/meja/rakor/baru"),
            "main form",
            new()
            {
                ["Title"] = title,
                ["BudgetYear"] = "2026",
                ["Starts"] = "2026-11-12",
                ["StartsAt"] = "09.00",
                ["EndsAt"] = "15.00",
                ["Venue"] = "Aula uji",
                ["Themes"] = "Pelayanan di loket\nPembinaan SBP",
                ["Invited"] = "kpu-17.71|kpu-17.04",
            }
        );
        var root = begun.Path;
        var page = root.Replace("/meja", "", StringComparison.Ordinal);
        Assert.StartsWith("/meja/rakor/rakor-2026-", root);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await city.Get(root)).Status);

        await Press(secretariat, $"{root}/undang", new() { ["Words"] = "Mohon hadir." });
        Assert.Equal(title, (await visitor.Get(page)).TextOf("h1"));
        Assert.Contains(title, (await city.Get("/meja/rakor")).Html);
        Assert.Contains("Mohon hadir.", (await city.Get($"{root}/undangan")).Words);
        await Press(secretariat, $"{root}/mulai");

        await Press(secretariat, $"{root}/notula/1", new() { ["Text"] = "Loket dibahas dan disepakati." });
        await Press(secretariat, $"{root}/notula/2", new() { ["Text"] = "SBP dibahas." });
        await Press(
            secretariat,
            $"{root}/putuskan",
            new()
            {
                ["Theme"] = "1",
                ["Text"] = $"Formulir tertulis {title}",
                ["Owners"] = "kpu-17.71|kpu-17.04",
                ["Due"] = "2026-12-15",
                ["Judge"] = "kpu-17",
            }
        );
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{page}/notula")).Status);
        var open = await visitor.Get(page);
        Assert.Equal(2, open.All(".matrix tbody td").Count);
        Assert.DoesNotContain("Loket dibahas", open.Html);

        await Press(chair, $"{root}/notula/setujui");
        var minutes = await visitor.Get($"{page}/notula");
        Assert.Contains("Loket dibahas dan disepakati.", minutes.Words);
        Assert.Contains($"Formulir tertulis {title}", minutes.Words);
        await Press(secretariat, $"{root}/tutup");
        Assert.Contains("Ditutup", (await visitor.Get(page)).Words);
        Assert.Contains(title, (await visitor.Get("/kewajiban?sumber=keputusan_rapat")).Html);
    }

    [Fact]
    public async Task An_office_fills_the_questionnaire_and_sees_the_others_once_it_has_submitted()
    {
        var before = await site.Invited();
        await site.Do(before, "admin-kota", Rakor.Answers("7"));
        await site.Do(before, "sekretariat", new MeetingCommand.Hold());
        var meeting = await site.Invited(before.Id);
        await site.Do(meeting, "admin-kota", Rakor.Answers("31"));
        var root = $"/meja/rakor/{meeting.Code}";
        using var kaur = await site.Enter("admin-kaur");
        var hidden = await kaur.Get($"{root}/instrumen");
        Assert.DoesNotContain("Kendala 31", hidden.Html);
        Assert.Contains("terlihat setelah Anda mengirim", hidden.Words);

        // A draft may lack answers; it is kept, and nobody else sees it.
        var draft = await Press(kaur, $"{root}/instrumen/1/isi", new() { ["Answers[0]"] = "1,5", ["Submit"] = "false" });
        Assert.Equal(root, draft.Path);
        using var secretariat = await site.Enter("sekretariat");
        Assert.DoesNotContain("1,5", (await secretariat.Get($"{root}/instrumen")).TextOf(".matrix"));
        Assert.DoesNotContain("menyimpan draf", (await secretariat.Get(root)).Words);

        // What is missing is said beside its question, and nothing typed is lost.
        var incomplete = await Press(
            kaur,
            $"{root}/instrumen/1/isi",
            new()
            {
                ["Answers[0]"] = "banyak",
                ["Answers[1]"] = "tidak",
                ["Answers[3]"] = "Kata Kaur",
                ["Submit"] = "true",
            }
        );
        Assert.Contains("Jawab pertanyaan 1 dengan angka.", incomplete.Words);
        Assert.Contains("Kata Kaur", incomplete.Html);
        Assert.Contains("banyak", incomplete.Html);
        await Press(
            kaur,
            $"{root}/instrumen/1/isi",
            new()
            {
                ["Answers[0]"] = "12",
                ["Answers[1]"] = "tidak",
                ["Answers[2]"] = "1",
                ["Answers[3]"] = "Kata Kaur",
                ["Submit"] = "true",
            }
        );
        var compiled = await kaur.Get($"{root}/instrumen");
        Assert.Contains("Kendala 31", compiled.Html);
        Assert.Contains("rakor lalu: 7", compiled.Words);
        Assert.Contains("8 kantor belum mengirim", compiled.Words);
    }

    [Fact]
    public async Task Two_who_write_the_same_section_see_both_versions_and_lose_nothing()
    {
        var held = await site.Held(joint: true);
        var path = $"/meja/rakor/{held.Code}/notula/1";
        using var secretariat = await site.Enter("sekretariat");
        using var assistant = await site.Enter("asisten-ombudsman");
        var form = await secretariat.Get(path);
        await Press(assistant, path, new() { ["Text"] = "Versi Ombudsman." });
        var both = await secretariat.Submit(form, "main form", new() { ["Text"] = "Versi KPU." });
        Assert.Contains("Kedua versi ada di bawah.", both.Words);
        Assert.Contains("Versi Ombudsman.", both.Words);
        Assert.Contains("Versi KPU.", both.TextOf("textarea"));
        // Another section is nobody's business.
        await Press(secretariat, $"/meja/rakor/{held.Code}/notula/2", new() { ["Text"] = "Data dibahas." });
        var joined = await secretariat.Submit(both, "main form", new() { ["Text"] = "Versi bersama." });
        Assert.Equal($"/meja/rakor/{held.Code}", joined.Path);
        var later = await secretariat.Get(path);
        Assert.Contains("Versi bersama.", later.TextOf("textarea"));
        Assert.Contains("Versi Ombudsman.", later.Words);
    }

    [Fact]
    public async Task Joint_minutes_are_published_when_both_heads_approved()
    {
        var written = await site.Written(joint: true);
        var root = $"/meja/rakor/{written.Code}";
        using var chair = await site.Enter("ketua-provinsi");
        using var head = await site.Enter("kepala-ombudsman");
        using var visitor = new Browser(site.Address);
        var form = await head.Get($"{root}/notula/setujui");
        await Press(chair, $"{root}/notula/setujui");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/rakor/{written.Code}/notula")).Status);
        // A word changed after the page was read: read again.
        await site.Do(written, "sekretariat", new MeetingCommand.WriteMinutes(1, written.MinutesOf(1), "Loket dibahas lagi."));
        Assert.Contains("Baca lagi", (await head.Submit(form, "main form", [])).Words);
        await Press(head, $"{root}/notula/setujui");
        await Press(chair, $"{root}/notula/setujui");
        Assert.Contains("Loket dibahas lagi.", (await visitor.Get($"/rakor/{written.Code}/notula")).Words);
    }

    [Fact]
    public async Task The_link_in_the_room_notes_an_office_and_tells_no_name()
    {
        var meeting = await site.Held();
        var link = await site.Link(meeting);
        using var visitor = new Browser(site.Address);
        var noted = await Press(visitor, link, new() { ["Office"] = "kpu-17.71", ["Name"] = "Nama Rahasia Hadir" });
        Assert.Contains("Kehadiran dicatat untuk", noted.Words);
        using var kaur = await site.Enter("admin-kaur");
        var own = await kaur.Get(link);
        Assert.Contains("Kaur", own.TextOf(".panel"));
        Assert.Null(own.Page.QuerySelector("#Office"));
        using var secretariat = await site.Enter("sekretariat");
        Assert.Contains("Nama Rahasia Hadir", (await secretariat.Get($"/meja/rakor/{meeting.Code}/hadir")).Words);
        foreach (var page in new[] { $"/rakor/{meeting.Code}", "/rakor" })
        {
            Assert.DoesNotContain("Nama Rahasia Hadir", (await visitor.Get(page)).Html);
        }

        Assert.DoesNotContain("Nama Rahasia Hadir", (await kaur.Get($"/meja/rakor/{meeting.Code}")).Html);
        var old = await visitor.Get($"/rakor/{meeting.Code}/hadir/abcdefghjkmn");
        Assert.Contains("Tautan ini sudah berganti.", old.Words);
        Assert.Empty(old.All("main form"));
    }

    [Fact]
    public async Task Decisions_of_ten_offices_are_a_matrix_and_what_is_not_done_is_the_next_agenda()
    {
        var title = $"Rakor {Guid.NewGuid():N}";
        var meeting = await site.Held(title: title);
        OfficeCode[] ten = [.. Rakor.Ten(site).Select(office => office.Code)];
        meeting = await site.Decide(meeting, ten, "Papan layanan dipasang");
        meeting = await site.Decide(meeting, ten[..3], "Formulir dipakai");
        var owed = await Owed(meeting);
        Assert.Equal(13, owed.Count);
        Assert.All(owed, line => Assert.NotEqual(line.Row.Owner, line.Row.Judge));

        var kota = owed.Single(line => line.Row.SourceItem == 1 && line.Row.Owner == TestSite.City);
        await site.Do(await State(kota), "admin-kota", new ObligationCommand.GiveEvidence("Terpasang.", null, []));
        await site.Do(await State(kota), "sekretariat", new ObligationCommand.Accept(null));
        var kaur = owed.Single(line => line.Row.SourceItem == 1 && line.Row.Owner == TestSite.Kaur);
        var carried = await site
            .Services.GetRequiredService<ObligationDesk>()
            .CarryOver(new ObligationId(kaur.Row.Id), site.Post("sekretariat"), Rakor.Today.PlusDays(60), "Renovasi.", cancel: Cancel);
        Assert.Null(carried.Refusal);

        using var secretariat = await site.Enter("sekretariat");
        var matrix = await secretariat.Get($"/meja/rakor/{meeting.Code}/keputusan");
        Assert.Equal(20, matrix.All(".matrix tbody td").Count);
        Assert.Contains("1 selesai", matrix.TextOf(".figures"));
        Assert.Contains("12 berjalan", matrix.TextOf(".figures"));
        Assert.All(
            matrix.Page.QuerySelectorAll(".matrix tbody td").Where(cell => cell.TextContent.Trim() != "–"),
            cell => Assert.NotNull(cell.QuerySelector("svg"))
        );
        Assert.Equal(10, matrix.All(".matrix-narrow details").Count);
        using var city = await site.Enter("admin-kota");
        var theirs = await city.Get($"/meja/rakor/{meeting.Code}/keputusan");
        Assert.Single(theirs.Page.QuerySelectorAll(".matrix td a[href='/kerja-sama/kewajiban/" + kota.Row.Id + "']"));
        Assert.Empty(theirs.Page.QuerySelectorAll($".matrix td a[href='/kerja-sama/kewajiban/{kaur.Row.Id}']"));

        site.Clock.Now += Duration.FromSeconds(5);
        var next = await site.Invited(meeting.Id, title: $"{title} lanjutan");
        var agenda = await secretariat.Get($"/meja/rakor/{next.Code}");
        Assert.Equal(12, agenda.All("#dibawa ~ details tbody tr").Count);
        Assert.Contains("12 kewajiban", agenda.Words);
        using var visitor = new Browser(site.Address);
        Assert.Contains("12 kewajiban", (await visitor.Get($"/rakor/{next.Code}")).Words);
    }

    [Fact]
    public async Task A_meeting_is_moved_and_cancelled_with_a_reason_that_everybody_reads()
    {
        var meeting = await site.Invited();
        using var secretariat = await site.Enter("sekretariat");
        using var visitor = new Browser(site.Address);
        var root = $"/meja/rakor/{meeting.Code}";
        var missing = await Press(secretariat, $"{root}/pindah", new() { ["StartsAt"] = "pagi", ["Reason"] = "Banjir" });
        Assert.Contains("Tulis hari dan jam", missing.Words);
        Assert.Contains("Banjir", missing.Html);
        await Press(
            secretariat,
            $"{root}/pindah",
            new()
            {
                ["Starts"] = "2026-11-20",
                ["StartsAt"] = "10:00",
                ["Ends"] = "",
                ["EndsAt"] = "12:00",
                ["Venue"] = "Gedung lain",
                ["Reason"] = "Jalan banjir.",
            }
        );
        var moved = await visitor.Get($"/rakor/{meeting.Code}");
        Assert.Contains("Jumat, 20 November 2026", moved.Words);
        Assert.Contains("Gedung lain", moved.Words);
        Assert.Contains("Jalan banjir.", moved.Words);
        await Press(secretariat, $"{root}/batal", new() { ["Reason"] = "Digabung." });
        Assert.Contains("Digabung.", (await visitor.Get($"/rakor/{meeting.Code}")).Words);
    }

    /// <summary>A meeting and an agenda item at one time are told to whoever plans either, by name; a cancelled meeting keeps nobody busy.</summary>
    [Fact]
    public async Task A_meeting_collides_with_what_else_its_offices_have()
    {
        var title = $"Rakor bentrok {Guid.NewGuid():N}";
        var starts = Instant.FromUtc(2026, 11, 24, 2, 0);
        var acted = await Rakor.Desk(site).Convene(site.Post("sekretariat"), null, null, Rakor.Plan(site, title, starts), Cancel);
        Assert.Null(acted.Refusal);
        var slot = new AgendaSlot(new LocalDate(2026, 11, 24), new LocalTime(14, 30), new LocalTime(16, 0));
        var item = await site.Accept(await site.Propose($"Loket pasar {title}", slot: slot));
        using var secretariat = await site.Enter("sekretariat");
        using var city = await site.Enter("admin-kota");
        var root = $"/meja/rakor/{acted.State.Code}";
        Assert.Contains(item.Code.Value, (await secretariat.Get(root)).Page.QuerySelector("section[aria-labelledby=bentrok]")!.InnerHtml);
        // Before the invitation nobody else knows of the meeting.
        var before = await city.Get($"/kerja-sama/agenda/{item.Code}");
        Assert.DoesNotContain(title, before.TextOf("section[aria-labelledby=bentrok]") ?? "");

        await site.Do(acted.State, "sekretariat", new MeetingCommand.Invite(null));
        var told = await city.Get($"/kerja-sama/agenda/{item.Code}");
        Assert.Contains($"Selasa, 24 November 2026, 09.00–15.00 WIB: {title}", told.TextOf("section[aria-labelledby=bentrok]"));
        // One of the ten reads of the meeting what concerns it, not what both institutions plan elsewhere.
        Assert.Null((await city.Get(root)).Page.QuerySelector("section[aria-labelledby=bentrok]"));
        await site.Do(acted.State, "sekretariat", new MeetingCommand.Cancel("Digabung."));
        Assert.DoesNotContain(title, (await city.Get($"/kerja-sama/agenda/{item.Code}")).TextOf("section[aria-labelledby=bentrok]") ?? "");
    }

    [Fact]
    public async Task Offices_of_other_meetings_find_nothing()
    {
        var draft = await site.Planned();
        using var assistant = await site.Enter("asisten-ombudsman");
        using var city = await site.Enter("admin-kota");
        using var visitor = new Browser(site.Address);
        foreach (var browser in new[] { assistant, city, visitor })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/rakor/{draft.Code}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await city.Get($"/meja/rakor/{draft.Code}")).Status);
        var invited = await site.Invited();
        Assert.Equal(HttpStatusCode.OK, (await city.Get($"/meja/rakor/{invited.Code}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await assistant.Get($"/meja/rakor/{invited.Code}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await city.Get($"/meja/rakor/{invited.Code}/notula")).Status);
    }

    private Task<IReadOnlyList<ObligationLine>> Owed(Meeting meeting) =>
        site.Services.GetRequiredService<ObligationQueries>().From(meeting.Id.Value, Cancel);

    private async Task<Obligation> State(ObligationLine line) =>
        (
            await site
                .Services.GetRequiredService<ObligationQueries>()
                .Open(site.Post("auditor-provinsi"), new ObligationId(line.Row.Id), Cancel)
        )!.Obligation;

    private static async Task<Seen> Press(Browser browser, string path, Dictionary<string, string>? fields = null) =>
        await browser.Submit(await browser.Get(path), "main form", fields ?? []);
}
