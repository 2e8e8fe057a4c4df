using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>What comes in by other ways than the five pages, and what belongs together or elsewhere.</summary>
public sealed class IntakeJourneys(Site site) : Journey(site)
{
    /// <summary>How many of a mass incident are seen on the screen.</summary>
    private const int Seen = 3;

    private const string Answer = "Kami mohon maaf. TPS dikembalikan ke tempat semula mulai hari ini.";

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task WalkIn_IsEnteredInOnePageAndAnswered(string language)
    {
        var manner = MannerOf(language);
        var tale = Tale.New();
        var counter = await (await Arrive(manner)).SignIn("petugas.provinsi");
        var receipt = await Enter(counter, tale);
        Assert.Empty(await Axe.Findings(counter));

        var admin = await (await Arrive(manner)).SignIn("admin.kota");
        await admin.FindCase(receipt.Number);
        await admin.Verify("Antrean loket tidak dipanggil");
        await admin.AssignTo("teknis");
        var officer = await (await Arrive(manner)).SignIn("teknis.kota");
        await officer.FindCase(receipt.Number);
        await officer.Answer(Answer);

        var complainant = await Arrive(manner);
        await complainant.Track(receipt.Number, receipt.Code);
        await Assertions.Expect(complainant.Page.Locator("main")).ToContainTextAsync(Answer);
        await counter.Press("taken-in.done");
        await counter.IsAt("/meja/terima");
    }

