using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Padu.Journeys;

/// <summary>Every page's route, read from the sources as the program reads them, and the ones that show nobody a page.</summary>
internal static partial class PageRoutes
{
    /// <summary>Routes that are no page to look at, each with its reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotVisited = new Dictionary<string, string>
    {
        ["/keluar-cepat"] = "leads away at once",
        ["/keluar"] = "answers a POST only and leads to the sign-in page",
        ["/masuk/kode"] = "opens between password and second factor, which a demonstration's log-ins do not have",
        ["/lacak/bukti/{version:int}/{index:int}"] = "a download, never shown",
        ["/meja/pengaduan/{nomor}/bukti/{version:int}/{index:int}"] = "a download, never shown",
        ["/perjanjian/{slug}/dokumen/{version:int}/{index:int}"] = "a download, never shown",
        ["/kerja-sama/perjanjian/{slug}/dokumen/{version:int}/{index:int}"] = "a download, never shown",
        ["/kerja-sama/kewajiban/{id:guid}/berkas/{version:int}/{index:int}"] = "a download, never shown",
        ["/perjanjian/{slug}/evaluasi/{tahun:int}/evaluasi.pdf"] = "a download, never shown; EvaluationPaperTests read it",
        ["/rakor/{kode}/notula.pdf"] = "a download, never shown; MinutesPaperTests read it",
        ["/meja/rakor/{kode}/notula.pdf"] = "a download, never shown; MinutesPaperTests read it",
        ["/agenda.ics"] = "a feed for calendar programs, never shown; FeedTests read it",
        ["/agenda/umpan/{token}.ics"] = "a feed for calendar programs, never shown; FeedTests read it",
        ["/agenda/{kode}/berkas/{version:int}"] = "a picture or a download, shown in its page",
        ["/kerja-sama/agenda/{kode}/hasil"] =
            "opens between the beginning of a joint activity and its outcome, where none of the demonstration stands; CoordinationPagesTests open it",
        ["/kerja-sama/agenda/{kode}/berkas/{version:int}"] = "a picture or a download, shown in its page",
        ["/rakor/{kode}/bahan/{version:int}/{index:int}"] = "a download, never shown",
        ["/meja/rakor/{kode}/bahan/{version:int}/{index:int}"] = "a download, never shown",
        ["/meja/rakor/{kode}/lampiran/{version:int}/{index:int}"] = "a download, never shown",
        ["/meja/rakor/{kode}/instrumen.xlsx"] = "a download, never shown",
        ["/meja/rakor/{kode}/keputusan.xlsx"] = "a download, never shown",
        ["/lacak/berkas/{version:int}/{index:int}"] = "a download, never shown",
        ["/meja/pengaduan/{nomor}/bukti/{version:int}/{index:int}/asli"] =
            "opens where a case holds a picture, which no case of the demonstration does; EvidencePagesTests open it",
        ["/meja/tugaskan/{id:guid}"] = "opens after an assignment of many; BulkAssignTests open it",
        ["/ombudsman/perkara/{nomor}/bukti/{version:int}/{index:int}"] = "a download, never shown",
        ["/ombudsman/perkara/{nomor}/berkas/{version:int}/{index:int}"] = "a download, never shown",
        ["/meja/pengaduan/{nomor}/surat-kuasa/{version:int}/{index:int}"] = "a download, never shown",
    };

    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Sources(), "*.cshtml", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(path => Directive().Match(File.ReadAllText(path)))
            .Where(found => found.Success)
            .Select(found => found.Groups[1].Value)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The route of an address, or null when it leads to no page; a route without parameters wins.</summary>
    public static string? Of(string path) =>
        All.OrderBy(route => route.Count(c => c == '{')).FirstOrDefault(route => Shape(route).IsMatch(path));

    private static Regex Shape(string route) =>
        new("^" + string.Join("[^/?#]+", Parameter().Split(route).Select(Regex.Escape)) + "$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Sources([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "Padu"));

    [GeneratedRegex("""^\s*@page "([^"]+)"$""", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
