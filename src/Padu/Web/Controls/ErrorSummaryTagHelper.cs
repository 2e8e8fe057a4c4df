using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Padu.Web.Controls;

/// <summary><c>&lt;error-summary /&gt;</c> at the top of a form's page: what to put right, each line a link to its field; nothing when all is well.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Texts texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (View.ModelState.IsValid)
        {
            return;
        }

        var list = Markup.Element("ul");
        foreach (var (field, entry) in View.ModelState)
        {
            foreach (var error in entry!.Errors)
            {
                var line = Markup.Element("li");
                list.Holding(
                    field.Length == 0
                        ? line.Holding(Markup.Text(error.ErrorMessage))
                        : line.Holding(Markup.Element("a", text: error.ErrorMessage).With("href", $"#{FieldTagHelper.IdOf(field)}"))
                );
            }
        }

        // autofocus brings readers here without script.
        output.Content.SetHtmlContent(
            Markup
                .Element("div", "error-summary")
                .With("role", "alert")
                .With("tabindex", "-1")
                .With("autofocus", "autofocus")
                .Holding(Markup.Element("h2", text: texts["form.summary"]), list)
        );
    }
}
