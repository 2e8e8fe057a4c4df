using System.Data.Common;
using System.Globalization;
using Padu.Domain;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>The hand-written reads of the journal. Each is one query on a connection of the pool.</summary>
internal sealed class EventReader(ReadPool pool, KeyRing ring)
{
    public const string Columns =
        "position, stream, version, type, occurred_at, recorded_at, actor, office, public, private, key_id, commitment, digest";

    /// <summary>More values than this in one list are asked in rounds; both databases bound the parameters of a statement.</summary>
    private const int Chunk = 200;

    public int VersionOf(string stream) =>
        pool.Use(connected =>
            connected.Scalar("SELECT version FROM events WHERE stream = @p0 ORDER BY version DESC LIMIT 1", stream) is { } version
                ? Convert.ToInt32(version, CultureInfo.InvariantCulture)
                : 0
        );

    public long Head() =>
        pool.Use(connected =>
            connected.Scalar("SELECT position FROM journal_head WHERE id = 1") is { } head
                ? Convert.ToInt64(head, CultureInfo.InvariantCulture)
                : 0
        );

    /// <summary>A stream, in order, with its keys, as they stand in one moment or later.</summary>
    public (List<EventRow> Events, StreamKeys Keys) Stream(string stream) =>
        pool.Use(connected =>
            (
                Rows(connected, $"SELECT {Columns} FROM events WHERE stream = @p0 ORDER BY version", stream),
                KeysOf(connected, [stream])[stream]
            )
        );

    public List<EventRow> After(long position, int limit) =>
        pool.Use(connected =>
            Rows(connected, $"SELECT {Columns} FROM events WHERE position > @p0 ORDER BY position LIMIT @p1", position, limit)
        );

    /// <summary>Single events by stream and version, with the keys of those streams.</summary>
    public (List<EventRow> Events, Dictionary<string, StreamKeys> Keys) Many(IReadOnlyCollection<(string Stream, int Version)> wanted) =>
        pool.Use(connected =>
        {
            var events = new List<EventRow>(wanted.Count);
            foreach (var chunk in wanted.Chunk(Chunk))
            {
                var list = string.Join(", ", chunk.Select((_, i) => $"(@p{2 * i}, @p{2 * i + 1})"));
                var values = chunk.SelectMany(one => new object?[] { one.Stream, one.Version }).ToArray();
                events.AddRange(Rows(connected, $"SELECT {Columns} FROM events WHERE (stream, version) IN (VALUES {list})", values));
            }

            return (events, KeysOf(connected, [.. wanted.Select(one => one.Stream).Distinct()]));
        });

    /// <summary>The keys of a stream that has none.</summary>
    public StreamKeys None => new([], ring);

    public StreamKeys Keys(string stream) => pool.Use(connected => KeysOf(connected, [stream])[stream]);

    public (byte[] Hash, string Stream)? Seen(string idempotencyKey) =>
        pool.Use<(byte[], string)?>(connected =>
        {
            using var reader = connected.Read("SELECT hash, stream FROM idempotency WHERE key = @p0", idempotencyKey);
            return reader.Read() ? ((byte[])reader.GetValue(0), reader.GetString(1)) : null;
        });

    internal static List<EventRow> Rows(Connected connected, string sql, params ReadOnlySpan<object?> values)
    {
        var rows = new List<EventRow>();
        using var reader = connected.Read(sql, values);
        while (reader.Read())
        {
            rows.Add(Row(reader));
        }

        return rows;
    }

    internal static EventRow Row(DbDataReader reader) =>
        new()
        {
            Position = reader.GetInt64(0),
            Stream = reader.GetString(1),
            Version = reader.GetInt32(2),
            Type = reader.GetString(3),
            OccurredAt = Moments.FromMicros(reader.GetInt64(4)),
            RecordedAt = Moments.FromMicros(reader.GetInt64(5)),
            Actor = reader.GetString(6),
            Office = reader.IsDBNull(7) ? null : reader.GetString(7),
            Public = (byte[])reader.GetValue(8),
            Private = (byte[])reader.GetValue(9),
            KeyId = reader.GetGuid(10),
            Commitment = (byte[])reader.GetValue(11),
            Digest = (byte[])reader.GetValue(12),
        };

    internal Dictionary<string, StreamKeys> KeysOf(Connected connected, IReadOnlyCollection<string> streams)
    {
        var rows = new List<KeyRow>();
        foreach (var chunk in streams.Chunk(Chunk))
        {
            var list = string.Join(", ", chunk.Select((_, i) => $"@p{i}"));
            using var reader = connected.Read(
                $"SELECT key_id, custodian, purpose, stream, institution, wrapped, made_at FROM keys WHERE stream IN ({list}) ORDER BY made_at",
                chunk
            );
            while (reader.Read())
            {
                rows.Add(
                    new KeyRow
                    {
                        KeyId = reader.GetGuid(0),
                        Custodian = CodeOf.Parse<Institution>(reader.GetString(1)),
                        Purpose = CodeOf.Parse<KeyPurpose>(reader.GetString(2)),
                        Stream = reader.GetString(3),
                        Institution = CodeOf.Parse<Institution>(reader.GetString(4)),
                        Wrapped = reader.IsDBNull(5) ? null : (byte[])reader.GetValue(5),
                        MadeAt = Moments.FromMicros(reader.GetInt64(6)),
                    }
                );
            }
        }

        var byStream = rows.ToLookup(row => row.Stream);
        return streams.ToDictionary(stream => stream, stream => new StreamKeys(byStream[stream], ring));
    }
}
