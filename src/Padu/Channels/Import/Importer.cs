using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Complaints;

namespace Padu.Channels.Import;

/// <summary>How far an import has come; the four outcomes add up to the rows read.</summary>
/// <param name="TakenBefore">Rows that an earlier run had imported.</param>
/// <param name="Duplicates">Rows that stand in the file a second time, byte for byte.</param>
public sealed record ImportCounts(int Read, int Imported, int TakenBefore, int Duplicates, int Refused)
{
    public static readonly ImportCounts None = new(0, 0, 0, 0, 0);
}

/// <summary>What the desk made of one row.</summary>
/// <param name="Replayed">The same row was taken before.</param>
public sealed record Taken(bool Replayed, Refusal? Refusal);

/// <summary>
/// Sends the rows of a file to the desk, many at a time so that the journal writes them in batches, and settles them in the file's order.
/// Interrupting loses nothing: a row is taken once for its key, however often the file is run.
/// </summary>
/// <param name="draw">A public number for a case opened on that day.</param>
/// <param name="take">The desk's import.</param>
/// <param name="refused">Called for each refused row, in the file's order.</param>
public sealed class Importer(
    ImportMap map,
    Func<LocalDate?, PublicNumber> draw,
    Func<ComplaintCommand.Import, Task<Taken>> take,
    Action<SourceRow, Refusal> refused
)
{
    /// <summary>Two batches of the journal: one being written, one being sealed.</summary>
    private const int MostInFlight = 512;

    /// <summary>A public number is random; one that exists already is drawn again.</summary>
    private const int MostDraws = 8;

    private readonly Queue<(SourceRow Row, Task<Taken> Answer, UInt128? Key)> inFlight = new();
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
        var (row, refusal) = RowReading.Read(source, map);
        if (row is null)
        {
            inFlight.Enqueue((source, Task.FromResult(new Taken(false, refusal)), null));
            return;
        }

        var key = BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes(row.Key)));
        // The first row of a key wins, so a later one waits until the first is settled.
        while (!sending.Add(key))
        {
            await Settle();
        }

        inFlight.Enqueue((source, Take(source, row), key));
    }

    private async Task<Taken> Take(SourceRow source, ReadRow row)
    {
        for (var draws = 1; ; draws++)
        {
            var taken = await take(
                new ComplaintCommand.Import(
                    new ComplaintId(Guid.CreateVersion7()),
                    draw(row.OpenedOn),
                    row.Office,
                    source.Hash,
                    row.OpenedOn,
                    row.ClosedOn,
                    map.Source,
                    row.Key,
                    row.Title,
                    row.Category,
                    row.Place,
                    row.Fields
                )
            );
            if (taken.Refusal?.Code != "number.taken" || draws == MostDraws)
            {
                return taken;
            }
        }
    }

    private async Task Settle()
    {
        var (row, sent, key) = inFlight.Dequeue();
        var answer = await sent;
        if (key is { } settled)
        {
            sending.Remove(settled);
        }

        Counts = Counts with { Read = Counts.Read + 1 };
        if (answer.Refusal is { } refusal)
        {
            Counts = Counts with { Refused = Counts.Refused + 1 };
            refused(row, refusal);
        }
        else if (!answer.Replayed)
        {
            Counts = Counts with { Imported = Counts.Imported + 1 };
        }
        else if (takenHere.Contains(key!.Value))
        {
            Counts = Counts with { Duplicates = Counts.Duplicates + 1 };
        }
        else
        {
            Counts = Counts with { TakenBefore = Counts.TakenBefore + 1 };
        }

        if (answer.Refusal is null)
        {
            takenHere.Add(key!.Value);
        }
    }
}
