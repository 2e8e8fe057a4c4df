using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Padu.Web.Controls;

/// <summary>
/// <c>&lt;chip kind="late" icon="triangle-alert"&gt;telat 3 hari kerja&lt;/chip&gt;</c>, or <c>&lt;chip of="Say.Due(clock, legal)" /&gt;</c>.
/// Kinds: <c>late</c>, <c>soon</c>, <c>ok</c>, <c>wait</c>.
/// </summary>
public sealed class ChipTagHelper : TagHelper
{
    public string Kind { get; set; } = "wait";

    public string? Icon { get; set; }

    public Nearness? Of { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("chip", HtmlEncoder.Default);
        output.AddClass(Of?.Kind ?? Kind, HtmlEncoder.Default);
        var content = await output.GetChildContentAsync();
        if (Of is not null)
        {
            output.Content.Append(Of.Words);
        }
        else
        {
            output.Content.SetHtmlContent(content);
        }

        if ((Of?.Icon ?? Icon) is { } icon)
        {
            output.PreContent.SetHtmlContent(Icons.Icon(icon, View));
        }
    }
}
