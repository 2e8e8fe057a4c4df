using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Padu.Bench;

/// <summary>
/// How many filings a second are durable when the last button is pressed on prepared drafts, with everything on: antiforgery, the decision, sealing,
/// the journal, projections, followers. Beside it, in the same run on the same disk, what a bare server keeps.
/// </summary>
internal static class SubmitBench
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(new string('x', 600));

    public static async Task Run(int filings, int connections, string? database, Action<string> say, CancellationToken cancel)
    {
        using var place = await Workplace.Make(database);
        var padu = await Padu(place, filings, connections, say, cancel);
        var bare = await Bare(place, filings * 10, connections, cancel);
        say(Line($"{connections} connections, {Environment.ProcessorCount} processors, one disk, one run"));
        say(
            Line(
                $"padu   {padu, 8:F0} durable filings a second ({filings} prepared drafts, everything on, {(database is null ? "SQLite" : "PostgreSQL")})"
            )
        );
        say(Line($"bare   {bare, 8:F0} group-committed inserts a second (POST of {Body.Length} bytes, WAL, synchronous=FULL)"));
        say(Line($"ratio  {padu / bare, 8:F3}"));
    }

    private static async Task<double> Padu(Workplace place, int filings, int connections, Action<string> say, CancellationToken cancel)
    {
        var address = ServerProcess.FreeAddress();
        using var server = ServerProcess.Start("padu", "serve", "--data", place.Data, "--urls", address);
        await server.Ready(address, cancel);
        var warm = connections * 4;
        say(Line($"preparing {filings + warm} drafts"));
        var people = new ConcurrentBag<Complainant>();
        try
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(1, filings + warm),
                new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancel },
                async (one, stop) =>
                {
                    var person = new Complainant(new Uri(address));
                    people.Add(person);
                    await person.Prepare($"Pengaduan {one}: permohonan pindah memilih saya ditolak tanpa alasan tertulis.", stop);
                }
            );
            var ready = people.ToArray();
            await Rate(ready[..warm], connections, (person, stop) => person.Send(stop), cancel);
            return await Rate(ready[warm..], connections, (person, stop) => person.Send(stop), cancel);
        }
        finally
        {
            foreach (var person in people)
            {
                person.Dispose();
            }
        }
    }

    private static async Task<double> Bare(Workplace place, int inserts, int connections, CancellationToken cancel)
    {
        var address = ServerProcess.FreeAddress();
        using var server = ServerProcess.Start("Padu.Bench", "bare", "--data", place.Bare, "--urls", address);
        await server.Ready(address, cancel);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections });
        await Rate(new int[inserts / 5], connections, Post, cancel);
        return await Rate(new int[inserts], connections, Post, cancel);

        async Task Post(int _, CancellationToken stop)
        {
            using var answer = await http.PostAsync(new Uri(address), new ByteArrayContent(Body), stop);
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>How many a second, so many at once.</summary>
    private static async Task<double> Rate<T>(T[] all, int connections, Func<T, CancellationToken, Task> act, CancellationToken cancel)
    {
        var elapsed = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = connections, CancellationToken = cancel },
            async (one, stop) => await act(one, stop)
        );
        return all.Length / elapsed.Elapsed.TotalSeconds;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
