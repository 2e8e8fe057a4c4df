using System.Diagnostics;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Text;
using Padu.Web;

namespace Padu.Journeys;

/// <summary>
/// A complaint about a stage of an election: its date ends with the stage and says so; the province brings a changed schedule, and the date moves with it, in
/// the complainant's timeline too.
/// </summary>
public sealed class StageJourney(Site site) : Journey(site)
{
    private const string Election = "pemilihan-contoh";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    [Theory]
    [InlineData("id", "data_pemilih")]
    [InlineData("en", "badan_adhoc")]
    public async Task AChangedStage_MovesTheDateThatItBounds(string language, string stage)
    {
        var manner = language == "id" ? Manner.Phone : Manner.English;
        var province = await (await Arrive(manner)).SignIn("admin.provinsi");
        await province.Open($"/atur/tahapan/impor?pemilihan={Election}");
        var rows = await province.Page.Locator("#Rows").InputValueAsync();
        var ends = EndOf(rows, stage);

        var tale = Tale.New();
        var complainant = await Arrive(manner);
        await complainant.TellOnHomePage(tale);
        await complainant.Page.SelectOptionAsync("select[name=Stage]", $"{Election}/{stage}");
        var office = await complainant.NameService();
        await complainant.Press("filing.evidence.skip");
        await complainant.StayProtected(tale);
        await complainant.Press("filing.send");
        var receipt = await complainant.ReadReceipt(office);
        await Assertions.Expect(complainant.Page.Locator("main")).ToContainTextAsync(DateWords.Full(ends, complainant.T.Language));
        await Assertions.Expect(complainant.Page.Locator("details.why").Last).ToContainTextAsync(complainant.T["why.bound.calendar"]);

        var moved = ends.PlusDays(2);
        await province.Page.FillAsync("#Decree", "Keputusan contoh tentang perubahan jadwal");
        await province.Page.FillAsync("#Rows", Moved(rows, stage, moved));
        await province.Press("stages.import.send");
        await province.IsAt("/atur/tahapan");
        await Assertions.Expect(province.Page.Locator("main")).ToContainTextAsync(DateWords.Full(moved, province.T.Language));

        await complainant.Track(receipt.Number, receipt.Code);
        await Told(complainant, complainant.T["timeline.clocks-recounted.you"]);
        var desk = await (await Arrive(manner)).SignIn("admin.kota");
        await desk.FindCase(receipt.Number);
        await Assertions.Expect(desk.Page.Locator(".clocks").First).ToContainTextAsync(DateWords.Full(moved, desk.T.Language));
        await Assertions
            .Expect(desk.Page.Locator(".clocks details.why").Filter(new() { HasText = DateWords.Full(ends, desk.T.Language) }))
            .Not.ToHaveCountAsync(0);
        Assert.Empty(await Axe.Findings(desk));
    }

    private static LocalDate EndOf(string rows, string stage) => LocalDatePattern.Iso.Parse(Row(rows, stage).Split(',')[4]).Value;

    private static string Moved(string rows, string stage, LocalDate to)
    {
        var row = Row(rows, stage);
        var columns = row.Split(',');
        columns[4] = LocalDatePattern.Iso.Format(to);
        return rows.Replace(row, string.Join(',', columns), StringComparison.Ordinal);
    }

    private static string Row(string rows, string stage) =>
        rows.Split('\n').Single(row => row.StartsWith($"{stage},", StringComparison.Ordinal)).TrimEnd();

    /// <summary>The sweep comes once a minute.</summary>
    private static async Task Told(Visitor complainant, string words)
    {
        var timeline = complainant.Page.Locator("ol.timeline");
        for (
            var waited = Stopwatch.StartNew();
            waited.Elapsed < Patience && !(await timeline.InnerTextAsync()).Contains(words, StringComparison.Ordinal);

        )
        {
            await Task.Delay(2_000);
            await complainant.Page.ReloadAsync();
        }

        await Assertions.Expect(timeline).ToContainTextAsync(words);
    }
}
