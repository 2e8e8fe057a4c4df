using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Padu.Web;

/// <summary>The two languages of the interface. Indonesian unless the reader chose English by the switch; the browser's wish is not asked.</summary>
public static class Languages
{
    public static CultureInfo Indonesian { get; } = CultureInfo.GetCultureInfo("id-ID");

    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    public static IReadOnlyList<CultureInfo> All { get; } = [Indonesian, English];

    /// <summary>The language by its two letters, or null when Padu does not speak it.</summary>
    public static CultureInfo? Named(string? letters) => All.FirstOrDefault(language => language.TwoLetterISOLanguageName == letters);

    /// <summary>The two letters of the language this request is answered in.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    internal static RequestLocalizationOptions Options(PaduCookies cookies) =>
        new()
        {
            DefaultRequestCulture = new RequestCulture(Indonesian),
            SupportedCultures = [.. All],
            SupportedUICultures = [.. All],
            RequestCultureProviders = [new ByCookie(cookies)],
        };

    /// <summary><c>/bahasa/en?kembali=/privasi</c>: remembers the choice and goes back to a page of this site, never elsewhere.</summary>
    internal static IResult Choose(string bahasa, string? kembali, HttpContext context, PaduCookies cookies)
    {
        if (Named(bahasa) is null)
        {
            return Results.NotFound();
        }

        context.Response.Cookies.Append(cookies.Language, bahasa, cookies.Lasting(TimeSpan.FromDays(365)));
        return Results.LocalRedirect(LocalPath.OrHome(kembali));
    }

    private sealed class ByCookie(PaduCookies cookies) : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
        {
            var chosen = Named(httpContext.Request.Cookies[cookies.Language]);
            return Task.FromResult(chosen is null ? null : new ProviderCultureResult(chosen.Name));
        }
    }
}
