using System.Collections.Concurrent;

namespace Padu.Journeys;

/// <summary>WCAG 2.2 AA as far as axe can tell: every page, once for each role it opens to, in light and in dark.</summary>
public sealed class AccessibilityTests(Site site) : Journey(site)
{
    private static readonly ConcurrentDictionary<string, Task<SortedDictionary<string, string>>> Reaches = new();

    /// <summary>One account of each role that the demonstration has.</summary>
    public static TheoryData<string> Accounts =>
        [
            "admin.provinsi",
            "petugas.provinsi",
            "ketua.provinsi",
            "kustodian.provinsi",
            "kerjasama.provinsi",
            "auditor.provinsi",
            "operator",
            "admin.kota",
            "teknis.kota",
            "teknis.seluma",
            "ketua.kota",
            "asisten.pemeriksaan",
            "kepala.perwakilan",
        ];

    /// <summary>A reader that found nothing anywhere would make every test here green.</summary>
    [Fact]
    public async Task APageWithFaults_IsFoundFaulty()
    {
        var visitor = await Arrive();
        await visitor.Open("/bantuan");
        await visitor.Page.SetContentAsync(
            """<html lang="id"><title>Uji</title><main><h1>Uji</h1><img src="/tanda"><p><font color="#bbbbbb">Pucat</font></p></main></html>"""
        );

        var findings = await Axe.Findings(visitor);

        Assert.Contains(findings, line => line.Contains("(Light) image-alt", StringComparison.Ordinal));
        Assert.Contains(findings, line => line.Contains("(Light) color-contrast", StringComparison.Ordinal));
        Assert.Contains(findings, line => line.Contains("(Dark) color-contrast", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PublicPages_HaveNoViolation()
    {
        var visitor = await Arrive();
        var pages = await ReachOf(account: "");

        var findings = await Findings(visitor, [.. pages.Values, "/galat/404"]);

        Assert.Empty(findings);
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task PagesOfRole_HaveNoViolation(string account)
    {
        var visitor = await (await Arrive()).SignIn(account);
        var publicPages = await ReachOf(account: "");
        var pages = (await ReachOf(account)).Where(page => !publicPages.ContainsKey(page.Key)).Select(page => page.Value).ToList();

        var findings = await Findings(visitor, pages);

        Assert.NotEmpty(pages);
        Assert.Empty(findings);
    }

    [Fact]
    public async Task FilingAndTracking_HaveNoViolationAtAnyStep()
    {
        var tale = Tale.New();
        var visitor = await Arrive();
        var findings = new List<string>();

        await visitor.Open("/pengaduan/baru");
        await visitor.Press("filing.next");
        await Look("a refused form");
        await visitor.TellOnHomePage(tale);
        await Look("service");
        var office = await visitor.NameService();
        await Look("evidence");
        await visitor.AttachPicture("bukti.png");
        await Look("identity");
        await visitor.Press("filing.next");
        await Look("identity refused");
        await visitor.StayProtected(tale);
        await Look("check");
        await visitor.Press("filing.send");
        var receipt = await visitor.ReadReceipt(office);
        await Look("receipt");
        await visitor.Track(receipt.Number, receipt.Code);
        await Look("tracking");
        foreach (var path in new[] { "/lacak/tambah", "/lacak/cabut", "/lacak/data-saya", "/lacak/data-saya/minta" })
        {
            await visitor.Open(path);
            await visitor.IsAt(path);
            await Look(path);
        }

        await visitor.Open("/lacak/identitas");
        await Look("identity level");
        foreach (var example in Site.Notes.Receipts)
        {
            await visitor.Track(example.Number, example.Code);
            await Look($"tracking example {example.No}");
            await visitor.Open("/lacak/ombudsman");
            await Look($"the Ombudsman of example {example.No}");
        }

        // The first of the catalogue was accepted: closed, answered, not rated yet.
        var accepted = Site.Notes.Receipts.Single(receipt => receipt.No == 1);
        await visitor.Track(accepted.Number, accepted.Code);
        foreach (var path in new[] { "/lacak/nilai", "/lacak/keberatan", "/lacak/surat-penutupan", "/lacak/surat" })
        {
            await visitor.Open(path);
            await visitor.IsAt(path);
            await Look(path);
        }

        await visitor.Page.Locator("main table a").First.ClickAsync();
        await Look("/lacak/surat/{id:guid}");

        Assert.Empty(findings);

        async Task Look(string what) => findings.AddRange((await Axe.Findings(visitor)).Select(line => $"{what}: {line}"));
    }

    [Fact]
    public async Task EveryRoute_OpensForSomebodyOrSaysWhyNot()
    {
        // These open in the filing and tracking of the test above, each by its step.
        string[] onTheWay =
        [
            "/pengaduan/baru/layanan",
            "/pengaduan/baru/bukti",
            "/pengaduan/baru/identitas",
            "/pengaduan/baru/periksa",
            "/pengaduan/tanda-terima",
            "/lacak/pengaduan",
            "/lacak/tambah",
            "/lacak/cabut",
            "/lacak/data-saya",
            "/lacak/data-saya/minta",
            "/lacak/nilai",
            "/lacak/keberatan",
            "/lacak/surat-penutupan",
            "/lacak/surat",
            "/lacak/surat/{id:guid}",
            "/lacak/identitas",
            "/lacak/ombudsman",
            "/galat/{status:int}",
            // Opens in SuggestionJourney.
            "/masukan/tanda-terima",
            // These open in IntakeJourneys, each in the state that it needs.
            "/meja/terima/tanda-terima",
            "/meja/pengaduan/{nomor}/persetujuan",
            "/meja/pengaduan/{nomor}/kirim",
            "/meja/pengaduan/{nomor}/surat-pengantar",
            "/meja/pengaduan/{nomor}/lepas",
            "/meja/pengaduan/{nomor}/serupa/{lain}",
        ];
        var open = new HashSet<string>(PageRoutes.NotVisited.Keys.Concat(onTheWay));
        open.UnionWith((await ReachOf(account: "")).Keys);
        foreach (var account in Accounts)
        {
            open.UnionWith((await ReachOf(account.Data)).Keys);
        }

        Assert.Empty(PageRoutes.All.Except(open));
        Assert.Empty(PageRoutes.NotVisited.Keys.Concat(onTheWay).Except(PageRoutes.All));
    }

    /// <summary>The pages that open for an account, for nobody signed in when it has no name; asked once for all tests.</summary>
    private Task<SortedDictionary<string, string>> ReachOf(string account) =>
        Reaches.GetOrAdd(
            account,
            async name =>
            {
                var visitor = await Arrive();
                return await Reach.Of(name.Length == 0 ? visitor : await visitor.SignIn(name));
            }
        );

    private static async Task<List<string>> Findings(Visitor visitor, IEnumerable<string> pages)
    {
        var findings = new List<string>();
        foreach (var page in pages)
        {
            if (!await Axe.IsNew(visitor.Page, await (await visitor.Ask(page)).TextAsync()))
            {
                continue;
            }

            await visitor.Page.GotoAsync(page);
            findings.AddRange(await Axe.Judged(visitor.Page));
        }

        return findings;
    }
}
