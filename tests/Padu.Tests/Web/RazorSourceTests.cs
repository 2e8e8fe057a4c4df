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
                        || form.Form.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal)
                        // Or brings the token it came with.
                        || form.Form.Contains("asp-antiforgery=\"@(expired.Token is null)\"", StringComparison.Ordinal),
                    $"{form.Path}: {form.Form}"
                )
        );

    /// <summary>A word with an @ behind it is an address of e-mail to Razor, and stands on the page as it was written.</summary>
    [Fact]
    public void No_value_is_taken_for_an_address() =>
        Assert.All(
            SourceTree.Files(".cshtml"),
            file => Assert.True(Address().Match(file.Text).Value is "", $"{file.Path}: {Address().Match(file.Text).Value}")
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

    /// <summary>A class nobody styles is a page nobody looked at; the public side loads only its own stylesheet.</summary>
    [Fact]
    public void Every_class_a_page_uses_is_in_its_stylesheet()
    {
        var open = Styled("publik.css");
        var desk = Styled("meja.css");
        Assert.All(
            SourceTree.Files(".cshtml").Where(file => !Path.GetFileName(file.Path).StartsWith('_')),
            file =>
            {
                var known = file.Text.Contains("Shell.Desk", StringComparison.Ordinal) ? desk : open;
                var unknown = ClassLists()
                    .Matches(file.Text)
                    .SelectMany(list => list.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Where(name => !known.Contains(name))
                    .Distinct();
                Assert.True(!unknown.Any(), $"{file.Path}: {string.Join(' ', unknown)}");
            }
        );
    }

    private static HashSet<string> Styled(string file) =>
        [
            .. ClassNames()
                .Matches(File.ReadAllText(Path.Combine(SourceTree.Program, "wwwroot", "dist", file)))
                .Select(name => name.Groups[1].Value),
        ];

    [GeneratedRegex(@"\.([A-Za-z_][\w-]*)")]
    private static partial Regex ClassNames();

    /// <summary>Constant lists only; one that is put together is seen where its parts are constant.</summary>
    [GeneratedRegex(@"\sclass=""([A-Za-z][\w -]*)""")]
    private static partial Regex ClassLists();

    [GeneratedRegex(@"(?<![@\w.)\]-])[\w-]*\w@[A-Za-z]\w*")]
    private static partial Regex Address();

    [GeneratedRegex(@"\bnew HtmlString\b|\bHtml\.Raw\b|\bHtmlString\.Empty\b")]
    private static partial Regex Unencoded();

    [GeneratedRegex(@"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=""|javascript:")]
    private static partial Regex Inline();

    [GeneratedRegex(@"<form\b[^>]*method=""post""[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Forms();

    [GeneratedRegex(@"\bicon(?: name)?=""([a-z0-9-]+)""")]
    private static partial Regex IconNames();
}
