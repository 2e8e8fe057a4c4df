using System.Net;
using System.Text;
using NodaTime;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Tests.Complaints;

/// <summary>The counter: what is entered for somebody, its receipt, and what the counter sees.</summary>
public sealed class DeskEntryTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\npindaian surat\n%%EOF");

    [Fact]
    public async Task A_walk_in_is_entered_and_the_receipt_opens_the_case_for_its_complainant()
    {
        using var counter = await site.Enter("petugas-kota");
        var receipt = await Enter(counter, []);

        Assert.Equal("/meja/terima/tanda-terima", receipt.Path);
        var (number, code) = (receipt.TextOf("#nomor")!, receipt.TextOf("#kode")!);
        Assert.Contains("Petugas", receipt.TextOf(".signatures"));
        Assert.Contains(number, (await counter.Get("/meja/terima")).TextOf("aside"));

        using var complainant = new Browser(site.Address);
        var opened = await complainant.Submit(await complainant.Get("/lacak"), "main form", new() { ["Number"] = number, ["Code"] = code });
        Assert.Equal("/lacak/pengaduan", opened.Path);
        Assert.Contains("Dicatat untuk Anda oleh petugas", opened.Words);

        var done = await counter.Submit(receipt, "main form[method=post]", []);
        Assert.Equal("/meja/terima", done.Path);
        Assert.Equal("/meja/terima", (await counter.Get("/meja/terima/tanda-terima")).Path);
    }

    [Fact]
    public async Task A_paper_form_of_a_day_without_network_keeps_its_true_moment_and_needs_a_reason()
    {
        using var counter = await site.Enter("petugas-kota");
        var page = await Enter(counter, new() { ["Form.ReceivedOn"] = "2026-11-09", ["Form.ReceivedTime"] = "09:15" });
        Assert.Contains("tulis mengapa baru dimasukkan sekarang", page.TextOf(".error-summary"));
        Assert.Contains("Antrean tidak pernah dipanggil", page.Html);

        var fields = Fields();
        fields["Form.ReceivedOn"] = "2026-11-09";
        fields["Form.ReceivedTime"] = "09:15";
        fields["Form.Reason"] = "Jaringan mati pada hari pemungutan.";
        var receipt = await counter.Submit(page, "main form[method=post]", fields);

        Assert.Contains("9 November 2026", receipt.TextOf(".lead"));
        var complaint = await Of(receipt);
        Assert.Equal(Instant.FromUtc(2026, 11, 9, 2, 15), complaint.ReceivedAt);
        Assert.Equal(site.Clock.Now, complaint.EnteredAt);
    }

    [Fact]
    public async Task A_file_and_everything_typed_survive_a_form_that_comes_back()
    {
        using var counter = await site.Enter("petugas-kota");
        var form = await counter.Get("/meja/terima");
        var fields = Fields();
        fields.Remove("Form.ReadBack");
        var back = await counter.Submit(form, "main form[method=post]", fields, ("Files", "surat warga.pdf", Pdf));
        Assert.Contains("Bacakan kembali", back.TextOf(".error-summary"));
        Assert.Contains("surat warga.pdf", back.Words);

        var receipt = await counter.Submit(back, "main form[method=post]", Fields());

        Assert.Equal("/meja/terima/tanda-terima", receipt.Path);
        var history = await site.Queries.History((await Of(receipt)).Id, TestContext.Current.CancellationToken);
        Assert.Equal("surat warga.pdf", Assert.Single(((ComplaintEvent.Submitted)history[0].Fact).Evidence!.Value).FileName);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_complaint()
    {
        using var counter = await site.Enter("petugas-kota");
        var form = await counter.Get("/meja/terima");
        var first = await counter.Submit(form, "main form[method=post]", Fields());
        var second = await counter.Submit(form, "main form[method=post]", Fields());
        Assert.Equal(first.TextOf("#nomor"), second.TextOf("#nomor"));
        Assert.Equal(first.TextOf("#kode"), second.TextOf("#kode"));
    }

    [Fact]
    public async Task A_form_nobody_of_ours_made_is_no_form()
    {
        using var counter = await site.Enter("petugas-kota");
        var form = await counter.Get("/meja/terima");
        var fields = Fields();
        fields["Form.Ticket"] = Guid.NewGuid().ToString("D");
        Assert.Equal(HttpStatusCode.BadRequest, (await counter.Submit(form, "main form[method=post]", fields)).Status);
    }

    [Fact]
    public async Task What_is_about_the_own_office_goes_up_and_out_of_sight()
    {
        using var counter = await site.Enter("petugas-kota");
        var receipt = await Enter(counter, new() { ["Form.IsAboutOffice"] = "true" });
        var complaint = await Of(receipt);
        Assert.Equal((TestSite.Province, (OfficeCode?)TestSite.City), (complaint.Owner, complaint.Against));

        Assert.DoesNotContain(complaint.Number.Value, (await counter.Get("/meja/terima")).Html);
        using var city = await site.SignIn("admin-kota");
        Assert.Equal(HttpStatusCode.NotFound, (await city.Get($"/meja/pengaduan/{complaint.Number}")).Status);
        using var province = await site.SignIn("admin-provinsi");
        Assert.Equal(HttpStatusCode.OK, (await province.Get($"/meja/pengaduan/{complaint.Number}")).Status);
    }

    [Fact]
    public async Task A_power_of_attorney_is_seen_with_the_identity_and_not_without()
    {
        using var counter = await site.Enter("petugas-kota");
        var form = await counter.Get("/meja/terima");
        var fields = Fields();
        fields["Form.OnBehalf"] = "kuasa";
        fields["Form.AttorneyName"] = "Pak Kuasa Contoh";
        var receipt = await counter.Submit(form, "main form[method=post]", fields, ("Power", "kuasa.pdf", Pdf));
        var complaint = await Of(receipt);
        Assert.True(complaint.HasPower);

        using var admin = await site.SignIn("admin-kota");
        var page = await admin.Get($"/meja/pengaduan/{complaint.Number}");
        Assert.Contains("Pak Kuasa Contoh", page.Words);
        var link = page.Page.QuerySelector("a[href*='/surat-kuasa/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await admin.Get(link)).Status);
        using var head = await site.SignIn("ketua-kota");
        Assert.DoesNotContain("Pak Kuasa Contoh", (await head.Get($"/meja/pengaduan/{complaint.Number}")).Html);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get(link)).Status);
    }

    private static Dictionary<string, string> Fields() =>
        new()
        {
            ["Form.Channel"] = "loket",
            ["Form.ReceivedOn"] = "2026-11-12",
            ["Form.ReceivedTime"] = "08:44",
            ["Form.Story"] = "Antrean tidak pernah dipanggil sejak pagi.",
            ["Form.ReadBack"] = "true",
            ["Form.Level"] = "terbuka",
            ["Form.Name"] = "Ibu Contoh",
        };

    private static async Task<Seen> Enter(Browser counter, Dictionary<string, string> more)
    {
        var fields = Fields();
        foreach (var (name, value) in more)
        {
            fields[name] = value;
        }

        return await counter.Submit(await counter.Get("/meja/terima"), "main form[method=post]", fields);
    }

    private async Task<Complaint> Of(Seen receipt)
    {
        var id = await site.Queries.Unscoped(new PublicNumber(receipt.TextOf("#nomor")!), TestContext.Current.CancellationToken);
        return await site.Queries.State(id!.Value, TestContext.Current.CancellationToken);
    }
}
