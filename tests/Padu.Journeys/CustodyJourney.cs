using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>Who learns who the complainant is: asked, refused, asked again, allowed, read; a lost code; another level; a way out.</summary>
public sealed class CustodyJourney(Site site) : Journey(site)
{
    private const string Why = "Surat panggilan harus dikirim ke rumah pelapor.";
    private const string No = "Pelapor dapat dihubungi lewat kodenya.";

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task ProtectedIdentity_IsAskedRefusedAskedAllowedAndRead(string language)
    {
        var manner = language == "id" ? Manner.Phone : Manner.English;
        var tale = Tale.New();
        var receipt = await File(manner, tale);
        var admin = await (await Arrive(manner)).SignIn("admin.kota");
        var custodian = await (await Arrive(manner)).SignIn("kustodian.provinsi");

        await Ask(admin, receipt);
        await Judge(custodian, receipt, "ditolak", No);
        await admin.FindCase(receipt.Number);
        await Assertions.Expect(admin.Page.Locator("ol.timeline")).ToContainTextAsync(No);
        await Assertions.Expect(admin.Page.Locator("a[href$='/identitas']")).ToHaveCountAsync(0);

        await Ask(admin, receipt);
        await Judge(custodian, receipt, "diizinkan", "Surat tidak dapat dikirim tanpa nama.");
        await admin.FindCase(receipt.Number);
        await admin.Page.Locator("a[href$='/identitas']").First.ClickAsync();
        await Assertions.Expect(admin.Page.Locator("main")).Not.ToContainTextAsync(tale.Name);
        await admin.Page.FillAsync("#Reason", "Menulis alamat pada sampul surat.");
        await admin.Press("reveal.send");
        await Assertions.Expect(admin.Page.Locator("main")).ToContainTextAsync(tale.Name);

        var complainant = await Arrive(manner);
        await complainant.Track(receipt.Number, receipt.Code);
        await Assertions
            .Expect(complainant.Page.Locator("ol.timeline"))
            .ToContainTextAsync(complainant.T["timeline.identity-revealed.you", receipt.Office]);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task LostCode_IsReplacedAfterASecondPersonAgreed(string language)
    {
        var manner = language == "id" ? Manner.Phone : Manner.English;
        var tale = Tale.New();
        var receipt = await File(manner, tale);
        var desk = await (await Arrive(manner)).SignIn("petugas.provinsi");
        await desk.Open("/meja/kode-hilang");
        await desk.Page.FillAsync("#Number", receipt.Number);
        await desk.Page.FillAsync("#Name", tale.Name);
        await desk.Page.CheckAsync("input[name=Proofs][value=ktp_el]");
        await desk.Press("lost.send");
        await Assertions.Expect(desk.Page.Locator("h1")).ToHaveTextAsync(desk.T["lost.state.menunggu"]);
        var place = desk.Path;

        var custodian = await (await Arrive(manner)).SignIn("kustodian.provinsi");
        await Judge(custodian, receipt, "diizinkan", "KTP dan nama cocok.");
        await desk.Open(place);
        await desk.Press("lost.issue");
        var code = (await desk.Page.Locator("#kode").InnerTextAsync()).Trim();
        Assert.NotEqual(receipt.Code, code);

        var complainant = await Arrive(manner);
        await complainant.Open("/lacak");
        await complainant.Page.FillAsync("#Number", receipt.Number);
        await complainant.Page.FillAsync("#Code", receipt.Code);
        await complainant.Press("track.open");
        await complainant.IsAt("/lacak");
        await complainant.Track(receipt.Number, code);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Level_IsChangedAndTheNameForgotten(string language)
    {
        var manner = language == "id" ? Manner.Phone : Manner.English;
        var tale = Tale.New();
        var receipt = await File(manner, tale);
        var complainant = await Arrive(manner);
        await complainant.Track(receipt.Number, receipt.Code);
        await complainant.Page.GetByRole(AriaRole.Link, new() { Name = complainant.T["track.level"] }).ClickAsync();
        await Assertions.Expect(complainant.Page.Locator("main")).ToContainTextAsync(complainant.T["level.seen.story"]);
        await complainant.Page.CheckAsync("input[name=Level][value=anonim]");
        await complainant.Page.FillAsync("#Code", receipt.Code);
        await complainant.Press("level.send");
        await complainant.IsAt("/lacak/pengaduan");
        await Assertions.Expect(complainant.Page.Locator("main")).ToContainTextAsync(complainant.T["track.anonymous.nothing"]);
    }

    [Fact]
    public async Task QuickExit_LeavesWithoutScriptByItsLink()
    {
        var visitor = await Arrive(Manner.Phone);
        await visitor.TellOnHomePage(Tale.New());
        await Leaves(visitor, () => visitor.Page.Locator(".quick-exit").ClickAsync());
        await visitor.Open("/pengaduan/baru");
        await Assertions.Expect(visitor.Page.Locator("#Story")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task QuickExit_LeavesByEscapeTwiceAndForgetsTheDraft()
    {
        var visitor = await Arrive(Manner.English);
        var tale = Tale.New();
        await visitor.TellOnHomePage(tale);
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.IsAt("/pengaduan/baru/layanan");
        await Leaves(
            visitor,
            async () =>
            {
                await visitor.Page.Keyboard.PressAsync("Escape");
                await visitor.Page.Keyboard.PressAsync("Escape");
            }
        );
        await visitor.Open("/pengaduan/baru");
        await Assertions.Expect(visitor.Page.Locator("#Story")).ToHaveValueAsync("");
    }

    /// <summary>The browser asks for the weather next, and is gone from here: to nothing, since this browser reaches nobody else.</summary>
    private static async Task Leaves(Visitor visitor, Func<Task> act)
    {
        const string weather = "https://www.bmkg.go.id/";
        await visitor.Page.RunAndWaitForRequestAsync(act, weather);
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex($"^({Regex.Escape(weather)}|chrome-error:)"));
    }

    private async Task<Receipt> File(Manner manner, Tale tale)
    {
        var teller = await Arrive(manner);
        var office = await teller.FileUpToCheck(tale);
        await teller.Press("filing.send");
        return await teller.ReadReceipt(office);
    }

    private static async Task Ask(Visitor admin, Receipt receipt)
    {
        await admin.FindCase(receipt.Number);
        await admin.Page.Locator("a[href$='/minta-identitas']").First.ClickAsync();
        await admin.Page.FillAsync("#Reason", Why);
        await admin.Press("unmask.send");
        await admin.IsAt($"/meja/pengaduan/{receipt.Number}");
    }

    private static async Task Judge(Visitor custodian, Receipt receipt, string ruling, string reason)
    {
        await custodian.Open("/meja/kustodian");
        await custodian.Page.Locator("tr[data-row]").Filter(new() { HasText = receipt.Number }).Locator("a").ClickAsync();
        await custodian.Page.CheckAsync($"input[name=Ruling][value={ruling}]");
        await custodian.Page.FillAsync("#Reason", reason);
        await custodian.Press("custody.send");
        await custodian.IsAt("/meja/kustodian");
    }
}
