using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Padu.Bench;

/// <summary>
/// How fast the pages answer that people open all day, with few cases and with many: the inbox, all cases, a case, a number looked up, and tracking by
/// number and code. The ratio is to <c>/healthz</c> of the same server in the same run: what the machine gives to a page that reads nothing.
/// </summary>
internal static partial class ReadBench
{
    private const int OwnCases = 40;

    /// <param name="database">The connection string of an absent database of PostgreSQL; null for SQLite. Each size takes one of its own beside it.</param>
    public static async Task Run(
        int[] sizes,
        TimeSpan time,
        int connections,
        string? database,
        Action<string> say,
        CancellationToken cancel
    )
    {
        say(
            Line(
                $"{connections} connections, {Environment.ProcessorCount} processors, the client on them, {(database is null ? "SQLite" : "PostgreSQL")}; {time.TotalSeconds:F0} s each after a warm-up"
            )
        );
        foreach (var size in sizes)
        {
            await At(size, time, connections, Beside(database, size), say, cancel);
        }
    }

    private static string? Beside(string? database, int size)
    {
        if (database is null)
        {
            return null;
        }

        var builder = new NpgsqlConnectionStringBuilder(database);
        builder.Database += Line($"_{size}");
        return builder.ConnectionString;
    }

    private static async Task At(int size, TimeSpan time, int connections, string? database, Action<string> say, CancellationToken cancel)
    {
        using var place = await Workplace.Make(database);
        await place.Import(size, cancel);
        var address = ServerProcess.FreeAddress();
        using var server = ServerProcess.Start("padu", "serve", "--data", place.Data, "--urls", address);
        await server.Ready(address, cancel);
        var receipts = await FileSome(new Uri(address), cancel);
        using var officer = new Officer(new Uri(address), connections);
        await officer.SignIn(cancel);
        var numbers = Number()
            .Matches(await officer.Page("/meja?tab=semua", cancel))
            .Select(one => one.Groups[1].Value)
            .Distinct()
            .ToArray();
        using var visitors = new Visitors(new Uri(address), receipts, connections);

        (string Name, Func<int, CancellationToken, Task> Ask)[] pages =
        [
            ("healthz", (_, stop) => officer.Page("/healthz", stop)),
            ("inbox", (_, stop) => officer.Page("/meja", stop)),
            ("all", (_, stop) => officer.Page("/meja?tab=semua", stop)),
            ("number", (n, stop) => officer.Page($"/meja/pengaduan/{receipts[n % receipts.Length].Number}", stop)),
            ("case", (n, stop) => officer.Page($"/meja/pengaduan/{numbers[n % numbers.Length]}", stop)),
            ("track", visitors.Track),
        ];
        say(Line($"{size + OwnCases} cases"));
        var bare = 0.0;
        foreach (var (name, ask) in pages)
        {
            await Measure(ask, TimeSpan.FromSeconds(3), connections, cancel);
            var (rate, median, slow) = await Measure(ask, time, connections, cancel);
            bare = name == "healthz" ? rate : bare;
            say(Line($"  {name, -8} {rate, 8:F0} a second   p50 {median, 6:F1} ms   p99 {slow, 6:F1} ms   ratio {rate / bare:F3}"));
        }
    }

    private static async Task<Receipt[]> FileSome(Uri address, CancellationToken cancel)
    {
        var receipts = new List<Receipt>();
        for (var n = 0; n < OwnCases; n++)
        {
            using var person = new Complainant(address);
            await person.Prepare($"Pengaduan {n}: permohonan pindah memilih saya ditolak tanpa alasan tertulis.", cancel);
            await person.Send(cancel);
            receipts.Add(await person.Read(cancel));
        }

        return [.. receipts];
    }

    private static async Task<(double Rate, double Median, double Slow)> Measure(
        Func<int, CancellationToken, Task> ask,
        TimeSpan time,
        int connections,
        CancellationToken cancel
    )
    {
        var elapsed = Stopwatch.StartNew();
        var waits = await Task.WhenAll(
            Enumerable
                .Range(0, connections)
                .Select(async lane =>
                {
                    var mine = new List<double>();
                    for (var n = lane; elapsed.Elapsed < time; n += connections)
                    {
                        var asked = Stopwatch.GetTimestamp();
                        await ask(n, cancel);
                        mine.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                    }

                    return mine;
                })
        );
        var total = elapsed.Elapsed.TotalSeconds;
        var all = waits.SelectMany(mine => mine).Order().ToArray();
        return (all.Length / total, all[all.Length / 2], all[all.Length * 99 / 100]);
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("""href="/meja/pengaduan/([^"/]+)""")]
    private static partial Regex Number();

    /// <summary>One browser for each connection, each with a session of its own.</summary>
    private sealed class Visitors(Uri address, Receipt[] receipts, int connections) : IDisposable
    {
        private readonly Complainant[] all = [.. Enumerable.Range(0, connections).Select(_ => new Complainant(address))];

        public async Task Track(int n, CancellationToken cancel)
        {
            if (!await all[n % connections].Opens(receipts[n % receipts.Length], cancel))
            {
                throw new HttpRequestException("A receipt opened nothing.");
            }
        }

        public void Dispose()
        {
            foreach (var one in all)
            {
                one.Dispose();
            }
        }
    }
}
