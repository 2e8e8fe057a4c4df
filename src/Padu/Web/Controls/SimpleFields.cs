using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;
using NodaTime.Text;

namespace Padu.Web.Controls;

/// <summary><c>&lt;field-text for="Name" label="filing.name" type="email" autocomplete="email" /&gt;</c>. A password is never shown again.</summary>
public sealed class FieldTextTagHelper(Texts texts) : FieldTagHelper(texts)
{
    protected override IHtmlContent Control(TagHelperContext context, TagHelperOutput output, IHtmlContent children)
    {
        var control = NewControl("input", output);
        control.TagRenderMode = TagRenderMode.SelfClosing;
        control.Attributes.TryAdd("type", "text");
        return control.Attributes["type"] == "password" ? control : control.With("value", Value);
    }
}

/// <summary><c>&lt;field-area for="Story" label="filing.story" rows="8" /&gt;</c>.</summary>
public sealed class FieldAreaTagHelper(Texts texts) : FieldTagHelper(texts)
{
    protected override IHtmlContent Control(TagHelperContext context, TagHelperOutput output, IHtmlContent children)
    {
        var control = NewControl("textarea", output);
        control.Attributes.TryAdd("rows", "6");
        // A browser drops the first line break of a textarea: one of ours keeps the one that was typed.
        control.InnerHtml.AppendHtml(Markup.Text("\n")).Append(Value ?? "");
        return control;
    }
}

/// <summary><c>&lt;field-date for="On" label="filing.when" /&gt;</c> with the browser's own picker; the property is a <see cref="LocalDate"/>.</summary>
public sealed class FieldDateTagHelper(Texts texts) : FieldTagHelper(texts)
{
    protected override IHtmlContent Control(TagHelperContext context, TagHelperOutput output, IHtmlContent children)
    {
        var control = NewControl("input", output);
        control.TagRenderMode = TagRenderMode.SelfClosing;
        control.AddCssClass("w-short");
        var value = Entry?.AttemptedValue ?? (For.Model is LocalDate date ? LocalDatePattern.Iso.Format(date) : null);
        return control.With("type", "date").With("value", value);
    }
}

/// <summary><c>&lt;field-file for="Files" label="evidence.files" accept="image/*" multiple /&gt;</c>; the form needs enctype multipart/form-data.</summary>
public sealed class FieldFileTagHelper(Texts texts) : FieldTagHelper(texts)
{
    protected override IHtmlContent Control(TagHelperContext context, TagHelperOutput output, IHtmlContent children)
    {
        var control = NewControl("input", output);
        control.TagRenderMode = TagRenderMode.SelfClosing;
        return control.With("type", "file");
    }
}

/// <summary><c>&lt;field-select for="Office" label="filing.office" items="offices" empty="filing.office.choose" /&gt;</c>.</summary>
public sealed class FieldSelectTagHelper(Texts texts) : FieldTagHelper(texts)
{
    public IEnumerable<Choice> Items { get; set; } = [];

    /// <summary>Key of the words of an empty first line.</summary>
    public string? Empty { get; set; }

    protected override IHtmlContent Control(TagHelperContext context, TagHelperOutput output, IHtmlContent children)
    {
        var control = NewControl("select", output);
        if (Empty is not null)
        {
            control.Holding(Markup.Element("option", text: Texts[Empty]).With("value", ""));
        }

        foreach (var item in Items)
        {
            var option = Markup.Element("option", text: item.Text).With("value", item.Value);
            control.Holding(option.With("selected", item.Value == Value ? "selected" : null));
        }

        return control;
    }
}

/// <summary><c>&lt;field-check for="Agree" label="identity.agree" /&gt;</c>: one yes or no.</summary>
public sealed class FieldCheckTagHelper(Texts texts) : FieldTagHelper(texts)
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        var error = Error;
        var control = Control(context, output, output.Content);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", error is null ? "field" : "field wrong");
        if (error is not null)
        {
            output.Content.AppendHtml(Markup.Element("p", "error", error).With("id", $"{Id}-error"));
        }

        var option = Markup.Element("div", "option");
        option.Holding(control, Markup.Element("label", text: LabelText ?? Texts[Label!]).With("for", Id));
        if (HintText is not null || Hint is not null)
        {
            option.Holding(Markup.Element("p", "hint", HintText ?? Texts[Hint!]).With("id", $"{Id}-hint"));
        }

        output.Content.AppendHtml(option);
    }

    protected override IHtmlContent Control(TagHelperContext context, TagHelperOutput output, IHtmlContent children)
    {
        var control = NewControl("input", output);
        control.TagRenderMode = TagRenderMode.SelfClosing;
        control.Attributes.Remove("class");
        var chosen = Entry?.AttemptedValue?.Contains("true", StringComparison.Ordinal) ?? For.Model is true;
        return control.With("type", "checkbox").With("value", "true").With("checked", chosen ? "checked" : null);
    }
}
