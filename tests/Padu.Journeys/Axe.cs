using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>What axe finds on the page a visitor stands on, in light and in dark.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    /// <summary>One line for each violation: where, which rule, which element.</summary>
    public static async Task<IReadOnlyList<string>> Findings(Visitor visitor)
    {
        var lines = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var result = await visitor.Page.RunAxe(Rules);
            lines.AddRange(
                from violation in result.Violations
                from node in violation.Nodes
                select $"{visitor.Path} ({scheme}) {violation.Id}: {node.Target} {node.Html}"
            );
        }

        return lines;
    }
}
