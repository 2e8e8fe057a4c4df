using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>The matrix of a meeting's decisions as a black-and-white printer gives it: without grounds, in one ink, on a sheet across.</summary>
public sealed partial class PaperTests(Site site) : Journey(site)
{
    /// <summary>The cells as printed: the word, the name of the sign, the ink, and whether anything is left of the ground.</summary>
    private const string Cells = """
        () => [...document.querySelectorAll('.matrix-wide .matrix tbody td')].map((cell) => {
          const style = getComputedStyle(cell);
          return [
            cell.textContent.replace(/\s+/g, ' ').trim(),
            cell.querySelector('svg use')?.getAttribute('href') ?? '',
            style.color,
            style.backgroundColor,
            cell.scrollWidth > cell.clientWidth + 1 ? 'cut' : '',
            cell.className,
          ];
        })
        """;

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task TheMatrix_ReadsInBlackAndWhite(string language)
    {
        var visitor = await Arrive(new Manner { Language = language, Scheme = ColorScheme.Dark });
        await visitor.Open(await WithDecisions(visitor));
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        await Assertions.Expect(visitor.Page.Locator(".matrix-wide")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".matrix-narrow")).ToBeHiddenAsync();
        var cells = await visitor.Page.EvaluateAsync<string[][]>(Cells);
        Assert.NotEmpty(cells);
        foreach (var cell in cells)
        {
            Assert.False(cell[0].Length == 0, "A cell says nothing.");
            Assert.Equal("rgb(0, 0, 0)", cell[2]);
            Assert.Contains(cell[3], new[] { "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)" });
            Assert.Equal("", cell[4]);
        }

        // What colour tells apart on the screen, sign and word tell apart on paper.
        var kinds = cells.Where(cell => cell[5].Length > 0).ToLookup(cell => cell[5], cell => cell[1]);
        Assert.True(kinds.Count >= 2, "The demonstration's matrix shows one state only.");
        Assert.DoesNotContain("", kinds.SelectMany(kind => kind));
        Assert.Equal(kinds.Sum(kind => kind.Distinct().Count()), kinds.SelectMany(kind => kind).Distinct().Count());
    }

    [Fact]
    public async Task TheMatrix_LiesAcrossTheSheet()
    {
        var visitor = await Arrive();
        await visitor.Open(await WithDecisions(visitor));

        var paper = Encoding.Latin1.GetString(await visitor.Page.PdfAsync(new() { PreferCSSPageSize = true }));

        var sheets = MediaBox()
            .Matches(paper)
            .Select(box => (Width: Number(box.Groups[1].Value), Height: Number(box.Groups[2].Value)))
            .ToList();
        Assert.Contains(sheets, sheet => sheet.Width > sheet.Height);
        Assert.InRange(sheets.Count, 1, 4);
        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>The first meeting of the demonstration of whose decisions some are done and some late.</summary>
    private static async Task<string> WithDecisions(Visitor visitor)
    {
        await visitor.Open("/rakor");
        foreach (var link in await visitor.Page.Locator("main a[href^='/rakor/']").AllAsync())
        {
            var path = (await link.GetAttributeAsync("href"))!;
            var page = await (await visitor.Ask(path)).TextAsync();
            if (new[] { "ok", "late" }.All(kind => page.Contains($"<td class=\"{kind}\">", StringComparison.Ordinal)))
            {
                return path;
            }
        }

        throw new InvalidOperationException("No meeting of the demonstration has duties that are done and duties that are late.");
    }

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")]
    private static partial Regex MediaBox();
}
