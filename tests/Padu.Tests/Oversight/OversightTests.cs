using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Oversight;
using Padu.Organisations;
using Padu.Oversight;
using Padu.Storage;

namespace Padu.Tests.Oversight;

/// <summary>Those who watch over the house: figures that are the journal's own, a register nobody edits, a machine without a word of any case.</summary>
public sealed class OversightTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_figures_of_every_office_are_a_fold_of_the_journal()
    {
        await Lives();
        var cancel = TestContext.Current.CancellationToken;
        var now = site.Clock.GetCurrentInstant();
        var states = await States();
        var lines = await site.Services.GetRequiredService<OfficeFigures>().Of(site.Post("ketua-provinsi"), 2026, cancel);

        Assert.Equal(11, lines.Count);
        foreach (var line in lines)
        {
            var own = states.Where(state => state.Subject.Seat == line.Office).ToList();
            var filed = own.Where(state => state.Number.Value.StartsWith("17-2026-", StringComparison.Ordinal)).ToList();
            var days = filed
                .Where(state => state.FirstAnsweredAt is not null)
                .Select(state => (decimal)Math.Floor((state.FirstAnsweredAt!.Value - state.ReceivedAt).TotalHours) / 24m)
                .Order()
                .ToList();
            Assert.Equal(own.Count(state => state.IsOpen), line.Open);
            Assert.Equal(own.Count(state => state.IsOpen && state.NextClock?.Due <= now), line.Late);
            Assert.Equal(filed.Count, line.Filed);
            Assert.Equal(filed.Count(state => state.Reopened > 0), line.Reopened);
            Assert.Equal(days.Count == 0 ? null : Math.Round((days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2m, 1), line.MedianDays);
        }

        Assert.Contains(lines, line => line is { Open: > 0, Reopened: > 0, MedianDays: not null, Channel: not null });
    }

    [Fact(DisplayName = "Rule 20: compliance is told apart for each legal source")]
    public async Task Each_source_has_its_own_figures()
    {
        var complaint = await site.Assigned(await site.Verified(await site.File(TestSite.City)));
        var then = site.Clock.Now;
        site.Clock.Now = then + Duration.FromDays(10);
        try
        {
            var figures = Assert.Single(CaseFigures.Of(await site.Answered(complaint)));
            // In time: verification and finishing of SP4N, completeness and decision of UU 25/2009. Late: the first answer within five working days.
            Assert.Equal((2, 1, 2, 0), (figures.ChannelMet, figures.ChannelLate, figures.LawMet, figures.LawLate));
        }
        finally
        {
            site.Clock.Now = then;
        }
    }

    [Fact]
    public async Task A_figure_is_one_click_from_the_list_it_counts_and_a_regency_sees_itself_alone()
    {
        await Lives();
        using var head = await site.SignIn("ketua-provinsi");
        var table = await head.Get("/meja/kantor");
        Assert.Equal(11, table.Page.QuerySelectorAll("table.inbox tbody tr").Length);
        var city = table
            .Page.QuerySelectorAll("table.inbox tbody tr")
            .Single(row => row.TextContent.Contains("KPU Kota Bengkulu", StringComparison.Ordinal));
        var link = city.QuerySelector("a[href*=terbuka]")!;
        var list = await head.Get(link.GetAttribute("href")!);
        Assert.Equal(link.TextContent.Trim(), list.Page.QuerySelector("a[aria-current=page][href*=terbuka] .n")!.TextContent.Trim());
        Assert.All(list.All("td.where"), office => Assert.StartsWith("KPU Kota Bengkulu", office, StringComparison.Ordinal));

        using var regency = await site.SignIn("ketua-kota");
        Assert.Single((await regency.Get("/meja/kantor")).Page.QuerySelectorAll("table.inbox tbody tr"));
        using var officer = await site.SignIn("teknis-kota");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get("/meja/kantor")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("24:1", "1.0")]
    [InlineData("24:1,72:1", "2.0")]
    [InlineData("24:3,240:1", "1.0")]
    [InlineData("0:1,30:1,400:1", "1.2")]
    public void The_median_is_the_middle_one(string histogram, string? median = null)
    {
        var cases = histogram
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split(':'))
            .Select(one => (Number(one[0]), Number(one[1])));
        Assert.Equal(
            median is null ? null : decimal.Parse(median, System.Globalization.CultureInfo.InvariantCulture),
            OfficeFigures.Median(cases)
        );
    }

    [Fact]
    public async Task The_register_of_access_shows_who_read_whom_and_never_whom()
    {
        var complaint = await site.Unmasked(await site.File(TestSite.City, IdentityLevel.Protected));
        await site.Do(complaint, site.Post("admin-kota"), new ComplaintCommand.RevealIdentity("Menulis alamat pada sampul."));
        using var auditor = await site.SignIn("auditor-provinsi");
        var page = await auditor.Get("/meja/audit?jenis=identitas");
        Assert.Contains("Identitas dibaca", page.Words);
        Assert.Contains("Menulis alamat pada sampul.", page.Words);
        Assert.Contains(complaint.Number.Value, page.Words);
        Assert.DoesNotContain("Ibu Rahasia", page.Html);
        Assert.DoesNotContain("Menulis alamat pada sampul.", (await auditor.Get("/meja/audit?jenis=kode")).Words);
        Assert.DoesNotContain("Menulis alamat pada sampul.", (await auditor.Get("/meja/audit?sampai=2026-01-01")).Words);
        Assert.DoesNotContain("Menulis alamat pada sampul.", (await auditor.Get("/meja/audit?kantor=kpu-17.04")).Words);

        var cased = await auditor.Get($"/meja/pengaduan/{complaint.Number}");
        Assert.Contains("Cerita pelapor tidak dibuka bagi auditor.", cased.Words);
        Assert.DoesNotContain("ditolak tanpa surat apa pun", cased.Html);

        using var other = await site.Enter("auditor-ombudsman");
        Assert.DoesNotContain(complaint.Number.Value, (await other.Get("/meja/audit")).Html);
    }

    [Fact]
    public async Task The_register_is_read_page_by_page_without_a_gap()
    {
        var complaint = await site.Unmasked(await site.File(TestSite.City, IdentityLevel.Protected));
        for (var i = 0; i < 7; i++)
        {
            await site.Do(complaint, site.Post("admin-kota"), new ComplaintCommand.RevealIdentity($"Membaca untuk keperluan {i}."));
        }

        var register = site.Services.GetRequiredService<AccessRegister>();
        var filter = new AccessFilter(AccessKind.Identity, null, null, null);
        var (all, none) = await register.List(site.Post("auditor-provinsi"), filter, null, 10_000, TestContext.Current.CancellationToken);
        Assert.Null(none);
        var read = new List<long>();
        long? next = null;
        do
        {
            (var lines, next) = await register.List(site.Post("auditor-provinsi"), filter, next, 3, TestContext.Current.CancellationToken);
            read.AddRange(lines.Select(line => line.Position));
        } while (next is not null);
        Assert.Equal(all.Select(line => line.Position), read);
    }

    [Fact]
    public async Task A_copy_needs_a_reason_and_is_itself_in_the_register()
    {
        using var auditor = await site.SignIn("auditor-provinsi");
        await site.Do(
            await site.Unmasked(await site.File(TestSite.City, IdentityLevel.Protected)),
            site.Post("admin-kota"),
            new ComplaintCommand.RevealIdentity("=1+1 menulis alamat.")
        );
        var page = await auditor.Get("/meja/audit?jenis=identitas");
        var refused = await auditor.Submit(page, "form[method=post][action*=audit]", new() { ["Reason"] = "ingin" });
        Assert.NotEmpty(refused.All(".error-summary"));

        var file = await auditor.Submit(
            refused,
            "form[method=post][action*=audit]",
            new() { ["Reason"] = "Pemeriksaan triwulan keempat." }
        );

        Assert.Equal("text/csv", file.Response.Content.Headers.ContentType!.MediaType);
        var csv = await file.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"'=1+1 menulis alamat.\"", csv);
        var register = await auditor.Get("/meja/audit?jenis=pengawasan");
        Assert.Contains("Buku akses diekspor", register.Words);
        Assert.Contains("Pemeriksaan triwulan keempat.", register.Words);
    }

    [Fact]
    public async Task The_register_is_read_by_its_index()
    {
        await using var database = await site
            .Services.GetRequiredService<IDbContextFactory<PaduDb>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var connection = database.Database.GetDbConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "EXPLAIN QUERY PLAN SELECT position FROM events WHERE type IN ('complaint.identity-revealed.v1','post.ended.v1') AND office IN ('kpu-17','kpu-17.71') AND position < 900 ORDER BY position DESC LIMIT 51";
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Contains("ix_events_type_office_position", reader.GetString(3));
    }

    [Fact]
    public async Task A_dead_letter_is_tried_again_or_given_up_with_a_reason()
    {
        var journal = site.Services.GetRequiredService<Journal>();
        var now = site.Clock.Now;
        await journal.Store(
            new DeliveryRow("pemberitahuan", 900_001, 0, "dijawab", $"{Guid.Empty:D}", 10, now, null, null, now, "SmtpException")
        );
        await journal.Store(
            new DeliveryRow("pemberitahuan", 900_002, 0, "dijawab", $"{Guid.Empty:D}", 10, now, null, null, now, "SmtpException")
        );
        using var browser = await site.Enter("operator");
        var page = await browser.Get("/atur/status");
        Assert.Contains("SmtpException", page.Words);
        Assert.Contains("belum pernah", page.Words);

        var form = "form[action*=GiveUp]:has(input[value='pemberitahuan/900001/0'])";
        var refused = await browser.Submit(page, form, new() { ["Reason"] = "x" });
        Assert.NotEmpty(refused.All(".error-summary"));
        var givenUp = await browser.Submit(refused, form, new() { ["Reason"] = "Alamatnya sudah tidak ada." });
        Assert.Contains("Kiriman dihentikan", givenUp.TextOf("[role=status]"));
        Assert.DoesNotContain("900001", givenUp.Html);
        var retried = await browser.Submit(givenUp, "form[action*=Retry]:has(input[value='pemberitahuan/900002/0'])", []);
        Assert.Contains("dicoba lagi", retried.TextOf("[role=status]"));

        using var auditor = await site.SignIn("auditor-provinsi");
        Assert.Contains("Alamatnya sudah tidak ada.", (await auditor.Get("/meja/audit?jenis=pengawasan")).Words);
        using var admin = await site.SignIn("admin-provinsi");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Get("/atur/status")).Status);
    }

    [Fact]
    public async Task A_post_is_handed_over_on_one_screen_with_its_work()
    {
        await site.File(TestSite.Kaur);
        using var admin = await site.SignIn("admin-provinsi");
        var post = site.Post("admin-kaur");
        var page = await admin.Get($"/atur/jabatan/{post.Post}");
        var open = (await States()).Count(state => state.IsOpen && state.Subject.Seat == TestSite.Kaur);
        Assert.Contains($"{open} pengaduan terbuka ikut dengan jabatan ini", page.Words);
        Assert.Contains("Admin Kaur", page.Words);

        var same = await admin.Submit(page, "main form[method=post]", Form(post.Account, post.Account));
        Assert.Contains("orang yang sama", same.Words);
        var taker = site.Post("ketua-kota").Account;
        var done = await admin.Submit(same, "main form[method=post]", Form(post.Account, taker));

        Assert.Contains("Serah terima tersimpan.", done.TextOf("[role=status]"));
        var view = await site.Services.GetRequiredService<PostQueries>().Find(post.Post, TestContext.Current.CancellationToken);
        var day = new LocalDate(2027, 1, 4);
        Assert.Equal([post.Account], view!.HoldersOn(day.PlusDays(-1)).Select(holding => holding.Account));
        Assert.Equal([(taker, Capacity.Acting)], view.HoldersOn(day).Select(holding => (holding.Account, holding.Capacity)));
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Form(Guid giver, Guid taker) =>
        new()
        {
            ["Giver"] = $"{giver:D}",
            ["Taker"] = $"{taker:D}",
            ["On"] = "2027-01-04",
            ["CapacityCode"] = "plt",
        };

    /// <summary>Cases of many kinds in two offices: answered soon and late, reopened, closed, waiting.</summary>
    private async Task Lives()
    {
        var start = site.Clock.Now;
        await site.File(TestSite.Kaur);
        var waiting = await site.Assigned(await site.Verified(await site.File(TestSite.City)));
        var reopened = await site.Answered(await site.Assigned(await site.Verified(await site.File(TestSite.City))));
        await site.Do(reopened, new Actor.Complainant(reopened.ReporterId), new ComplaintCommand.Reply("Belum selesai.", []));
        site.Clock.Now += Duration.FromDays(20);
        await site.Answered(await site.Assigned(await site.Verified(await site.File(TestSite.City))));
        site.Clock.Now += Duration.FromDays(20);
        await site.Answered(waiting);
        foreach (var sweep in site.Services.GetServices<ISweep>().OfType<ComplaintSweep>())
        {
            await sweep.Sweep(site.Clock.Now, TestContext.Current.CancellationToken);
        }

        site.Clock.Now = start;
    }

    private async Task<List<Complaint>> States()
    {
        await using var database = await site
            .Services.GetRequiredService<IDbContextFactory<PaduDb>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var ids = await database.Set<ComplaintRow>().Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
        var states = new List<Complaint>();
        foreach (var id in ids)
        {
            states.Add(await site.Queries.State(new ComplaintId(id), TestContext.Current.CancellationToken));
        }

        return states;
    }
}
