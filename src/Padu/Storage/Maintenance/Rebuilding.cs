using System.Globalization;

namespace Padu.Storage;

/// <summary>Builds every read table anew beside the living ones, and swaps them in one transaction. Appends go on meanwhile.</summary>
internal sealed class Rebuilding(Database database, Refolding refolding, ReadTables tables)
{
    private static readonly RefoldTables Shadow = new(table => table + "_shadow", "register_marks_shadow", AreTemporary: false);

    /// <returns>How many events were folded.</returns>
    public long Run(Action<long>? progress = null)
    {
        using var source = new Connected(database.OpenForMaintenance());
        using var target = new Connected(database.OpenForMaintenance());
        database.HoldMaintenance(target);
        refolding.Create(target, Shadow);
        var upTo = Head(source);
        refolding.All(source, target, Shadow, upTo, commits: true, progress);

        target.Run(database.BeginWrite);
        var head = Head(target);
        foreach (var stream in StreamsAfter(target, upTo))
        {
            refolding.One(target, target, Shadow, stream);
        }

        Swap(target, head);
        target.Run("COMMIT");
        return head;
    }

    private void Swap(Connected target, long head)
    {
        foreach (var shape in tables.All)
        {
            Refolding.Execute(target, $"DROP TABLE IF EXISTS {shape.Table}");
            Refolding.Execute(target, $"ALTER TABLE {Shadow.NameOf(shape.Table)} RENAME TO {shape.Table}");
            foreach (var index in ReadTables.Indexes(shape))
            {
                Refolding.Execute(target, index);
            }
        }

        Refolding.Execute(target, "DELETE FROM register_entries");
        Refolding.Execute(
            target,
            $"INSERT INTO register_entries (office, year, book, number, stream, position) {Refolding.Numbered(Shadow)}"
        );
        Refolding.Execute(target, $"DROP TABLE {Shadow.Marks}");
        target.Run(
            "INSERT INTO read_schema (id, fingerprint, position) VALUES (1, @p0, @p1) "
                + "ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, position = excluded.position",
            tables.Fingerprint,
            head
        );
    }

    private static long Head(Connected connected) =>
        Convert.ToInt64(connected.Scalar("SELECT coalesce(max(position), 0) FROM events"), CultureInfo.InvariantCulture);

    private static List<string> StreamsAfter(Connected connected, long position)
    {
        var streams = new List<string>();
        using var reader = connected.Read("SELECT DISTINCT stream FROM events WHERE position > @p0", position);
        while (reader.Read())
        {
            streams.Add(reader.GetString(0));
        }

        return streams;
    }
}
