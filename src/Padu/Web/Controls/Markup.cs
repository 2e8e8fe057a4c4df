using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Padu.Web.Controls;

/// <summary>Short words for building encoded elements; nothing here takes markup as a string.</summary>
internal static class Markup
{
    public static TagBuilder Element(string name, string? css = null, string? text = null)
    {
        var element = new TagBuilder(name);
        if (css is not null)
        {
            element.AddCssClass(css);
        }

        if (text is not null)
        {
            element.InnerHtml.Append(text);
        }

        return element;
    }

    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null)
        {
            element.Attributes[attribute] = value;
        }

        return element;
    }

    public static TagBuilder Holding(this TagBuilder element, params IHtmlContent?[] contents)
    {
        foreach (var content in contents)
        {
            if (content is not null)
            {
                element.InnerHtml.AppendHtml(content);
            }
        }

        return element;
    }

    public static IHtmlContent Text(string text) => new HtmlContentBuilder().Append(text);
}
