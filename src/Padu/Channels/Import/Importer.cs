using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Padu.Complaints;
using Padu.Domain;

namespace Padu.Channels.Import;

/// <summary>How far an import has come; the four outcomes add up to the rows read.</summary>
/// <param name="TakenBefore">Rows that an earlier run had imported.</param>
/// <param name="Duplicates">Rows that stand in the file a second time, byte for byte.</param>
public sealed record ImportCounts(int Read, int Imported, int TakenBefore, int Duplicates, int Refused)
{
    public static readonly ImportCounts None = new(0, 0, 0, 0, 0);
}

/// <summary>
/// Sends the rows of a file to the desk, many at a time so that the journal writes them in batches, and settles them in the file's order.
/// Interrupting loses nothing: a row is taken once for its key, however often the file is run.
/// </summary>
/// <param name="take">The desk's import; null when the row was taken now.</param>
/// <param name="refused">Called for each refused row, in the file's order.</param>
public sealed class Importer(ImportMap map, Func<ImportedCase, Task<Refusal?>> take, Action<SourceRow, Refusal> refused)
{
    /// <summary>Two batches of the journal: one being written, one being sealed.</summary>
    private const int MostInFlight = 512;

    /// <summary>A public number is random; the database refuses one that exists already, and another is drawn.</summary>
    private const int MostDraws = 4;

    private readonly Queue<(SourceRow Row, Task<Refusal?> Answer, UInt128? Key)> inFlight = new();
    private readonly HashSet<UInt128> sending = [];
    private readonly HashSet<UInt128> takenHere = [];

    public ImportCounts Counts { get; private set; } = ImportCounts.None;

    /// <returns>True when the file was read to its end, false when <paramref name="stop"/> came first.</returns>
    public async Task<bool> Run(IEnumerable<SourceRow> rows, Action<ImportCounts> progress, CancellationToken stop)
    {
        var wasStopped = false;
        foreach (var row in rows)
        {
            if (stop.IsCancellationRequested)
            {
                wasStopped = true;
                break;
            }

            if (inFlight.Count >= MostInFlight)
            {
                await Settle();
                progress(Counts);
            }

            await Send(row);
        }

        while (inFlight.Count > 0)
        {
            await Settle();
            progress(Counts);
        }

        return !wasStopped;
    }

    private async Task Send(SourceRow source)
    {
        var (old, refusal) = RowReading.Read(source, map);
        if (old is null)
        {
            inFlight.Enqueue((source, Task.FromResult(refusal), null));
            return;
        }

        var key = BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes(old.SourceKey)));

        // The first row of a key wins, so a later one waits until the first is settled.
        while (!sending.Add(key))
        {
            await Settle();
        }

        inFlight.Enqueue((source, Take(old), key));
    }

    private async Task<Refusal?> Take(ImportedCase old)
    {
        for (var draws = 1; ; draws++)
        {
            try
            {
                return await take(old);
            }
            catch (DbException) when (draws < MostDraws)
            {
                // Asked again: the desk draws another number.
            }
        }
    }

    private async Task Settle()
    {
        var (row, sent, key) = inFlight.Dequeue();
        var refusal = await sent;
        if (key is { } settled)
        {
            sending.Remove(settled);
        }

        Counts = Counts with { Read = Counts.Read + 1 };
        switch (refusal?.Code)
        {
            case null:
                Counts = Counts with { Imported = Counts.Imported + 1 };
                takenHere.Add(key!.Value);
                break;
            case "import.already-imported" when takenHere.Contains(key!.Value):
                Counts = Counts with { Duplicates = Counts.Duplicates + 1 };
                break;
            case "import.already-imported":
                Counts = Counts with { TakenBefore = Counts.TakenBefore + 1 };
                takenHere.Add(key!.Value);
                break;
            default:
                Counts = Counts with { Refused = Counts.Refused + 1 };
                refused(row, refusal);
                break;
        }
    }
}
