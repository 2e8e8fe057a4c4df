using System.Net;
using Padu.Domain.Meetings;
using Padu.Tests.Documents.Pdf;

namespace Padu.Tests.Meetings;

/// <summary>The minutes as PDF: a draft for the conveners and marked as one, approved ones for anybody, nobody's name in either.</summary>
public sealed class MinutesPaperTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_marked_on_every_page_and_for_the_conveners_only()
    {
        var meeting = await Minuted();
        var address = $"/meja/rakor/{meeting.Code}/notula.pdf";
        using var secretariat = await site.Enter("sekretariat");

        var text = PdfReading.Text(await Bytes(secretariat, address));

        text.ShouldRead(
            "DRAF NOTULA (KONSEP)",
            "Belum disetujui: masih dapat berubah.",
            "Belum disetujui",
            $"Draf notula (konsep) · {meeting.Code}"
        );
        foreach (var person in new[] { "admin-kota", "kepala-ombudsman", "petugas-kota" })
        {
            using var other = await site.Enter(person);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get(address)).Status);
        }

        using var visitor = new Browser(site.Address);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/rakor/{meeting.Code}/notula.pdf")).Status);
    }

    [Theory]
    [InlineData(
        "id",
        "NOTULA",
        "Nomor rapat",
        "2 kantor hadir 3",
        "Keputusan",
        "Paling lambat",
        "2 Desember 2026",
        "Menyetujui notula ini pada Kamis, 12 November 2026",
        "Ketua"
    )]
    [InlineData(
        "en",
        "MINUTES",
        "Meeting number",
        "2 offices present 3",
        "Decisions",
        "Due by",
        "2 December 2026",
        "Approved these minutes on Thursday, 12 November 2026",
        "Chair"
    )]
    public async Task Approved_minutes_say_number_day_venue_themes_who_was_present_decisions_and_who_approved(
        string language,
        string title,
        string number,
        string present,
        string decisions,
        string due,
        string day,
        string approved,
        string post
    )
    {
        var meeting = await Minuted();
        await site.Do(meeting, "ketua-provinsi", new MeetingCommand.ApproveMinutes(meeting.MinutesVersion));
        using var visitor = new Browser(site.Address);
        await visitor.Get($"/bahasa/{language}");
        var address = $"/rakor/{meeting.Code}/notula.pdf";

        var bytes = await Bytes(visitor, address);

        var text = PdfReading.Text(bytes);
        text.ShouldRead(
            title,
            number,
            meeting.Code.Value,
            "12/UND/2026",
            "Aula uji, Bengkulu",
            "Pelayanan di loket",
            "Data pemilih",
            present,
            "Loket dibahas.",
            "Data dibahas.",
            decisions,
            due,
            "Papan layanan dipasang",
            day,
            approved
        );
        Assert.Contains(post, text);
        Assert.DoesNotContain("DRAF", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Nama Hadir", text);
        Assert.Equal(bytes, await Bytes(visitor, address));
    }

    private async Task<Meeting> Minuted()
    {
        var meeting = await site.Written();
        foreach (
            var (office, name) in new[]
            {
                (TestSite.City, "Nama Hadir Satu"),
                (TestSite.City, "Nama Hadir Dua"),
                (TestSite.Kaur, "Nama Hadir Tiga"),
            }
        )
        {
            meeting = await site.Do(meeting, "sekretariat", new MeetingCommand.Attend(office, AttendanceWay.List, name, null));
        }

        return await site.Decide(meeting, [TestSite.City, TestSite.Kaur], "Papan layanan dipasang");
    }

    private static async Task<byte[]> Bytes(Browser browser, string address)
    {
        var paper = await browser.Fetch(address);
        Assert.Equal(HttpStatusCode.OK, paper.StatusCode);
        Assert.Equal("application/pdf", paper.Content.Headers.ContentType!.MediaType);
        return await paper.Content.ReadAsByteArrayAsync(Cancel);
    }
}
