using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Padu.Bench;

/// <summary>What the drill found.</summary>
/// <param name="Refused">Requests answered 503 while the database was away.</param>
/// <param name="Back">How long after the database's return a filing went through again.</param>
/// <param name="Faults">One sentence each; none when all is well.</param>
public sealed record StopReport(int Before, int Acknowledged, int Refused, TimeSpan Back, IReadOnlyList<string> Faults)
{
    public bool IsSound => Faults.Count == 0;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Before} filings before, {Refused} requests told to come later (503, Retry-After), the first filing {Back.TotalSeconds:F1} s after the database was back, {Acknowledged} filings in all: "
        ) + (IsSound ? "nothing lost, doubled or skipped." : string.Join('\n', Faults));
}

/// <summary>
/// Stops a real PostgreSQL under people filing, and starts it again. Meanwhile each request must be answered 503 with a time to come again, never
/// 500 and never not at all, and the server must need nobody to start it; whoever was refused sends the same draft again. Afterwards everything is
/// counted as after a crash.
/// </summary>
public static class StopDrill
{
    /// <param name="script">The script that pauses and resumes the throw-away server.</param>
    /// <param name="server">The server's folder, as the script names it.</param>
    public static async Task<StopReport> Run(
        TimeSpan away,
        int writers,
        string database,
        string script,
        string server,
        Action<string> say,
        CancellationToken cancel
    )
    {
        using var place = await Workplace.Make(database);
        var address = ServerProcess.FreeAddress();
        using var padu = ServerProcess.Start("padu", "serve", "--data", place.Data, "--urls", address);
        await padu.Ready(address, cancel);
        var receipts = new ConcurrentBag<Receipt>();
        var faults = new ConcurrentBag<string>();
        var refused = 0;
        using var enough = new CancellationTokenSource();
        var people = Enumerable.Range(1, writers).Select(writer => Task.Run(() => FileOn(writer), cancel)).ToArray();

        await Past(writers * 2);
        var before = receipts.Count;
        await Call("pause");
        say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The database is away for {away.TotalSeconds:F0} s; {receipts.Count} filings so far."
            )
        );
        await Task.Delay(away, cancel);
        var during = receipts.Count;
        await Call("resume");
        var returned = Stopwatch.StartNew();
        await Past(during + 1);
        var back = returned.Elapsed;
        await Past(during + (writers * 2));
        await enough.CancelAsync();
        await Task.WhenAll(people);

        var found = await Filings.Closed([new Uri(address)], receipts, cancel);
        await padu.Kill();
        found.AddRange(faults.Distinct());
        found.AddRange(await Filings.Kept(place, receipts, cancel));
        if (refused == 0)
        {
            found.Add("Nobody was told to come later: the drill proved nothing.");
        }

        return new StopReport(before, receipts.Count, refused, back, found);

        async Task FileOn(int writer)
        {
            for (var turn = 1; !enough.IsCancellationRequested; turn++)
            {
                var story = $"Penulis {writer}, pengaduan {turn}: loket tutup sebelum waktunya.";
                using var person = new Complainant(new Uri(address));
                if (!await Through(() => person.Prepare(story, cancel)))
                {
                    continue;
                }

                while (!await Through(() => person.Send(cancel))) { }

                Receipt? receipt = null;
                while (!await Through(async () => receipt = await person.Read(cancel))) { }
                receipts.Add(receipt!);
            }
        }

        async Task<bool> Through(Func<Task> act)
        {
            try
            {
                await act();
                return true;
            }
            catch (HttpRequestException no) when (no.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                Interlocked.Increment(ref refused);
                if (no.Data["Retry-After"] is not true)
                {
                    faults.Add("A 503 came without Retry-After.");
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
            {
                faults.Add(fault.Message);
            }

            await Task.Delay(200, cancel);
            return false;
        }

        async Task Past(int count)
        {
            while (receipts.Count < count)
            {
                await Task.WhenAny(Task.Delay(20, cancel), Task.WhenAny(people));
                if (people.FirstOrDefault(one => one.IsFaulted) is { } broken)
                {
                    await broken;
                }
            }
        }

        async Task Call(string what)
        {
            using var run = Process.Start(script, [what, server]);
            await run.WaitForExitAsync(cancel);
            if (run.ExitCode != 0)
            {
                throw new InvalidOperationException($"{script} {what} ended with {run.ExitCode}.");
            }
        }
    }
}
