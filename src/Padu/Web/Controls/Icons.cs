using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Padu.Web.Controls;

/// <summary>The sprite of icons: which names it holds, and its fingerprinted address.</summary>
public static class Icons
{
    private const string Sprite = "dist/ikon.svg";

    /// <summary>The names of <c>assets/ikon.json</c>, from which the sprite is built.</summary>
    public static FrozenSet<string> Names { get; } = Read();

    /// <summary>One icon; always beside a word, so it is hidden from readers who hear the page.</summary>
    /// <exception cref="ArgumentException">The sprite does not hold it: add the name to <c>assets/ikon.json</c>.</exception>
    public static TagBuilder Icon(string name, ViewContext view, string? css = null)
    {
        if (!Names.Contains(name))
        {
            throw new ArgumentException($"No icon '{name}': add it to assets/ikon.json.", nameof(name));
        }

        var use = Markup.Element("use").With("href", $"{Address(view.HttpContext)}#{name}");
        return Markup.Element("svg", "icon").With("aria-hidden", "true").With("focusable", "false").WithClass(css).Holding(use);
    }

    private static TagBuilder WithClass(this TagBuilder element, string? css)
    {
        if (css is not null)
        {
            element.AddCssClass(css);
        }

        return element;
    }

    private static string Address(HttpContext context)
    {
        var assets = context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{context.Request.PathBase}/{assets?[Sprite] ?? Sprite}";
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(Icons).Assembly.GetManifestResourceStream("Padu.ikon.json")!;
        return JsonSerializer.Deserialize<string[]>(stream)!.ToFrozenSet();
    }
}

/// <summary><c>&lt;icon name="lock" /&gt;</c>.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }

    public string? Class { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icons.Icon(Name, View, Class));
    }
}
