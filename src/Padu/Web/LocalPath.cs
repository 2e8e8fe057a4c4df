namespace Padu.Web;

/// <summary>Addresses inside this site, for going back to where somebody came from.</summary>
public static class LocalPath
{
    /// <summary>
    /// The path when it lies on this site, else the first page. Browsers read <c>//host</c> and <c>/\host</c> as another host and drop tabs and
    /// line breaks, so those are refused wherever they stand.
    /// </summary>
    public static string OrHome(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(letter => char.IsControl(letter) || letter == '\\')
            ? path
            : "/";
}
