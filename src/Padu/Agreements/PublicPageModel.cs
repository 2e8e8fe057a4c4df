using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Agreements;
using Padu.Web;

namespace Padu.Agreements;

/// <summary>What the public pages of one agreement share: a draft and an unknown address are the same 404.</summary>
[AllowAnonymous]
[Compressed]
public abstract class PublicPageModel(AgreementQueries queries) : PageModel
{
    /// <summary>The agreement; loaded before any handler runs.</summary>
    public AgreementFile Opened { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (
            context.HandlerMethod is null
            || Slug.Read(RouteData.Values["slug"]) is not { } code
            || await queries.Open(code, HttpContext.RequestAborted) is not { Agreement.IsPublic: true } found
        )
        {
            context.Result = NotFound();
            return;
        }

        Opened = found;
        await next();
    }
}

/// <summary>The code of an agreement in an address.</summary>
internal static class Slug
{
    public static AgreementCode? Read(object? value) =>
        value is string { Length: > 0 and <= 60 } text && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? new AgreementCode(text.ToLowerInvariant())
            : null;
}
