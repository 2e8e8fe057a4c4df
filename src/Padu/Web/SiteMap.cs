using System.Collections.Frozen;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Padu.Web;

/// <summary>Which pages this installation has, by their routes without parameters; links to others are not shown.</summary>
public sealed class SiteMap(IActionDescriptorCollectionProvider pages)
{
    private readonly Lazy<FrozenSet<string>> routes = new(() =>
        pages
            .ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Select(page => "/" + page.AttributeRouteInfo?.Template?.Trim('/'))
            .ToFrozenSet(StringComparer.Ordinal)
    );

    public bool Has(string path) => routes.Value.Contains(path);
}
