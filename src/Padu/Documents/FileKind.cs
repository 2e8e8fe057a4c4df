namespace Padu.Documents;

/// <summary>A kind of file that may be evidence: told by its content, and its name must agree.</summary>
/// <param name="MediaType">What it is served as; always as an attachment.</param>
/// <param name="MostBytes">The largest such file.</param>
public sealed record FileKind(string MediaType, string[] Extensions, long MostBytes)
{
    private const long Document = 10L * 1024 * 1024;
    private const long Video = 50L * 1024 * 1024;

    public static readonly FileKind Jpeg = new("image/jpeg", [".jpg", ".jpeg"], Document);
    public static readonly FileKind Png = new("image/png", [".png"], Document);
    public static readonly FileKind Webp = new("image/webp", [".webp"], Document);
    public static readonly FileKind Pdf = new("application/pdf", [".pdf"], Document);
    public static readonly FileKind Text = new("text/plain", [".txt"], Document);
    public static readonly FileKind Mp4 = new("video/mp4", [".mp4", ".m4v", ".mov"], Video);
    public static readonly FileKind ThreeGp = new("video/3gpp", [".3gp"], Video);
    public static readonly FileKind M4a = new("audio/mp4", [".m4a"], Document);
    public static readonly FileKind Ogg = new("audio/ogg", [".ogg", ".oga", ".opus"], Document);
    public static readonly FileKind Mp3 = new("audio/mpeg", [".mp3"], Document);
    public static readonly FileKind Wav = new("audio/wav", [".wav"], Video);
    public static readonly FileKind Docx = new(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".docx"],
        Document
    );
    public static readonly FileKind Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"], Document);
    public static readonly FileKind Odt = new("application/vnd.oasis.opendocument.text", [".odt"], Document);
    public static readonly FileKind Ods = new("application/vnd.oasis.opendocument.spreadsheet", [".ods"], Document);

    public static IReadOnlyList<FileKind> All { get; } =
    [Jpeg, Png, Webp, Pdf, Text, Mp4, ThreeGp, M4a, Ogg, Mp3, Wav, Docx, Xlsx, Odt, Ods];

    /// <summary>What the file input offers.</summary>
    public static string Accept { get; } = string.Join(',', All.SelectMany(kind => kind.Extensions));

    /// <summary>The largest file of any kind.</summary>
    public static long Largest { get; } = All.Max(kind => kind.MostBytes);

    /// <summary>True where a copy without metadata is handed out.</summary>
    public bool IsPicture => this == Jpeg || this == Png || this == Webp;

    public bool AgreesWith(string fileName) => Extensions.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase);
}
