using System.Security.Cryptography;
using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>
/// A letter from the draft to its revocation: returned once, approved, issued, downloaded by the complainant, checked by somebody who holds it, revoked.
/// </summary>
public sealed class LetterJourney(Site site) : Journey(site)
{
    private const string Comment = "Sebutkan kapan warga dapat datang.";

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Letter_IsReturnedApprovedIssuedCheckedAndRevoked(string language)
    {
        var manner = language == "id" ? Manner.Phone : Manner.English;
        var complainant = await Arrive(manner);
        var office = await complainant.FileUpToCheck(Tale.New());
        await complainant.Press("filing.send");
        var receipt = await complainant.ReadReceipt(office);
        var admin = await (await Arrive(manner)).SignIn("admin.kota");
        var chair = await (await Arrive(manner)).SignIn("ketua.kota");

        await admin.Open($"/meja/pengaduan/{receipt.Number}/surat/baru?jenis=tanda_terima");
        await admin.Press("surat.new.save");
        await Assertions.Expect(admin.Page.Locator("article")).ToContainTextAsync(receipt.Number);
        var letter = admin.Path;
        await Press(admin, $"{letter}/ajukan", "surat.ajukan.send", letter);
        await chair.Open($"{letter}/setujui");
        await chair.Page.CheckAsync("input[name=Choice][value=kembalikan]");
        await chair.Page.FillAsync("#Comment", Comment);
        await chair.Press("surat.setujui.send");
        await chair.IsAt(letter);
        await admin.Open($"{letter}/ubah");
        await Assertions.Expect(admin.Page.Locator("main")).ToContainTextAsync(Comment);
        await admin.Page.FillAsync("#Body", "Silakan datang **Senin** pukul 9.");
        await admin.Press("surat.ubah.send");
        await admin.IsAt(letter);
        await Press(admin, $"{letter}/ajukan", "surat.ajukan.send", letter);
        await chair.Open($"{letter}/setujui");
        await chair.Page.CheckAsync("input[name=Choice][value=setujui]");
        await chair.Press("surat.setujui.send");
        await chair.IsAt(letter);
        await Press(admin, $"{letter}/terbitkan", "surat.terbitkan.send", letter);

        await complainant.Track(receipt.Number, receipt.Code);
        await complainant.Open("/lacak/surat");
        await complainant.Page.Locator("main table a").First.ClickAsync();
        await Assertions.Expect(complainant.Page.Locator("article strong").Filter(new() { HasText = "Senin" })).ToBeVisibleAsync();
        var pdf = await complainant.Ask($"{complainant.Path}?handler=Pdf");
        Assert.Equal("application/pdf", pdf.Headers["content-type"]);
        Assert.StartsWith("%PDF", (await pdf.TextAsync())[..4], StringComparison.Ordinal);
        var text = await (await complainant.Ask($"{complainant.Path}?handler=Teks")).BodyAsync();
        var code = (await complainant.Page.Locator(".check-mark strong").InnerTextAsync()).Split(' ')[^1];
        var number = await complainant.Page.Locator("article dl dd").First.InnerTextAsync();

        var holder = await Arrive(manner);
        await Check(holder, number, code);
        await Assertions.Expect(holder.Page.Locator("main")).ToContainTextAsync(holder.T["surat.check.holds"]);
        await Assertions.Expect(holder.Page.Locator(".fingerprint")).ToHaveTextAsync(Convert.ToHexStringLower(SHA256.HashData(text)));
        await chair.Open($"{letter}/cabut");
        await chair.Page.FillAsync("#Reason", "Loket tutup pada hari Senin.");
        await chair.Press("surat.cabut.send");
        await chair.IsAt(letter);
        await Check(holder, number, code);
        await Assertions.Expect(holder.Page.Locator("main")).Not.ToContainTextAsync(holder.T["surat.check.holds"]);
        await Assertions.Expect(holder.Page.Locator("main")).Not.ToContainTextAsync("Loket tutup");
        await complainant.Page.ReloadAsync();
        await Assertions.Expect(complainant.Page.Locator("main")).ToContainTextAsync("Loket tutup pada hari Senin.");
    }

    private static async Task Check(Visitor holder, string number, string code)
    {
        await holder.Open("/surat/periksa");
        await holder.Page.Locator("input[name=nomor]").FillAsync(number);
        await holder.Page.Locator("input[name=kode]").FillAsync(code);
        await holder.Press("surat.check.go");
    }

    private static async Task Press(Visitor visitor, string path, string key, string back)
    {
        await visitor.Open(path);
        await visitor.Press(key);
        await visitor.IsAt(back);
    }
}
