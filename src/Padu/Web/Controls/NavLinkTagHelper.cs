using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Padu.Web.Controls;

/// <summary>
/// <c>&lt;nav-link href="/lacak" key="nav.track" /&gt;</c>: a link that marks the page one is on, and is absent while this installation has no such
/// page.
/// </summary>
[HtmlTargetElement("nav-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NavLinkTagHelper(Texts texts, SiteMap site, IAuthorizationService doors) : TagHelper
{
    public required string Href { get; set; }

    public required string Key { get; set; }

    public string? Icon { get; set; }

    /// <summary>Element to wrap the link in, e.g. <c>li</c>.</summary>
    public string? Within { get; set; }

    /// <summary>Pages below this one that have a link of their own, separated by spaces: on them this link is not the current one.</summary>
    public string? Except { get; set; }

    /// <summary>The door the page lies behind: the link is absent for those to whom it does not open.</summary>
    public string? Policy { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (!site.Has(Href) || !await Opens())
        {
            return;
        }

        var path = View.HttpContext.Request.Path;
        var here = path == Href;
        var below = !here && Href != "/" && path.StartsWithSegments(Href) && !HasLinkOfItsOwn(path);
        var link = Markup
            .Element("a")
            .With("href", Href)
            .With(
                "aria-current",
                here ? "page"
                    : below ? "true"
                    : null
            );
        link.Holding(Icon is null ? null : Icons.Icon(Icon, View), Icon is null ? null : Markup.Text(" "), Markup.Text(texts[Key]));
        output.Content.SetHtmlContent(Within is null ? link : Markup.Element(Within).Holding(link));
    }

    private bool HasLinkOfItsOwn(PathString path) =>
        Except?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(other => path.StartsWithSegments(other)) ?? false;

    private async Task<bool> Opens() =>
        Policy is null
        || (
            View.HttpContext.User is { Identity.IsAuthenticated: true } user
            && (await doors.AuthorizeAsync(user, View.HttpContext, Policy)).Succeeded
        );
}
