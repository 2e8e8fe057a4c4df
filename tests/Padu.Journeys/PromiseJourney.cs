using Microsoft.Playwright;
using NodaTime;
using NodaTime.Text;

namespace Padu.Journeys;

/// <summary>
/// A promise from the first draft to what both sides say of the year: draft, two approvals, two signatures, a plan, an activity, an obligation whose
/// evidence is refused and then accepted, and the yearly evaluation.
/// </summary>
public sealed class PromiseJourney(Site site) : Journey(site)
{
    private const string Refusal = "Fotonya tidak terbaca; kirim yang terang.";
    private const string Evaluated = "Papan pengaduan terpasang; pelatihan dilanjutkan tahun depan.";

    private static string Today =>
        LocalDatePattern.Iso.Format(SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Asia/Jakarta"]).Date);

    private static string Year => Today[..4];

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Agreement_BecomesAPlanAnObligationAndAnEvaluation(string language)
    {
        var manner = language == "id" ? Manner.Phone : Manner.English;
        var secretariat = await (await Arrive(manner)).SignIn("kerjasama.provinsi");
        var assistant = await (await Arrive(manner)).SignIn("asisten.pvl");
        var chair = await (await Arrive(manner)).SignIn("ketua.provinsi");
        var head = await (await Arrive(manner)).SignIn("kepala.perwakilan");
        var owner = await (await Arrive(manner)).SignIn("admin.kaur");
        var visitor = await Arrive(manner);
        var tale = Guid.NewGuid().ToString("N")[..8];

        var agreement = await Begin(secretariat, "perjanjian_kerja_sama", null, $"Perjanjian {tale}", "Menangani pengaduan bersama.");
        await assistant.Open($"{agreement}/rancangan");
        await assistant.Page.FillAsync("#Clauses", "Menangani pengaduan bersama.\n\nMemasang papan pengaduan di setiap kantor.");
        await assistant.Page.FillAsync("#Note", "Butir kedua ditambah.");
        await assistant.Press("agreement.rancangan.send");
        await assistant.IsAt(agreement);
        await Approve(chair, agreement);
        await Approve(head, agreement);
        Assert.Equal(404, (await visitor.Ask(Public(agreement))).Status);
        await Sign(chair, agreement, "Nama Rekaan Satu");
        await Sign(head, agreement, "Nama Rekaan Dua");
        await visitor.Open(Public(agreement));
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync("Nama Rekaan Satu");

        var plan = await Begin(secretariat, "rencana_aksi", agreement, $"Rencana {tale}", "Memeriksa papan di setiap kantor.");
        await Approve(chair, plan);
        await Approve(head, plan);
        var activity = await Begin(assistant, "kegiatan", plan, $"Kegiatan {tale}", "Memasang papan bersama.");
        await Approve(head, activity);
        await Approve(chair, activity);

        var obligation = await Promise(secretariat, activity, $"Papan {tale} terpasang");
        await GiveEvidence(owner, obligation, "Papan sudah dipasang di loket.");
        await Judge(secretariat, obligation, "tolak", Refusal);
        await owner.Open(obligation);
        await Assertions.Expect(owner.Page.Locator("main")).ToContainTextAsync(Refusal);
        await GiveEvidence(owner, obligation, "Foto siang hari terlampir di tautan.");
        await Judge(secretariat, obligation, "terima", "");
        await visitor.Open(Public(activity));
        await Assertions.Expect(visitor.Page.Locator("#butir-1 .chip.ok")).ToContainTextAsync(visitor.T["obligation.chip.done"]);

        await secretariat.Open($"{agreement}/evaluasi");
        await secretariat.Page.FillAsync("#Year", Year);
        await secretariat.Page.FillAsync("#Text", Evaluated);
        await secretariat.Press("agreement.evaluasi.send");
        await visitor.Open($"{Public(agreement)}/evaluasi/{Year}");
        await Assertions.Expect(visitor.Page.Locator("main")).Not.ToContainTextAsync(Evaluated);
        await head.Open($"{agreement}/sepakati-evaluasi");
        await head.Page.CheckAsync($"input[name=Year][value='{Year}']");
        await head.Press("agreement.sepakati-evaluasi.send");
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync(Evaluated);
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync($"Papan {tale} terpasang");
        Assert.False(await Overflows(visitor), "The evaluation is wider than the screen.");
    }

    private static string Public(string desk) => desk["/kerja-sama".Length..];

    private static async Task<string> Begin(Visitor writer, string kind, string? parent, string title, string clause)
    {
        await writer.Open(
            parent is null ? "/kerja-sama/perjanjian/baru" : $"/kerja-sama/perjanjian/baru?jenis={kind}&induk={parent.Split('/')[^1]}"
        );
        await writer.Page.CheckAsync($"input[name=Kind][value={kind}]");
        await writer.Page.FillAsync("#Title", title);
        await writer.Page.CheckAsync("input[name=Scopes][value=pemilu]");
        await writer.Page.FillAsync("#Clauses", clause);
        await writer.Press("agreement.new.send");
        await Assertions.Expect(writer.Page.Locator("h1")).ToHaveTextAsync(title);
        return writer.Path;
    }

    private static async Task Approve(Visitor head, string agreement)
    {
        await head.Open($"{agreement}/setujui");
        await head.Press("agreement.setujui.send");
        await head.IsAt(agreement);
    }

    private static async Task Sign(Visitor head, string agreement, string name)
    {
        await head.Open($"{agreement}/tandatangani");
        await head.Page.FillAsync("#On", Today);
        await head.Page.FillAsync("#Place", "Aula contoh");
        await head.Page.FillAsync("#Name", name);
        await head.Page.FillAsync("#Post", "Pimpinan (contoh)");
        await head.Press("agreement.tandatangani.send");
        await head.IsAt(agreement);
    }

    private static async Task<string> Promise(Visitor writer, string activity, string title)
    {
        await writer.Open($"{activity}/kewajiban");
        await writer.Page.CheckAsync("input[name=Item][value='1']");
        await writer.Page.FillAsync("#Title", title);
        await writer.Page.CheckAsync("input[name=Owners][value='kpu-17.04']");
        await writer.Page.SelectOptionAsync("#Judge", "kpu-17");
        await writer.Page.FillAsync("#Due", Today);
        await writer.Press("agreement.kewajiban.send");
        await writer.IsAt(activity);
        return (await writer.Page.Locator("#butir-1 a").First.GetAttributeAsync("href"))!;
    }

    private static async Task GiveEvidence(Visitor owner, string obligation, string words)
    {
        await owner.Open($"{obligation}/bukti");
        await owner.Page.FillAsync("#Text", words);
        await owner.Page.FillAsync("#Link", "https://contoh.example/foto");
        await owner.Press("obligation.bukti.send");
        await owner.IsAt(obligation);
    }

    private static async Task Judge(Visitor judge, string obligation, string verdict, string words)
    {
        await judge.Open($"{obligation}/nilai");
        await judge.Page.CheckAsync($"input[name=Verdict][value={verdict}]");
        await judge.Page.FillAsync("#Reason", words);
        await judge.Press("obligation.nilai.send");
        await judge.IsAt(obligation);
    }

    /// <summary>Asked of the browser itself, which can measure without the page's own script.</summary>
    private static async Task<bool> Overflows(Visitor visitor)
    {
        var wire = await visitor.Wire();
        var metrics = await wire.SendAsync("Page.getLayoutMetrics");
        var content = metrics!.Value.GetProperty("cssContentSize").GetProperty("width").GetDouble();
        var view = metrics.Value.GetProperty("cssLayoutViewport").GetProperty("clientWidth").GetDouble();
        return content > view + 1;
    }
}
