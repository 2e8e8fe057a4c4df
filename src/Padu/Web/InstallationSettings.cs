using System.Globalization;
using System.Text.Json;

namespace Padu.Web;

/// <summary>Where mail leaves; the password comes from the environment only.</summary>
public sealed record SmtpSettings(string Host, int Port, string From, string? User = null, bool StartTls = true)
{
    /// <summary><c>PADU_SMTP_PASSWORD</c>: never in a file of ours, never in the database.</summary>
    public static string? Password => Environment.GetEnvironmentVariable("PADU_SMTP_PASSWORD");
}

/// <summary>
/// What an installation's operator sets: <c>settings.json</c> in the data folder, each value overridden by an environment variable
/// (<c>PADU_PUBLIC_URL</c>, <c>PADU_ELSEWHERE</c>, <c>PADU_SMTP_HOST</c>, <c>_PORT</c>, <c>_FROM</c>, <c>_USER</c>, <c>_STARTTLS</c>, <c>PADU_CLAMAV</c>).
/// </summary>
public sealed record InstallationSettings(Uri? PublicUrl = null, SmtpSettings? Smtp = null, Uri? ClamAv = null, Uri? Elsewhere = null)
{
    private const string File = "settings.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <exception cref="FormatException">A value cannot be used; the message names it.</exception>
    public static InstallationSettings Load(string dataFolder)
    {
        var path = Path.Combine(dataFolder, File);
        var written = System.IO.File.Exists(path) ? Read(path) : new InstallationSettings();
        var smtp = written.Smtp;
        var host = Variable("SMTP_HOST") ?? smtp?.Host;
        return new InstallationSettings(
            Variable("PUBLIC_URL") is { } url ? PublicUrlOf(url) : written.PublicUrl,
            host is null
                ? null
                : new SmtpSettings(
                    host,
                    Variable("SMTP_PORT") is { } port ? PortOf(port) : smtp?.Port ?? 587,
                    Variable("SMTP_FROM") ?? smtp?.From ?? throw new FormatException("PADU_SMTP_FROM is missing: mail needs a sender."),
                    Variable("SMTP_USER") ?? smtp?.User,
                    Variable("SMTP_STARTTLS") is { } tls ? tls == "true" : smtp?.StartTls ?? true
                ),
            (Variable("CLAMAV") ?? written.ClamAv?.OriginalString) is { } scanner ? ClamAvOf(scanner) : null,
            Variable("ELSEWHERE") is { } elsewhere ? ElsewhereOf(elsewhere) : written.Elsewhere
        );
    }

    public void Save(string dataFolder) =>
        System.IO.File.WriteAllText(Path.Combine(dataFolder, File), JsonSerializer.Serialize(this, Json) + "\n");

    /// <exception cref="FormatException">It is no http or https address of a host.</exception>
    public static Uri PublicUrlOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.PathAndQuery == "/"
            ? url
            : throw new FormatException($"'{text}' is no public address; it looks like https://padu.example.go.id.");

    /// <summary>Where somebody goes who leaves in a hurry.</summary>
    /// <exception cref="FormatException">It is no https address.</exception>
    public static Uri ElsewhereOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
            ? url
            : throw new FormatException($"'{text}' is no https address; it looks like https://www.bmkg.go.id/.");

    /// <summary><c>HOST</c> or <c>HOST:PORT</c>.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static SmtpSettings SmtpOf(string text, string? from, string? user)
    {
        var parts = text.Split(':');
        return parts is [{ Length: > 0 } host, .. { Length: <= 1 } rest]
            ? new SmtpSettings(
                host,
                rest is [var port] ? PortOf(port) : 587,
                from ?? throw new FormatException("--smtp needs --smtp-from: mail needs a sender."),
                user
            )
            : throw new FormatException($"'{text}' is no mail server; it looks like mail.example.go.id:587.");
    }

    /// <summary><c>tcp://HOST:PORT</c> or <c>unix:/PATH</c>.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static Uri ClamAvOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address is { Scheme: "tcp", Port: > 0, PathAndQuery: "/" or "" } || address is { Scheme: "unix", AbsolutePath: ['/', _, ..] })
            ? address
            : throw new FormatException(
                $"'{text}' is no address of clamd; it looks like tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl."
            );

    private static InstallationSettings Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<InstallationSettings>(System.IO.File.ReadAllText(path), Json) ?? new InstallationSettings();
        }
        catch (JsonException problem)
        {
            throw new FormatException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    private static int PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? port
            : throw new FormatException($"'{text}' is no port.");

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable($"PADU_{name}") is { Length: > 0 } value ? value : null;
}
