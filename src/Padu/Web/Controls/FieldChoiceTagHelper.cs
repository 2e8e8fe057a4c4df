using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Padu.Web.Controls;

/// <summary>One thing to choose, where the choices are data (offices, posts).</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);

/// <summary>
/// <c>&lt;field-choice for="Identity" label="identity.question"&gt;&lt;choice value="terbuka" label="identity.open" hint="identity.open.hint" /&gt;…</c>:
/// radio buttons with a hint each; check boxes where the property is a collection. <c>items</c> adds choices that are data. What stands inside a
/// choice shows with it.
/// </summary>
public sealed class FieldChoiceTagHelper(Texts texts) : FieldTagHelper(texts)
{
    public IEnumerable<Choice> Items { get; set; } = [];

    /// <summary>True draws each choice as a card.</summary>
    public bool Boxed { get; set; }

    protected override bool IsGroup => true;

    public override void Init(TagHelperContext context) => context.Items[typeof(FieldChoiceTagHelper)] = this;

    protected override IHtmlContent Control(TagHelperContext context, TagHelperOutput output, IHtmlContent children)
    {
        var options = Markup.Element("div", Boxed ? "options boxed" : "options").Holding(children);
        foreach (var item in Items)
        {
            options.Holding(Option(item.Value, item.Text, item.Hint, null));
        }

        return options;
    }

    private int count;

    internal TagBuilder Option(string value, string words, string? hint, IHtmlContent? reveal)
    {
        var many = For.Metadata.IsEnumerableType;
        // The first choice carries the field's own id, so that the error summary leads to it.
        var id = count++ == 0 ? Id : $"{Id}-{count}";
        var chosen = many ? Chosen().Contains(value) : Value == value;
        var input = Markup
            .Element("input")
            .With("type", many ? "checkbox" : "radio")
            .With("id", id)
            .With("name", Name)
            .With("value", value)
            .With("checked", chosen ? "checked" : null)
            .With("aria-describedby", hint is null ? null : $"{id}-hint");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        var option = Markup.Element("div", "option").Holding(input, Markup.Element("label", text: words).With("for", id));
        if (hint is not null)
        {
            option.Holding(Markup.Element("p", "hint", hint).With("id", $"{id}-hint"));
        }

        return reveal is null ? option : option.Holding(Markup.Element("div", "reveal").Holding(reveal));
    }

    private string[] Chosen() =>
        Entry?.RawValue switch
        {
            string[] many => many,
            string one => [one],
            _ => For.Model is IEnumerable<string> held ? [.. held] : [],
        };
}

/// <summary>One choice of a <see cref="FieldChoiceTagHelper"/>; keys in <c>label</c> and <c>hint</c>, or words in <c>text</c>.</summary>
[HtmlTargetElement("choice", ParentTag = "field-choice", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoiceTagHelper(Texts texts) : TagHelper
{
    public required string Value { get; set; }

    public string? Label { get; set; }

    public string? Text { get; set; }

    public string? Hint { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = (FieldChoiceTagHelper)context.Items[typeof(FieldChoiceTagHelper)];
        var inside = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(
            field.Option(Value, Text ?? texts[Label!], Hint is null ? null : texts[Hint], inside.IsEmptyOrWhiteSpace ? null : inside)
        );
    }
}
