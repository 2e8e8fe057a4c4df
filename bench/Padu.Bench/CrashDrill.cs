using System.Collections.Concurrent;
using System.Globalization;

namespace Padu.Bench;

/// <summary>What a drill found.</summary>
/// <param name="Faults">One sentence each; none when all is well.</param>
public sealed record CrashReport(int Kills, int Acknowledged, int Resent, IReadOnlyList<string> Faults)
{
    public bool IsSound => Faults.Count == 0;

    public override string ToString() =>
        $"{Kills} kills, {Acknowledged} filings acknowledged, {Resent} sent again after a kill: "
        + (IsSound ? "nothing lost, doubled or skipped." : string.Join('\n', Faults));
}

/// <summary>
/// Kills the server at random moments while people file, and starts it again. Whoever had no answer sends the same draft again, as a browser does. Over
/// PostgreSQL there are two servers, killed in turn, and the draft goes to the other one, as a load balancer does. Afterwards every receipt must open its
/// case, there must be as many cases as receipts, and no gap anywhere.
/// </summary>
public static class CrashDrill
{
    /// <param name="database">The connection string of an empty database; null for one server over SQLite.</param>
    public static async Task<CrashReport> Run(int cycles, int writers, string? database, Action<string> say, CancellationToken cancel)
    {
        using var place = await Workplace.Make(database);
        string[] addresses = [.. Enumerable.Range(0, database is null ? 1 : 2).Select(_ => ServerProcess.FreeAddress())];
        var nodes = Array.ConvertAll(addresses, address => new Uri(address));
        var servers = await Task.WhenAll(addresses.Select(address => Start(place, address, cancel)));
        var receipts = new ConcurrentBag<Receipt>();
        var resent = 0;
        try
        {
            using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            using var enough = new CancellationTokenSource();
            var people = Enumerable
                .Range(1, writers)
                .Select(writer =>
                    Task.Run(
                        async () =>
                        {
                            for (var turn = 1; !enough.IsCancellationRequested; turn++)
                            {
                                var (receipt, tries) = await File(
                                    writer % 2 == 0 ? nodes : [.. nodes.Reverse()],
                                    $"Penulis {writer}, pengaduan {turn}: antrean panjang.",
                                    closing.Token
                                );
                                receipts.Add(receipt);
                                Interlocked.Add(ref resent, tries);
                            }
                        },
                        cancel
                    )
                )
                .ToArray();
            for (var cycle = 1; cycle <= cycles; cycle++)
            {
                // A kill before anybody filed proves nothing.
                var filed = receipts.Count;
                while (receipts.Count < filed + writers)
                {
                    await Task.WhenAny(Task.Delay(20, cancel), Task.WhenAny(people));
                    if (people.FirstOrDefault(one => one.IsFaulted) is { } broken)
                    {
                        await broken;
                    }
                }

#pragma warning disable CA5394 // Any moment will do; nobody gains by guessing it.
                await Task.Delay(Random.Shared.Next(0, 400), cancel);
#pragma warning restore CA5394
                var node = cycle % nodes.Length;
                await servers[node].Kill();
                servers[node].Dispose();
                say(string.Create(CultureInfo.InvariantCulture, $"kill {cycle} of {cycles}: {receipts.Count} filings acknowledged so far"));
                servers[node] = await Start(place, addresses[node], cancel);
            }

            await enough.CancelAsync();
            await Task.WhenAll(people);
            var faults = await Filings.Closed(nodes, receipts, cancel);
            await Task.WhenAll(servers.Select(server => server.Kill()));
            faults.AddRange(await Filings.Kept(place, receipts, cancel));
            return new CrashReport(cycles, receipts.Count, resent, faults);
        }
        finally
        {
            Array.ForEach(servers, server => server.Dispose());
        }
    }

    private static async Task<ServerProcess> Start(Workplace place, string address, CancellationToken cancel)
    {
        var server = ServerProcess.Start("padu", "serve", "--data", place.Data, "--urls", address);
        await server.Ready(address, cancel);
        return server;
    }

    /// <summary>Files once, through however many kills that takes.</summary>
    private static async Task<(Receipt Receipt, int Resent)> File(Uri[] nodes, string story, CancellationToken cancel)
    {
        var resent = 0;
        while (true)
        {
            using var person = new Complainant(nodes);
            if (!await Try(person, () => person.Prepare(story, cancel), cancel))
            {
                // Nothing was sent for good; the next try is another draft.
                continue;
            }

            while (!await Try(person, () => person.Send(cancel), cancel))
            {
                resent++;
            }

            Receipt? receipt = null;
            while (!await Try(person, async () => receipt = await person.Read(cancel), cancel)) { }
            return (receipt!, resent);
        }
    }

    /// <summary>False when the server was not there; whatever else it answers is a fault of its own.</summary>
    private static async Task<bool> Try(Complainant person, Func<Task> act, CancellationToken cancel)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception gone) when (gone is HttpRequestException { StatusCode: null, InnerException: not null } or HttpIOException)
        {
            person.Elsewhere();
            await Task.Delay(100, cancel);
            return false;
        }
    }
}
