using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Tests.Web;

/// <summary>Form elements as a page uses them, without a page.</summary>
public sealed class ControlsTests
{
    private static readonly Texts Texts = new Texts().In(Languages.Indonesian);
    private readonly ModelStateDictionary state = new();
    private readonly EmptyModelMetadataProvider metadata = new();

    [Fact]
    public async Task A_rejected_field_keeps_what_was_typed_and_ties_its_error_to_the_control()
    {
        state.SetModelValue("Story", "\"><script>", "\"><script>");
        state.AddModelError("Story", "Ceritakan lebih banyak.");
        var page = await Render(
            new FieldAreaTagHelper(Texts) { For = null! },
            "Story",
            "lama",
            field => (field.Label, field.Hint) = ("home.story", "home.promise")
        );

        var control = page.QuerySelector("textarea")!;
        Assert.Equal("\"><script>", control.TextContent.TrimStart('\n'));
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.Equal("Story-hint Story-error", control.GetAttribute("aria-describedby"));
        Assert.Contains("Ceritakan lebih banyak.", page.QuerySelector("#Story-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Story", page.QuerySelector("label")!.GetAttribute("for"));
    }

    [Fact]
    public async Task A_password_is_never_written_back()
    {
        state.SetModelValue("Secret", "rahasia", "rahasia");
        var page = await Render(
            new FieldTextTagHelper(Texts) { For = null! },
            "Secret",
            null,
            field => field.Label = "home.story",
            ("type", "password")
        );

        Assert.False(page.QuerySelector("input")!.HasAttribute("value"));
    }

    [Fact]
    public async Task A_date_is_written_for_the_browsers_picker_whatever_the_language()
    {
        var page = await Render(
            new FieldDateTagHelper(Texts) { For = null! },
            "On",
            new LocalDate(2026, 4, 10),
            field => field.Label = "home.story"
        );

        Assert.Equal("2026-04-10", page.QuerySelector("input[type='date']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Choices_are_radio_buttons_in_a_fieldset_and_the_first_carries_the_fields_id()
    {
        var helper = new FieldChoiceTagHelper(Texts) { For = null!, Items = [new Choice("a", "Satu", "Petunjuk"), new Choice("b", "Dua")] };
        var page = await Render(helper, "Way", "b", field => (field.Label, field.Question) = ("home.story", true));

        Assert.Equal("Way", page.QuerySelectorAll("fieldset input[type='radio']")[0].Id);
        Assert.Equal("b", page.QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Equal("Way-hint", page.QuerySelector("input")!.GetAttribute("aria-describedby"));
        Assert.Single(page.QuerySelectorAll("legend h1"));
    }

    [Fact]
    public async Task The_summary_leads_to_the_fields_and_says_nothing_when_all_is_well()
    {
        Assert.Null((await Render(new ErrorSummaryTagHelper(Texts) { View = View() }, "error-summary")).QuerySelector("div"));

        state.AddModelError("Who.Name", "Nama belum diisi.");
        state.AddModelError("", "Perkara sudah ditutup.");
        var page = await Render(new ErrorSummaryTagHelper(Texts) { View = View() }, "error-summary");

        Assert.Equal("#Who_Name", page.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(2, page.QuerySelectorAll("li").Length);
        Assert.True(page.QuerySelector(".error-summary")!.HasAttribute("autofocus"));
    }

    [Fact]
    public async Task A_sentence_makes_its_own_marks_bold_and_never_those_of_its_arguments()
    {
        var page = await Render(new SentenceTagHelper(Texts) { Key = "why.due", A0 = "**x** [y](/z) <b>" }, "t");

        Assert.Equal("Hari terakhir: **x** [y](/z) <b>.", page.Body!.TextContent);
        Assert.Single(page.QuerySelectorAll("strong"));
        Assert.Empty(page.QuerySelectorAll("a, b"));
    }

    [Fact]
    public void An_icon_that_is_not_in_the_sprite_is_a_bug() => Assert.Throws<ArgumentException>(() => Icons.Icon("tidak-ada", View()));

    private Task<AngleSharp.Html.Dom.IHtmlDocument> Render(
        FieldTagHelper helper,
        string name,
        object? value,
        Action<FieldTagHelper> with,
        params (string Name, string Value)[] attributes
    )
    {
        helper.For = new ModelExpression(
            name,
            new ModelExplorer(metadata, metadata.GetMetadataForType(value?.GetType() ?? typeof(string)), value)
        );
        helper.View = View();
        with(helper);
        return Render(helper, "field", attributes);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Render(
        TagHelper helper,
        string element,
        params (string Name, string Value)[] attributes
    )
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "1");
        var output = new TagHelperOutput(
            element,
            [.. attributes.Select(attribute => new TagHelperAttribute(attribute.Name, attribute.Value))],
            (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent())
        );
        helper.Init(context);
        await helper.ProcessAsync(context, output);
        await using var writer = new StringWriter();
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return RunningHost.Parse(writer.ToString());
    }

    private ViewContext View() =>
        new(
            new ActionContext(new DefaultHttpContext(), new RouteData(), new ActionDescriptor(), state),
            new NoView(),
            new ViewDataDictionary(metadata, state),
            new TempDataDictionary(new DefaultHttpContext(), new NoTempData()),
            TextWriter.Null,
            new HtmlHelperOptions()
        );

    private sealed class NoView : IView
    {
        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }

    private sealed class NoTempData : ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

        public void SaveTempData(HttpContext context, IDictionary<string, object> values) { }
    }
}