    [Theory]
    [InlineData("id", 40)]
    // How many there are is the same in every language.
    [InlineData("en", 4)]
    public async Task MassIncident_IsGroupedAnsweredOnceAndEachIsTold(string language, int people)
    {
        var manner = MannerOf(language);
        var counter = await (await Arrive(manner)).SignIn("petugas.provinsi");
        var receipts = new List<Receipt>();
        for (var i = 0; i < people; i++)
        {
            // The desk fills in the same page each time; after the first three it is only sent.
            receipts.Add(i < Seen ? await Enter(counter, Tale.New()) : await EnterUnseen(counter, Tale.New()));
        }

        var admin = await (await Arrive(manner)).SignIn("admin.kota");
        await admin.FindCase(receipts[0].Number);
        await admin.Verify("TPS dipindah tanpa pemberitahuan");
        await admin.AssignTo("teknis");
        await admin.Open($"/meja/pengaduan/{receipts[0].Number}/kelompok");
        await admin.Page.CheckAsync("input[name=Kind][value=massal]");
        await admin.Page.FillAsync("#Numbers", string.Join('\n', receipts.Skip(1).Select(one => one.Number)));
        await admin.Press("group.send");
        await Assertions
            .Expect(admin.Page.Locator("main"))
            .ToContainTextAsync(admin.T["group.members", people - 1], new() { Timeout = 60_000 });
        Assert.Empty(await Axe.Findings(admin));
        await admin.Open($"/meja/pengaduan/{receipts[1].Number}/lepas");
        Assert.Empty(await Axe.Findings(admin));

        var officer = await (await Arrive(manner)).SignIn("teknis.kota");
        await officer.FindCase(receipts[0].Number);
        await officer.Answer(Answer);

        var complainant = await Arrive(manner);
        foreach (var receipt in receipts.Skip(Seen))
        {
            Assert.Contains(receipt.Number, await complainant.Send("/lacak", ("Number", receipt.Number), ("Code", receipt.Code)));
            await Eventually(async () => await (await complainant.Ask("/lacak/pengaduan")).TextAsync(), Answer);
        }

        foreach (var receipt in receipts.Take(Seen))
        {
            await complainant.Track(receipt.Number, receipt.Code);
            await Told(complainant, Answer);
        }

        // Each keeps the right to reply, and only that one is open again.
        await complainant.Page.GetByText(complainant.T["track.reply.open"]).ClickAsync();
        await complainant.Page.FillAsync("#Text", "Di tempat kami belum.");
        await complainant.Press("track.reply.send");
        await Assertions.Expect(complainant.Page.Locator("ol.timeline")).ToContainTextAsync(complainant.T["timeline.replied.you"]);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Transfer_GoesOnlyWithConsentAndClosesWithTheLetter(string language)
    {
        var manner = MannerOf(language);
        var counter = await (await Arrive(manner)).SignIn("petugas.provinsi");
        var receipt = await Enter(counter, Tale.New());
        var province = await (await Arrive(manner)).SignIn("admin.provinsi");
        await province.FindCase(receipt.Number);
        await province.Verify("Pembagian amplop");
        await province.Open($"/meja/pengaduan/{receipt.Number}/alihkan");
        await province.Page.SelectOptionAsync("#Addressee", "bawaslu-17.71");
        await province.Page.FillAsync("#KnownOn", Yesterday());
        await province.Page.FillAsync("#Reason", "Pembagian amplop adalah wewenang Bawaslu.");
        await province.Press("transfer.send");
        await province.Open($"/meja/pengaduan/{receipt.Number}/persetujuan");
        Assert.Empty(await Axe.Findings(province));

        var complainant = await Arrive(manner);
        await complainant.Track(receipt.Number, receipt.Code);
        await Assertions.Expect(complainant.Page.Locator("#alih")).ToContainTextAsync("Bawaslu");
        Assert.Empty(await Axe.Findings(complainant));
        await complainant.Press("track.transfer.agree");
        await Assertions
            .Expect(complainant.Page.Locator(".error-summary"))
            .ToContainTextAsync(complainant.T["refusal.transfer.address-missing"]);
        Assert.Empty(await Axe.Findings(complainant));
        await complainant.Page.FillAsync("#Address", "Jalan Contoh 9");
        await complainant.Press("track.transfer.agree");
        await Assertions.Expect(complainant.Page.Locator("#alih")).ToHaveCountAsync(0);

        await province.Open($"/meja/pengaduan/{receipt.Number}/surat-pengantar");
        Assert.Empty(await Axe.Findings(province));
        await province.Open($"/meja/pengaduan/{receipt.Number}/kirim");
        Assert.Empty(await Axe.Findings(province));
        await province.Page.FillAsync("#LetterNumber", "12/PL/2026");
        await province.Page.FillAsync("#SentOn", Yesterday());
        await province.Press("send-transfer.send");
        await complainant.Page.ReloadAsync();
        await Assertions.Expect(complainant.Page.Locator(".case-line")).ToContainTextAsync(complainant.T["stage.ditutup"]);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task SomebodyOfSixteen_NeedsAGuardiansConsentOrStaysAnonymous(string language)
    {
        var manner = MannerOf(language);
        var tale = Tale.New();
        var child = await Arrive(manner);
        await child.TellOnHomePage(tale);
        var office = await child.NameService();
        await child.Press("filing.evidence.skip");
        await child.Page.CheckAsync("input[name=Level][value=terbuka]");
        await child.Page.FillAsync("#Name", tale.Name);
        await child.Page.CheckAsync("input[name=OnBehalf][value=wali]");
        await child.Page.FillAsync("#GuardianName", "Ibu Wali");
        await child.Page.FillAsync("#GuardianPhone", "0812 0000 3333");
        await child.Press("filing.next");
        await Assertions
            .Expect(child.Page.Locator(".error-summary"))
            .ToContainTextAsync(child.T["refusal.representation.consent-required"]);
        Assert.Empty(await Axe.Findings(child));

        await child.Page.CheckAsync("#Consents");
        await child.Press("filing.next");
        await child.IsAt("/pengaduan/baru/periksa");
        await Assertions.Expect(child.Page.Locator("main")).ToContainTextAsync("Ibu Wali");
        await child.Press("filing.send");
        var receipt = await child.ReadReceipt(office);

        var admin = await (await Arrive(manner)).SignIn("admin.kota");
        await admin.FindCase(receipt.Number);
        await Assertions.Expect(admin.Page.Locator("main")).ToContainTextAsync("Ibu Wali");
    }

    private static Manner MannerOf(string language) => language == "id" ? Manner.Phone : Manner.English;

    private static string Yesterday() => DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<Receipt> Enter(Visitor counter, Tale tale)
    {
        await counter.Open("/meja/terima");
        var page = counter.Page;
        await page.CheckAsync("input[name='Form.Channel'][value=loket]");
        await page.SelectOptionAsync("[name='Form.Office']", Tale.Office);
        await page.FillAsync("[name='Form.Story']", tale.Story);
        await page.CheckAsync("input[name='Form.ReadBack'][type=checkbox]");
        await page.CheckAsync("input[name='Form.Level'][value=terbuka]");
        await page.FillAsync("[name='Form.Name']", tale.Name);
        await page.FillAsync("[name='Form.Email']", tale.Email);
        await counter.Press("take-in.send");
        await counter.IsAt("/meja/terima/tanda-terima");
        return new Receipt(
            (await page.Locator("#nomor").InnerTextAsync()).Trim(),
            (await page.Locator("#kode").InnerTextAsync()).Trim(),
            Tale.Office
        );
    }

    private static async Task<Receipt> EnterUnseen(Visitor counter, Tale tale)
    {
        var page = await counter.Send(
            "/meja/terima",
            ("Form.Channel", "loket"),
            ("Form.Office", Tale.Office),
            ("Form.Story", tale.Story),
            ("Form.ReadBack", "true"),
            ("Form.Level", "terbuka"),
            ("Form.Name", tale.Name),
            ("Form.Email", tale.Email)
        );
        return new Receipt(Shown("nomor"), Shown("kode"), Tale.Office);

        string Shown(string id)
        {
            var shown = Regex.Match(page, $"id=\"{id}\"[^>]*>\\s*([^<\\s]+)", RegexOptions.None, TimeSpan.FromSeconds(1));
            Assert.True(shown.Success, page);
            return shown.Groups[1].Value;
        }
    }

    /// <summary>The answer of the leading case reaches its members a moment later.</summary>
    private static async Task Told(Visitor complainant, string answer)
    {
        await Eventually(
            async () =>
            {
                await complainant.Page.ReloadAsync();
                return await complainant.Page.Locator("main").InnerTextAsync();
            },
            answer
        );
    }

    private static async Task Eventually(Func<Task<string>> page, string answer)
    {
        var text = await page();
        for (var tries = 0; tries < 60 && !text.Contains(answer, StringComparison.Ordinal); tries++)
        {
            await Task.Delay(500);
            text = await page();
        }

        Assert.Contains(answer, text, StringComparison.Ordinal);
    }
}
