using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Padu.Web.Controls;

/// <summary>
/// <c>&lt;t key="home.lead" a0="@name" /&gt;</c>: a text whose <c>**bold**</c> parts become strong and whose <c>[words](/path)</c> become links to
/// pages of this site. Arguments are put in after the marks were read, and everything is encoded: what people typed is never markup.
/// </summary>
[HtmlTargetElement("t", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed partial class SentenceTagHelper(Texts texts) : TagHelper
{
    public required string Key { get; set; }

    public object? A0 { get; set; }

    public object? A1 { get; set; }

    public object? A2 { get; set; }

    public object? A3 { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Rendered(texts, Key, [A0, A1, A2, A3]));
    }

    internal static IHtmlContent Rendered(Texts texts, string key, object?[] arguments)
    {
        var content = new HtmlContentBuilder();
        var template = texts.Template(key);
        var at = 0;
        foreach (Match mark in Marks().Matches(template))
        {
            content.Append(texts.Filled(template[at..mark.Index], arguments));
            content.AppendHtml(
                mark.Groups["bold"] is { Success: true } bold
                    ? Markup.Element("strong", text: texts.Filled(bold.Value, arguments))
                    : Markup.Element("a", text: texts.Filled(mark.Groups["words"].Value, arguments)).With("href", mark.Groups["path"].Value)
            );
            at = mark.Index + mark.Length;
        }

        return content.Append(texts.Filled(template[at..], arguments));
    }

    [GeneratedRegex(@"\*\*(?<bold>.+?)\*\*|\[(?<words>[^\]]+)\]\((?<path>/(?!/)[^)\s]*|\#[^)\s]*)\)")]
    private static partial Regex Marks();
}
