using System.Net;
using System.Text.RegularExpressions;

namespace Padu.Journeys;

/// <summary>
/// Which pages open for somebody: every route without parameters is tried, and the links found there lead to the others. Follows cases until each
/// kind of page was seen once, so a role's pages are found by what the demonstration offers it, not by a list kept here.
/// </summary>
internal static partial class Reach
{
    private static readonly string[] CasePages =
    [
        "/meja/pengaduan/{nomor}",
        "/meja/surat/{id:guid}",
        "/ombudsman/perkara/{nomor}",
        "/kerja-sama/perjanjian/{slug}",
        "/kerja-sama/kewajiban/{id:guid}",
        "/perjanjian/{slug}",
        "/kerja-sama/agenda/{kode}",
        "/kerja-sama/masukan/{kode}",
        "/meja/rakor/{kode}",
        "/rakor/{kode}",
    ];
    private static readonly string[] Beginnings =
    [
        "/meja?tab=semua",
        "/meja?tab=terbuka",
        "/meja?tab=tambahan",
        "/ombudsman?tab=semua",
        "/meja/surat?keadaan=menunggu_persetujuan",
        "/meja/surat?keadaan=disetujui",
    ];

    /// <summary>Route and an address of it, for each page that opens.</summary>
    public static async Task<SortedDictionary<string, string>> Of(Visitor visitor)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var ways = new Queue<string>(PageRoutes.All.Where(route => !route.Contains('{', StringComparison.Ordinal)).Concat(Beginnings));
        var known = ways.ToHashSet();
        while (ways.TryDequeue(out var way))
        {
            var path = way.Split('?', '#')[0];
            if (PageRoutes.Of(path) is not { } route || PageRoutes.NotVisited.ContainsKey(route) || IsEnough(route, way))
            {
                continue;
            }

            var answer = await visitor.Ask(way);
            if (!answer.Ok)
            {
                continue;
            }

            found.TryAdd(route, way);
            foreach (Match link in Link().Matches(await answer.TextAsync()))
            {
                var next = WebUtility.HtmlDecode(link.Groups[1].Value);
                if (known.Add(next))
                {
                    ways.Enqueue(next);
                }
            }
        }

        return found;

        bool IsEnough(string route, string way) => found.ContainsKey(route) && !CasePages.Contains(route) && !Beginnings.Contains(way);
    }

    [GeneratedRegex("""href="(/[^"]*)["]""")]
    private static partial Regex Link();
}
