using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Padu.Web.Controls;

/// <summary>
/// What every form field shares: label, hint, error and control in that order, tied to one another for readers who hear the page. Attributes a
/// field does not know (<c>rows</c>, <c>autocomplete</c>, <c>class</c> …) go to the control.
/// </summary>
public abstract class FieldTagHelper(Texts texts) : TagHelper
{
    protected Texts Texts => texts;

    public required ModelExpression For { get; set; }

    /// <summary>Key of the label's text.</summary>
    public string? Label { get; set; }

    /// <summary>The label itself, where it is data and not a text of the interface.</summary>
    public string? LabelText { get; set; }

    /// <summary>Key of the hint's text.</summary>
    public string? Hint { get; set; }

    public string? HintText { get; set; }

    /// <summary>True where the label is the page's question: it becomes the page's only h1.</summary>
    public bool Question { get; set; }

    /// <summary>True adds <i>(boleh dikosongkan)</i>.</summary>
    public bool Optional { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>The name on the wire: the property's own, or the one its <c>[BindProperty(Name = …)]</c> gives.</summary>
    protected string Name => For.Metadata.BinderModelName ?? Property;

    protected string Id => IdOf(Property);

    private string Property => View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>The id of the control of a field; error summaries link to it.</summary>
    internal static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>Binding names the wire's name, a refusal the property.</summary>
    protected string? Error =>
        (Entry?.Errors.FirstOrDefault() ?? View.ModelState.GetValueOrDefault(Property)?.Errors.FirstOrDefault())?.ErrorMessage;

    /// <summary>What was typed, else what the page holds.</summary>
    protected string? Value => Entry?.AttemptedValue ?? Convert.ToString(For.Model, System.Globalization.CultureInfo.InvariantCulture);

    protected ModelStateEntry? Entry => View.ModelState.GetValueOrDefault(Name);

    protected string? DescribedBy =>
        string.Join(
            ' ',
            new[] { HintWords is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" }.Where(id => id is not null)
        )
            is { Length: > 0 } ids
            ? ids
            : null;

    private string? HintWords => HintText ?? (Hint is null ? null : texts[Hint]);

    /// <summary>The control, with the attributes the page gave.</summary>
    protected abstract IHtmlContent Control(TagHelperContext context, TagHelperOutput output, IHtmlContent children);

    /// <summary>A group of controls is a fieldset with a legend.</summary>
    protected virtual bool IsGroup => false;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var children = await output.GetChildContentAsync();
        var control = Control(context, output, children);
        output.TagName = IsGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", $"field{(Error is null ? "" : " wrong")}{(Question ? " question" : "")}");
        if (IsGroup && DescribedBy is { } ids)
        {
            output.Attributes.SetAttribute("aria-describedby", ids);
        }

        output.Content.AppendHtml(LabelElement());
        if (HintWords is { } hint)
        {
            output.Content.AppendHtml(Markup.Element("p", "hint", hint).With("id", $"{Id}-hint"));
        }

        if (Error is { } error)
        {
            var spoken = Markup.Element("span", "visually-hidden", $"{texts["form.error"]} ");
            output.Content.AppendHtml(
                Markup.Element("p", "error").With("id", $"{Id}-error").Holding(Icons.Icon("circle-alert", View), spoken, Markup.Text(error))
            );
        }

        output.Content.AppendHtml(control);
    }

    /// <summary>A control with name, id, and what the page's attributes add.</summary>
    protected TagBuilder NewControl(string element, TagHelperOutput output)
    {
        var control = Markup
            .Element(element, "form-control")
            .With("id", Id)
            .With("name", Name)
            .With("aria-describedby", DescribedBy)
            .With("aria-invalid", Error is null ? null : "true");
        foreach (var attribute in output.Attributes)
        {
            var value = Convert.ToString(attribute.Value, System.Globalization.CultureInfo.InvariantCulture);
            if (attribute.Name == "class")
            {
                control.AddCssClass(value!);
            }
            else
            {
                control.Attributes[attribute.Name] = value;
            }
        }

        return control;
    }

    private TagBuilder LabelElement()
    {
        var words = LabelText ?? texts[Label ?? throw new InvalidOperationException($"The field '{Name}' has no label.")];
        var label = Markup.Element(IsGroup ? "legend" : "label", "label").With("for", IsGroup ? null : Id);
        label.Holding(Question && IsGroup ? Markup.Element("h1", text: words) : Markup.Text(words));
        if (Optional)
        {
            label.Holding(Markup.Text(" "), Markup.Element("span", "quiet fw-normal", texts["form.optional"]));
        }

        return Question && !IsGroup ? Markup.Element("h1", "label-wrap").Holding(label) : label;
    }
}
