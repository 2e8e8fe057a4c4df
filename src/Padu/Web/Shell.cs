namespace Padu.Web;

/// <summary>The two layouts. Pages are public unless they say <c>Layout = Shell.Desk</c>.</summary>
public static class Shell
{
    public const string Public = "/Web/_Layout.cshtml";
    public const string Desk = "/Web/_MejaLayout.cshtml";
}

/// <summary>Whose installation this is, as pages name it; null while it is not known.</summary>
/// <param name="Province">E.g. <c>Bengkulu</c>.</param>
/// <param name="Office">E.g. <c>KPU Provinsi Bengkulu</c>.</param>
/// <param name="Ombudsman">E.g. <c>Ombudsman RI Perwakilan Bengkulu</c>.</param>
public sealed record SiteIdentity(string? Province, string? Office, string? Ombudsman)
{
    public static SiteIdentity Unknown { get; } = new(null, null, null);
}
