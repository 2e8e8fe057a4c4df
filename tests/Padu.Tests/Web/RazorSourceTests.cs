using System.Text.RegularExpressions;
using Padu.Web.Controls;

namespace Padu.Tests.Web;

/// <summary>What the compiler cannot forbid in pages.</summary>
public sealed partial class RazorSourceTests
{
    [Fact]
    public void Nothing_is_written_to_a_page_unencoded() =>
        Assert.DoesNotContain(SourceTree.Files(".cshtml", ".cs"), file => Unencoded().IsMatch(file.Text));

    [Fact]
    public void No_page_styles_or_scripts_inline() =>
        Assert.DoesNotContain(SourceTree.Files(".cshtml"), file => Inline().IsMatch(file.Text));

    /// <summary>A form with an action of its own gets no token from the framework unless it asks.</summary>
    [Fact]
    public void Every_form_that_posts_carries_a_token() =>
        Assert.All(
            SourceTree.Files(".cshtml").SelectMany(file => Forms().Matches(file.Text).Select(form => (file.Path, Form: form.Value))),
            form =>
                Assert.True(
                    !form.Form.Contains(" action=", StringComparison.Ordinal)
                        || form.Form.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal),
                    $"{form.Path}: {form.Form}"
                )
        );

    [Fact]
    public void Every_page_has_an_absolute_route() =>
        Assert.All(
            SourceTree.Files(".cshtml").Where(file => Regex.IsMatch(file.Text, "^@page", RegexOptions.Multiline)),
            page => Assert.True(Regex.IsMatch(page.Text, "^@page \"/", RegexOptions.Multiline), page.Path)
        );

    [Fact]
    public void Every_icon_a_page_names_is_in_the_sprite() =>
        Assert.All(
            SourceTree.Files(".cshtml").SelectMany(file => IconNames().Matches(file.Text).Select(match => match.Groups[1].Value)),
            name => Assert.True(Icons.Names.Contains(name), name)
        );

    [GeneratedRegex(@"\bnew HtmlString\b|\bHtml\.Raw\b|\bHtmlString\.Empty\b")]
    private static partial Regex Unencoded();

    [GeneratedRegex(@"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=""|javascript:")]
    private static partial Regex Inline();

    [GeneratedRegex(@"<form\b[^>]*method=""post""[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Forms();

    [GeneratedRegex(@"\bicon(?: name)?=""([a-z0-9-]+)""")]
    private static partial Regex IconNames();
}
