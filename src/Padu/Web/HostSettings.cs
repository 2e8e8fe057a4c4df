namespace Padu.Web;

/// <summary>What one process needs to know before it reads anything.</summary>
/// <param name="DataFolder">The installation's folder: database, files, keys.</param>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
/// <param name="PublicUrl">The address people use; https makes cookies <c>__Host-</c> and Secure.</param>
/// <param name="Smtp">Null in an installation without mail: then officers tell complainants in other ways.</param>
/// <param name="ClamAv">Where the virus scanner listens; null in an installation without one: then no file is said to have been scanned.</param>
/// <param name="Elsewhere">Where <i>keluar cepat</i> leads; null for the weather.</param>
/// <param name="Demonstration">True for a demonstration's folder: every page says so, second factors are off, mails are shown.</param>
public sealed record HostSettings(
    string DataFolder,
    string Urls,
    Uri? PublicUrl = null,
    bool Demonstration = false,
    SmtpSettings? Smtp = null,
    Uri? ClamAv = null,
    Uri? Elsewhere = null
)
{
    /// <summary>A page that anybody might have been reading.</summary>
    public Uri NeutralPage => Elsewhere ?? new Uri("https://www.bmkg.go.id/");

    public bool IsHttps => PublicUrl?.Scheme == Uri.UriSchemeHttps;
}
