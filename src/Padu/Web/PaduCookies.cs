namespace Padu.Web;

/// <summary>
/// Names and options of cookies. Over https every name carries <c>__Host-</c>, by which the browser itself keeps a neighbouring host from
/// setting it; over plain http (a demonstration on one machine) that prefix would make the browser drop the cookie.
/// </summary>
public sealed class PaduCookies(HostSettings settings)
{
    public string Language => Named("padu-bahasa");

    public string Antiforgery => Named("padu-formulir");

    public string Named(string name) => settings.IsHttps ? $"__Host-{name}" : name;

    public CookieSecurePolicy Secure => settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;

    /// <summary>Options of a cookie that outlives the browser's session.</summary>
    public CookieOptions Lasting(TimeSpan age)
    {
        var options = ForSession();
        options.MaxAge = age;
        return options;
    }

    /// <summary>Options of a cookie that ends with the browser's session.</summary>
    public CookieOptions ForSession() =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = settings.IsHttps,
        };
}
