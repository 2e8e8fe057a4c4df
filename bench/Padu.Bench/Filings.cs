using System.Collections.Concurrent;

namespace Padu.Bench;

/// <summary>What must hold after people filed through a fault, whichever it was: one sentence for each thing that does not.</summary>
internal static class Filings
{
    /// <summary>Whether every receipt opens its case, and none was given twice.</summary>
    public static async Task<List<string>> Closed(Uri[] nodes, IReadOnlyCollection<Receipt> receipts, CancellationToken cancel)
    {
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            receipts,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancel },
            async (receipt, stop) =>
            {
                using var person = new Complainant(nodes);
                if (!await person.Opens(receipt, stop))
                {
                    faults.Add($"{receipt.Number} does not open with its code.");
                }
            }
        );
        foreach (var twice in receipts.GroupBy(receipt => receipt.Number).Where(group => group.Count() > 1))
        {
            faults.Add($"{twice.Key} was given {twice.Count()} times.");
        }

        return [.. faults];
    }

    /// <summary>Whether the journal holds as many filings as there are receipts, with no gap anywhere, and verifies. The servers are gone by then.</summary>
    public static async Task<List<string>> Kept(Workplace place, IReadOnlyCollection<Receipt> receipts, CancellationToken cancel)
    {
        var faults = Gaps(place, receipts).ToList();
        var (exit, said) = await ServerProcess.Finish("padu", ["verify", "--data", place.Data], cancel);
        if (exit != 0)
        {
            faults.Add($"padu verify: {said}");
        }

        return faults;
    }

    private static IEnumerable<string> Gaps(Workplace place, IReadOnlyCollection<Receipt> receipts)
    {
        var filed = place.Count("SELECT count(*) FROM events WHERE type = 'complaint.submitted.v1'");
        if (filed != receipts.Count)
        {
            yield return $"{receipts.Count} receipts, {filed} filings in the journal.";
        }

        if (place.Count("SELECT max(position) - count(*) FROM events") is var missing and not 0)
        {
            yield return $"{missing} positions are missing.";
        }

        if (place.Count("SELECT count(*) FROM register_entries") is var registered && registered != filed)
        {
            yield return $"{filed} filings, {registered} register numbers.";
        }

        var holes =
            "SELECT count(*) FROM (SELECT max(number) - count(*) AS gap FROM register_entries GROUP BY office, year, book) books WHERE gap <> 0";
        if (place.Count(holes) is var books and not 0)
        {
            yield return $"{books} register books have a gap.";
        }
    }
}
