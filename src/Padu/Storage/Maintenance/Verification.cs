using System.Globalization;
using System.Security.Cryptography;

namespace Padu.Storage;

/// <summary>One thing that is not as it must be.</summary>
/// <param name="Where">The row, table or file by name.</param>
public sealed record Fault(string Where, string What);

/// <summary>What was looked at, and what was found.</summary>
/// <param name="Erased">Events whose key was destroyed: their private part can no longer be checked, and need not.</param>
public sealed record VerificationReport(long Events, long Erased, int ReadTables, long Files, IReadOnlyList<Fault> Faults)
{
    public bool IsSound => Faults.Count == 0;
}

/// <summary>Recomputes everything that can be recomputed, over one snapshot of the database, while others work.</summary>
internal sealed class Verification(
    Database database,
    TableShapes shapes,
    ReadTables tables,
    Refolding refolding,
    EventReader reader,
    BlobFolder blobs
)
{
    /// <summary>A destroyed table would else fill the screen.</summary>
    private const int FaultsShown = 200;
    private const int KeyStreamsKept = 20_000;
    private static readonly RefoldTables Fresh = new(table => table + "_fresh", "register_marks_fresh", AreTemporary: true);

    public VerificationReport Run(Action<string>? progress = null)
    {
        var faults = new List<Fault>();
        using var connected = new Connected(database.OpenForMaintenance());
        faults.AddRange(database.CheckFiles(connected.Connection).Select(line => new Fault("database file", line)));
        connected.Run(database.BeginSnapshot);
        progress?.Invoke("events");
        var (events, erased) = CheckEvents(connected, faults);
        CheckVersions(connected, faults);
        CheckHead(connected, faults);
        progress?.Invoke("read tables");
        CheckReadTables(connected, faults);
        progress?.Invoke("files");
        var files = CheckBlobs(connected, faults);
        connected.Run("ROLLBACK");
        return new VerificationReport(events, erased, tables.All.Count(), files, [.. faults.Take(FaultsShown)]);
    }

    private (long Events, long Erased) CheckEvents(Connected connected, List<Fault> faults)
    {
        var (count, erased, expected) = (0L, 0L, 1L);
        var keys = new Dictionary<string, StreamKeys>();
        using var rows = connected.Read($"SELECT {EventReader.Columns} FROM events ORDER BY position");
        while (rows.Read())
        {
            var position = rows.GetInt64(0);
            count++;
            if (position != expected)
            {
                faults.Add(new Fault($"event {position}", $"position {expected} expected: a row is missing, was added or was moved"));
            }

            expected = position + 1;
            try
            {
                var row = EventReader.Row(rows);
                if (!EventDigest.Of(row).AsSpan().SequenceEqual(row.Digest))
                {
                    faults.Add(
                        new Fault(
                            $"event {position} ({row.Stream} version {row.Version})",
                            "digest differs from the row: a column was changed"
                        )
                    );
                }

                erased += CheckSealed(row, KeysOf(row.Stream), faults);
            }
            catch (Exception e)
                when (e is InvalidCastException or FormatException or ArgumentException or OverflowException or InvalidOperationException)
            {
                faults.Add(new Fault($"event {position}", $"a column cannot be read ({e.GetType().Name})"));
            }
        }

        return (count, erased);

        StreamKeys KeysOf(string stream)
        {
            if (!keys.TryGetValue(stream, out var found))
            {
                if (keys.Count > KeyStreamsKept)
                {
                    keys.Clear();
                }

                keys[stream] = found = TryKeys(stream, faults);
            }

            return found;
        }
    }

    private StreamKeys TryKeys(string stream, List<Fault> faults)
    {
        try
        {
            return reader.Keys(stream);
        }
        catch (CryptographicException e)
        {
            faults.Add(new Fault($"keys of {stream}", e.Message));
            return reader.None;
        }
    }

    /// <returns>1 when the key was erased.</returns>
    private static int CheckSealed(EventRow row, StreamKeys keys, List<Fault> faults)
    {
        var where = $"event {row.Position} ({row.Stream} version {row.Version})";
        if (keys.RowOf(row.KeyId) is null)
        {
            faults.Add(new Fault(where, $"key {row.KeyId} is no key of this stream"));
            return 0;
        }

        if (keys.ById(row.KeyId) is not { } key)
        {
            return 1;
        }

        if (Sealing.Open(key.Bytes, row.KeyId, row.Stream, row.Version, row.Type, row.Private, row.Commitment) is null)
        {
            faults.Add(new Fault(where, "private part does not open under its key and place, or differs from its commitment"));
        }

        return 0;
    }

    private static void CheckVersions(Connected connected, List<Fault> faults)
    {
        using var streams = connected.Read(
            "SELECT stream, min(version), max(version), count(*) FROM events GROUP BY stream HAVING min(version) <> 1 OR max(version) <> count(*)"
        );
        while (streams.Read())
        {
            faults.Add(
                new Fault(
                    streams.GetString(0),
                    $"versions {streams.GetValue(1)} to {streams.GetValue(2)} in {streams.GetValue(3)} rows are not consecutive from 1"
                )
            );
        }
    }

    private static void CheckHead(Connected connected, List<Fault> faults)
    {
        var last = Number(connected.Scalar("SELECT coalesce(max(position), 0) FROM events"));
        var head = Number(connected.Scalar("SELECT position FROM journal_head WHERE id = 1") ?? 0L);
        if (last != head)
        {
            faults.Add(new Fault("journal_head", $"says {head}, the last event is {last}: events at the end are missing or were added"));
        }
    }

    private void CheckReadTables(Connected connected, List<Fault> faults)
    {
        refolding.Create(connected, Fresh);
        refolding.All(
            connected,
            connected,
            Fresh,
            long.MaxValue,
            commits: false,
            failed: (stream, e) => faults.Add(new Fault(stream, $"cannot be folded ({e.GetType().Name})"))
        );
        foreach (var shape in tables.All)
        {
            var columns = string.Join(", ", shape.Columns.Select(column => TableShape.Quote(column.Name)));
            Compare(connected, shape, $"SELECT {columns} FROM {shape.Table}", $"SELECT {columns} FROM {Fresh.NameOf(shape.Table)}", faults);
        }

        Compare(
            connected,
            shapes.Of<RegisterEntryRow>(),
            "SELECT office, year, book, number, stream, position FROM register_entries",
            Refolding.Numbered(Fresh),
            faults
        );
        refolding.Drop(connected, Fresh);
    }

    private static void Compare(Connected connected, TableShape shape, string stored, string folded, List<Fault> faults)
    {
        var keys = string.Join(", ", shape.Keys.Select(column => TableShape.Quote(column.Name)));
        Name($"{stored} EXCEPT {folded}", "differs from what the journal gives, or does not follow from it");
        Name($"{folded} EXCEPT {stored}", "is missing or differs from what the journal gives");

        void Name(string difference, string what)
        {
            using var rows = connected.Read($"SELECT {keys} FROM ({difference}) AS differing");
            while (rows.Read())
            {
                var key = string.Join(
                    ", ",
                    Enumerable.Range(0, rows.FieldCount).Select(i => Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture))
                );
                faults.Add(new Fault($"{shape.Table} ({key})", what));
            }
        }
    }

    private long CheckBlobs(Connected connected, List<Fault> faults)
    {
        var count = 0L;
        using var names = connected.Read("SELECT DISTINCT name FROM blob_references ORDER BY name");
        while (names.Read())
        {
            var name = names.GetString(0);
            count++;
            if (blobs.Check(name) is { } wrong)
            {
                faults.Add(new Fault($"blobs/{name[..2]}/{name[2..]}", wrong));
            }
        }

        return count;
    }

    private static long Number(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
