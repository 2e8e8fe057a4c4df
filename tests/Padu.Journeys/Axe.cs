using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>
/// What axe finds on the page a visitor stands on, in light and in dark. Axe is script: where the visitor has none it never ends, so it reads the
/// same page in a window that has. What differs from something already read in its words alone (the same list for another role, another case in the
/// same state) is not read again: nothing that axe judges can differ.
/// </summary>
internal static class Axe
{
    private const string Everything =
        """{ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] }""";

    /// <summary>What another colour scheme can break; the rest of the page is the same.</summary>
    private const string Colours = """
        { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, resultTypes: ["violations"] }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// A page without its words, in two parts, what stands in <c>main</c> and what frames it: elements, classes, roles and states in their nesting; that
    /// there is a text, a name or a target, not which. Like siblings in a row are one.
    /// </summary>
    private const string Skeleton = """
        (html) => {
          const page = html === null ? document : new DOMParser().parseFromString(html, "text/html");
          const idle = new Set(["id", "name", "href", "src", "value", "action", "content", "datetime", "placeholder", "integrity", "nonce", "data-valmsg-for"]);
          const targets = new Set(["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-errormessage", "list", "form"]);
          const main = page.querySelector("main");
          const value = (name, text) => {
            if (targets.has(name)) return text.split(/\s+/).every((id) => page.getElementById(id)) ? "found" : "missing";
            if (idle.has(name) || name === "title" || name === "alt" || name === "aria-label") return text.trim() ? "some" : "none";
            return text;
          };
          const bones = (element) => {
            const attributes = [...element.attributes].map((a) => `${a.name}=${value(a.name, a.value)}`).sort().join(" ");
            const children = [];
            for (const child of element.childNodes) {
              const bone = child === main ? "main" : child.nodeType === 1 ? bones(child) : child.nodeType === 3 && child.textContent.trim() ? "t" : "";
              if (bone && children.at(-1) !== bone) children.push(bone);
            }
            return `<${element.localName} ${attributes}>${children.join("")}</>`;
          };
          return [page.documentElement, main].filter((part) => part).map(bones);
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

    /// <summary>
    /// Whether something stands there that was not read yet: on the page as it is, or on the page that this HTML is. A frame and a content that were both
    /// read are not read again because they stand together for the first time: every role has its own menu around the same lists.
    /// </summary>
    public static async Task<bool> IsNew(IPage page, string? html = null)
    {
        var isNew = false;
        foreach (var part in await page.EvaluateAsync<string[]>(Skeleton, html))
        {
            isNew |= Read.TryAdd(part, 0);
        }

        return isNew;
    }

    private static async Task<IReadOnlyList<string>> Findings(IPage page) => await IsNew(page) ? await Judged(page) : [];

    /// <summary>What is wrong with the page as it is, whether it was read before or not.</summary>
    public static async Task<IReadOnlyList<string>> Judged(IPage page)
    {
        var lines = new List<string>();
        // Put into the page once and asked twice. The library's own way opens a window of its own for each question, which takes five times as long and is
        // only needed where a page has frames; none of ours has.
        await page.EvaluateAsync(Script);
        foreach (var (scheme, rules) in new[] { (ColorScheme.Light, Everything), (ColorScheme.Dark, Colours) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = await page.EvaluateAsync<string[]>(
                $$"""
                async () => {
                  const { violations } = await axe.run(document, {{rules}});
                  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html}`));
                }
                """
            );
            lines.AddRange(found.Select(line => $"{new Uri(page.Url).AbsolutePath} ({scheme}) {line}"));
        }

        return lines;
    }
}
