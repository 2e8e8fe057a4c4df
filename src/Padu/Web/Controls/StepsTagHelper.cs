using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Padu.Web.Controls;

/// <summary><c>&lt;steps now="2" of="5" /&gt;</c>: where one stands on a path of pages, in bars and in words. Child content follows the words.</summary>
[HtmlTargetElement("steps")]
public sealed class StepsTagHelper(Texts texts) : TagHelper
{
    public int Now { get; set; }

    public int Of { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var bars = Markup.Element("ol", "steps").With("aria-hidden", "true");
        for (var step = 1; step <= Of; step++)
        {
            bars.Holding(
                Markup.Element(
                    "li",
                    step < Now ? "done"
                        : step == Now ? "now"
                        : null
                )
            );
        }

        output.Content.AppendHtml(bars);
        output.Content.AppendHtml(Markup.Element("p", "sub", texts["steps.words", Now, Of]).Holding(more));
    }
}
