using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>
/// What axe finds on the page a visitor stands on, in light and in dark. Axe is script: where the visitor has none it never ends, so it reads the
/// same page in a window that has. A page that differs from one already read in its words alone (the same list for another role, another case in the
/// same state) is not read again: nothing that axe judges can differ.
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

    /// <summary>
    /// The page without its words: elements, classes, roles and states in their nesting; that there is a text, a name or a target, not which. Like
    /// siblings in a row are one.
    /// </summary>
    private const string Skeleton = """
        () => {
          const idle = new Set(["id", "name", "href", "src", "value", "action", "content", "datetime", "placeholder", "integrity", "nonce", "data-valmsg-for"]);
          const targets = new Set(["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-errormessage", "list", "form"]);
          const value = (name, text) => {
            if (targets.has(name)) return text.split(/\s+/).every((id) => document.getElementById(id)) ? "found" : "missing";
            if (idle.has(name) || name === "title" || name === "alt" || name === "aria-label") return text.trim() ? "some" : "none";
            return text;
          };
          const bones = (element) => {
            const attributes = [...element.attributes].map((a) => `${a.name}=${value(a.name, a.value)}`).sort().join(" ");
            const children = [];
            for (const child of element.childNodes) {
              const bone = child.nodeType === 1 ? bones(child) : child.nodeType === 3 && child.textContent.trim() ? "t" : "";
              if (bone && children.at(-1) !== bone) children.push(bone);
            }
            return `<${element.localName} ${attributes}>${children.join("")}</>`;
          };
          return bones(document.documentElement);
        }
        """;

    private static readonly ConcurrentDictionary<string, byte> Read = new(StringComparer.Ordinal);

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
        if (!Read.TryAdd(await page.EvaluateAsync<string>(Skeleton), 0))
        {
            return lines;
        }

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
