using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>From the complainant's choice to the Ombudsman's conclusion, at three desks; what the Ombudsman thinks on the way stays with it.</summary>
public sealed class OmbudsmanJourney(Site site) : Journey(site)
{
    private const string Wish = "Mohon ditanyakan mengapa berkas saya hilang.";
    private const string Asked = "Mohon kirim foto tanda terima berkas Anda.";
    private const string Completion = "Saya tidak pernah diberi tanda terima.";
    private const string Proposal = "Usul terima: tidak ada tanda terima, pasal 44.";
    private const string Deliberation = "Bandingkan dahulu dengan kantor lain sebelum menyurati.";
    private const string Answer = "Berkas ditemukan; surat Anda terbit hari ini.";
    private const string Conclusion = "Kantor tidak memberi tanda terima: penyimpangan prosedur.";

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Complaint_GoesToTheOmbudsmanAndIsConcludedWhileTheOfficeMayStillAnswer(string language)
    {
        var manner = language == "id" ? Manner.Phone : Manner.English;
        var tale = Tale.New();
        var complainant = await Arrive(manner);
        var office = await complainant.FileUpToCheck(tale);
        await complainant.Press("filing.send");
        var receipt = await complainant.ReadReceipt(office);

        await complainant.Track(receipt.Number, receipt.Code);
        await complainant.Page.GetByRole(AriaRole.Link, new() { Name = complainant.T["track.ombudsman.ask"] }).ClickAsync();
        await Assertions.Expect(complainant.Page.Locator(".exhaustion")).ToBeVisibleAsync();
        await complainant.Page.FillAsync("#Wish", Wish);
        await complainant.Page.CheckAsync("input[name=SharesIdentity][value=ya]");
        await complainant.Press("track.ombudsman.send");
        await complainant.IsAt("/lacak/pengaduan");
        await Assertions.Expect(complainant.Page.Locator("#ombudsman")).ToBeVisibleAsync();

        var assistant = await (await Arrive(manner)).SignIn("asisten.pvl");
        await assistant.FindReport(receipt.Number);
        await Assertions.Expect(assistant.Page.Locator("main")).ToContainTextAsync(tale.Story);
        await Assertions.Expect(assistant.Page.Locator("main")).ToContainTextAsync(Wish);
        await Assertions.Expect(assistant.Page.Locator("main")).Not.ToContainTextAsync(tale.Name);
        await assistant.AskForCompletion(Asked);

        await complainant.Page.ReloadAsync();
        await complainant.Page.GetByRole(AriaRole.Link, new() { Name = complainant.T["track.ombudsman.answer"] }).ClickAsync();
        await Assertions.Expect(complainant.Page.Locator("#lengkapi")).ToContainTextAsync(Asked);
        await complainant.Page.FillAsync("#Text", Completion);
        await complainant.Press("track.complete.send");
        await complainant.IsAt("/lacak/pengaduan");

        await assistant.FindReport(receipt.Number);
        await assistant.Propose(Proposal);
        await assistant.Deliberate(Deliberation);

        var head = await (await Arrive(manner)).SignIn("kepala.perwakilan");
        await head.FindReport(receipt.Number);
        await head.AcceptInPlenary(Proposal);
        await assistant.FindReport(receipt.Number);
        await assistant.BeginExamination();

        var officer = await (await Arrive(manner)).SignIn("admin.kota");
        await officer.FindCase(receipt.Number);
        await Assertions.Expect(officer.Page.Locator("#di-ombudsman")).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.Locator("main")).ToContainTextAsync(officer.T["examination.stage.diperiksa"]);
        await SeesNothingInside(officer);
        await officer.Verify("Tanda terima tidak diberikan");
        await officer.AssignTo("teknis");
        var unit = await (await Arrive(manner)).SignIn("teknis.kota");
        await unit.FindCase(receipt.Number);
        await unit.Answer(Answer);

        await head.FindReport(receipt.Number);
        await Assertions.Expect(head.Page.Locator("main")).ToContainTextAsync(Answer);
        await head.Conclude(Conclusion);
        await assistant.FindReport(receipt.Number);
        await assistant.CloseReport();

        await officer.FindCase(receipt.Number);
        await Assertions.Expect(officer.Page.Locator("main")).ToContainTextAsync(Conclusion);
        await SeesNothingInside(officer);
        await complainant.Track(receipt.Number, receipt.Code);
        await Assertions.Expect(complainant.Page.Locator("ol.timeline")).ToContainTextAsync(Conclusion);
        await Assertions.Expect(complainant.Page.Locator("ol.timeline")).ToContainTextAsync(complainant.T["timeline.escalation-ended.you"]);
        foreach (var secret in new[] { Proposal, Deliberation })
        {
            await Assertions.Expect(complainant.Page.Locator("body")).Not.ToContainTextAsync(secret);
        }
    }

    /// <summary>Neither what the Ombudsman wrote for itself nor what passed between it and the complainant.</summary>
    private static async Task SeesNothingInside(Visitor officer)
    {
        foreach (var secret in new[] { Proposal, Deliberation, Wish, Asked, Completion })
        {
            await Assertions.Expect(officer.Page.Locator("body")).Not.ToContainTextAsync(secret);
        }
    }
}
