using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>
/// What axe finds on the page a visitor stands on, in light and in dark. Axe is script: where the visitor has none it never ends, so it reads the
/// same page in a window that has.
/// </summary>
internal static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>What another colour scheme can break; the rest of the page is the same.</summary>
    private static readonly AxeRunOptions Colours = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>One line for each violation: where, which rule, which element.</summary>
    public static async Task<IReadOnlyList<string>> Findings(Visitor visitor)
    {
        if (visitor.HasScript)
        {
            return await Findings(visitor.Page);
        }

        await using var twin = await visitor.WithScript();
        return await Findings(twin.Page);
    }

    private static async Task<IReadOnlyList<string>> Findings(IPage page)
    {
        var lines = new List<string>();
        foreach (var (scheme, rules) in new[] { (ColorScheme.Light, Rules), (ColorScheme.Dark, Colours) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var result = await page.RunAxe(rules);
            lines.AddRange(
                from violation in result.Violations
                from node in violation.Nodes
                select $"{new Uri(page.Url).AbsolutePath} ({scheme}) {violation.Id}: {node.Target} {node.Html}"
            );
        }

        return lines;
    }
}
