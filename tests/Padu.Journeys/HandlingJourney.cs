using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>
/// A case that goes the long way: given back, assigned again, asked about, drafted, returned by the head, approved, objected to, answered, rated.
/// </summary>
public sealed class HandlingJourney(Site site) : Journey(site)
{
    /// <summary>Another office than the one whose officers answer by themselves in the other journeys.</summary>
    private const string Office = "kpu-17.02";
    private const string Question = "Tanggal berapa Anda menyerahkan berkas?";
    private const string FirstDraft = "Berkas Anda sedang dicari.";
    private const string Answer = "Berkas Anda ditemukan; suratnya dapat diambil di loket 2.";
    private const string Comment = "Sebutkan kapan dan di mana surat dapat diambil.";

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Complaint_IsReturnedAskedApprovedReopenedAnsweredAndRated(string language)
    {
        var manner = language == "id" ? Manner.Phone : Manner.English;
        var complainant = await Arrive(manner);
        var office = await complainant.FileUpToCheck(Tale.New(), Office);
        await complainant.Press("filing.send");
        var receipt = await complainant.ReadReceipt(office);
        var admin = await (await Arrive(manner)).SignIn("admin.rejanglebong");
        await admin.Open("/meja/kantor/aturan");
        await admin.Page.CheckAsync("#NeedsApproval");
        await admin.Press("practice.save");
        await admin.FindCase(receipt.Number);
        await admin.Verify("Surat pindah memilih tertunda");
        await admin.AssignTo("umum_logistik");

        var other = await (await Arrive(manner)).SignIn("umum.rejanglebong");
        await other.FindCase(receipt.Number);
        await other.Write("kembalikan", "#Reason", "Ini urusan divisi teknis.", "return.send", staysIn: false);
        await admin.FindCase(receipt.Number);
        await Assertions.Expect(admin.Page.Locator(".said.internal").First).ToContainTextAsync("Ini urusan divisi teknis.");
        await admin.AssignTo("teknis");

        var officer = await (await Arrive(manner)).SignIn("teknis.rejanglebong");
        await officer.FindCase(receipt.Number);
        await officer.Write("tanya", "#Question", Question, "ask.send");
        await complainant.Track(receipt.Number, receipt.Code);
        await Assertions.Expect(complainant.Page.Locator("#pertanyaan")).ToContainTextAsync(Question);
        await complainant.Page.FillAsync("#Text", "Tanggal 2 November, pagi.");
        await complainant.Press("track.question.send");

        var head = await (await Arrive(manner)).SignIn("ketua.rejanglebong");
        await officer.FindCase(receipt.Number);
        await officer.Write("jawab", "#Text", FirstDraft, "propose.send");
        await head.FindCase(receipt.Number);
        await head.Page.Locator("a[href$='/setujui']").First.ClickAsync();
        await head.Page.CheckAsync("input[name=Choice][value=kembalikan]");
        await head.Page.FillAsync("#Comment", Comment);
        await head.Press("approve.send");

        await officer.FindCase(receipt.Number);
        await officer.Page.Locator("a[href$='/jawab']").First.ClickAsync();
        await Assertions.Expect(officer.Page.Locator(".said.internal").First).ToContainTextAsync(Comment);
        await Assertions.Expect(officer.Page.Locator("#Text")).ToHaveValueAsync(FirstDraft);
        await officer.Page.FillAsync("#Text", Answer);
        await officer.Press("propose.send");
        await Approve(head, receipt.Number);

        await complainant.Page.ReloadAsync();
        await Assertions.Expect(complainant.Page.Locator("main")).ToContainTextAsync(Answer);
        await Assertions.Expect(complainant.Page.Locator("main")).Not.ToContainTextAsync(FirstDraft);
        await Assertions.Expect(complainant.Page.Locator("main")).Not.ToContainTextAsync(Comment);
        await complainant.Page.GetByText(complainant.T["track.accept.open"]).ClickAsync();
        await complainant.Press("track.accept.send");
        await complainant.Page.GetByText(complainant.T["track.closed.object"]).ClickAsync();
        await complainant.Page.FillAsync("#Text", "Loket 2 mengatakan suratnya belum ada.");
        await complainant.Press("track.objection.send");
        await complainant.IsAt("/lacak/pengaduan");

        await officer.FindCase(receipt.Number);
        await officer.Write("jawab", "#Text", "Suratnya sudah di loket 2 hari ini.", "propose.send");
        await Approve(head, receipt.Number);
        await complainant.Page.ReloadAsync();
        await complainant.Page.GetByRole(AriaRole.Link, new() { Name = complainant.T["track.rate.title"] }).ClickAsync();
        await complainant.Page.CheckAsync("input[name=Ease][value='4']");
        await complainant.Page.CheckAsync("input[name=Result][value='5']");
        await complainant.Press("track.rate.send");
        await Assertions.Expect(complainant.Page.Locator("ol.timeline")).ToContainTextAsync(complainant.T["rating.result.5"]);
        await admin.FindCase(receipt.Number);
        await Assertions.Expect(admin.Page.Locator("aside")).ToContainTextAsync(admin.T["rating.ease.4"]);
    }

    private static async Task Approve(Visitor head, string number)
    {
        await head.FindCase(number);
        await head.Page.Locator("a[href$='/setujui']").First.ClickAsync();
        await head.Page.CheckAsync("input[name=Choice][value=setujui]");
        await head.Press("approve.send");
        await Assertions.Expect(head.Page.Locator(".panel.leaf[role=status]")).ToBeVisibleAsync();
    }
}
