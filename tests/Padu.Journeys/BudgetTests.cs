using System.Globalization;
using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>The promises to a cheap phone on 2G (experience.md): small, self-contained, still, and never wider than the screen.</summary>
public sealed class BudgetTests(Site site) : Journey(site)
{
    private const int Budget = 60 * 1024;
    private static readonly Manner Narrow = new() { Width = 320, Height = 640 };

    [Fact]
    public async Task HomeAndFiling_StayWithinSixtyKilobytesEachOnAColdCache()
    {
        var tale = Tale.New();
        var visitor = await Arrive(new Manner { Width = 360, Height = 740 });
        var scale = await Scale.On(visitor);

        foreach (var page in new[] { "/", "/pengaduan/baru" })
        {
            scale.Reset();
            await visitor.Open(page);
            await Weigh(page);
        }

        await visitor.TellOnHomePage(tale);
        await WeighAgain("/pengaduan/baru/layanan");
        await visitor.NameService();
        await WeighAgain("/pengaduan/baru/bukti");
        await visitor.Press("filing.evidence.skip");
        await WeighAgain("/pengaduan/baru/identitas");
        await visitor.StayProtected(tale);
        await WeighAgain("/pengaduan/baru/periksa");
        await visitor.Press("filing.send");
        await WeighAgain("/pengaduan/tanda-terima");

        // A page that is still arriving cannot be loaded again.
        async Task WeighAgain(string path)
        {
            await visitor.IsAt(path);
            await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            scale.Reset();
            await visitor.Page.ReloadAsync();
            await Weigh(visitor.Path);
        }

        async Task Weigh(string page)
        {
            await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            Assert.InRange(scale.Bytes, 1000, Budget);
            Assert.All(scale.Requests, address => Assert.StartsWith(Site.Address, address, StringComparison.Ordinal));
            Assert.DoesNotContain(scale.Requests, address => address.Contains("htmx", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(scale.Requests, address => address.Contains("/meja.", StringComparison.Ordinal));
            Assert.DoesNotContain(scale.Kinds, kind => kind == "Font");
            Assert.False(await visitor.Page.EvaluateAsync<bool>("() => 'htmx' in window"), $"htmx runs on {page}.");
            TestContext.Current.TestOutputHelper?.WriteLine($"{page}: {scale.Bytes} bytes");
        }
    }

    [Fact]
    public async Task PublicPages_FitA320PixelScreen()
    {
        var tale = Tale.New();
        var visitor = await Arrive(Narrow);
        var pages = await Reach.Of(visitor);
        foreach (var page in pages.Values)
        {
            await visitor.Page.GotoAsync(page);
            await Fits();
        }

        await visitor.TellOnHomePage(tale);
        await Fits();
        var office = await visitor.NameService();
        await Fits();
        await visitor.AttachPicture("sebuah-nama-berkas-yang-panjang-sekali-tanpa-spasi-di-dalamnya.png");
        await Fits();
        await visitor.StayProtected(tale);
        await Fits();
        await visitor.Press("filing.send");
        await visitor.ReadReceipt(office);
        await Fits();
        foreach (var receipt in Site.Notes.Receipts)
        {
            await visitor.Track(receipt.Number, receipt.Code);
            await Fits();
        }

        async Task Fits()
        {
            var width = await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            Assert.True(width <= Narrow.Width, $"{visitor.Path} is {width} pixels wide.");
        }
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task HomePage_DoesNotMoveWhileItLoads(int width)
    {
        var visitor = await Arrive(new Manner { Width = width });
        await visitor.Page.AddInitScriptAsync(
            """
            window.shifted = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shifted += entry.value)))
              .observe({ type: "layout-shift", buffered: true });
            """
        );
        await visitor.Open("/");
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var shifted = await visitor.Page.EvaluateAsync<double>("() => window.shifted");

        Assert.True(shifted < 0.01, $"Layout shift {shifted.ToString(CultureInfo.InvariantCulture)}.");
    }

    /// <summary>Counts what the wire brings, as Chromium counts it.</summary>
    private sealed class Scale
    {
        private double bytes;

        public double Bytes => bytes;

        public List<string> Requests { get; } = [];

        public List<string> Kinds { get; } = [];

        public static async Task<Scale> On(Visitor visitor)
        {
            var scale = new Scale();
            var wire = await visitor.Wire();
            await wire.SendAsync("Network.enable");
            await wire.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
            wire.Event("Network.loadingFinished").OnEvent += (_, json) =>
                scale.bytes += json!.Value.GetProperty("encodedDataLength").GetDouble();
            wire.Event("Network.requestWillBeSent").OnEvent += (_, json) =>
            {
                var address = json!.Value.GetProperty("request").GetProperty("url").GetString()!;
                // A picture inside the stylesheet asks nobody.
                if (address.StartsWith("data:", StringComparison.Ordinal))
                {
                    return;
                }

                scale.Requests.Add(address);
                scale.Kinds.Add(json.Value.TryGetProperty("type", out var kind) ? kind.GetString()! : "");
            };
            return scale;
        }

        public void Reset()
        {
            bytes = 0;
            Requests.Clear();
            Kinds.Clear();
        }
    }
}
