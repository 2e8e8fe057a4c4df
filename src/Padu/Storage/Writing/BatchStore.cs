using System.Collections.Immutable;
using System.Globalization;
using Padu.Domain;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>Reads what a batch needs and writes what its plan says, inside the writer's transaction.</summary>
internal sealed class BatchStore(Database database, Connected connected, TableShapes shapes)
{
    private readonly RowWriter _rows = new(database, connected, shapes);

    public BatchRead Read(IReadOnlyList<WriteRequest> requests)
    {
        var appends = requests.SelectMany(request => request.Appends).ToList();
        return new BatchRead
        {
            Head = connected.Scalar("SELECT position FROM journal_head WHERE id = 1") is { } head
                ? Convert.ToInt64(head, CultureInfo.InvariantCulture)
                : 0,
            Versions = Versions([.. appends.Select(append => append.Stream).Distinct()]),
            Seen = Seen([.. requests.Select(request => request.Idempotency?.Key).OfType<string>().Distinct()]),
            LastNumbers = LastNumbers([.. appends.SelectMany(append => append.Events).SelectMany(pending => pending.Registers).Distinct()]),
            LivingKeys = LivingKeys([.. requests.SelectMany(request => request.NewKeys)]),
        };
    }

    /// <summary>Writes one request; the answer differs from the plan's only where a condition is not met.</summary>
    public WriteAnswer Write(Planned planned)
    {
        var request = planned.Request;
        if (planned.Answer.Verdict != Verdict.Written)
        {
            return planned.Answer;
        }

        if (request.Condition is { } condition && !_rows.Holds(condition.Seen, condition.Row))
        {
            return new WriteAnswer(Verdict.Unmet);
        }

        foreach (var (stream, purpose) in request.Erase)
        {
            // Also a key that somebody before in this batch made.
            _rows.Flush();
            connected.Run("UPDATE keys SET wrapped = NULL WHERE stream = @p0 AND purpose = @p1", stream, purpose.Code());
        }

        InsertAll(request.NewKeys);
        InsertAll(planned.Events);
        InsertAll(planned.Numbers);
        foreach (var row in request.Appends.SelectMany(append => append.Rows).Concat(request.Store))
        {
            _rows.Upsert(row);
        }

        if (request.Condition is { Row: var conditional })
        {
            _rows.Upsert(conditional);
        }

        foreach (var row in request.Remove)
        {
            _rows.Delete(row);
        }

        if (request.Idempotency is { } idempotency)
        {
            _rows.Insert(idempotency);
        }

        return planned.Answer;
    }

    public void MoveHead(long head) => _rows.Upsert(new HeadRow(1, head));

    /// <summary>What was written so far reaches the tables, or throws.</summary>
    public void Flush() => _rows.Flush();

    /// <summary>Whether what this request appends lies in the journal already, and up to which position: after a commit of unknown outcome.</summary>
    public long? WrittenBefore(WriteRequest request)
    {
        if (request.Appends is not [.., { Events: [.., { Row: var last }] }])
        {
            return null;
        }

        using var reader = connected.Read(
            "SELECT position, digest FROM events WHERE stream = @p0 AND version = @p1",
            last.Stream,
            last.Version
        );
        return reader.Read() && ((byte[])reader.GetValue(1)).AsSpan().SequenceEqual(last.Digest) ? reader.GetInt64(0) : null;
    }

    private void InsertAll<TRow>(ImmutableArray<TRow> rows)
        where TRow : class
    {
        foreach (var row in rows)
        {
            _rows.Insert(row);
        }
    }

    private Dictionary<string, int> Versions(IReadOnlyList<string> streams) =>
        streams
            .Zip(
                connected.First(
                    "SELECT version FROM events WHERE stream = @p0 ORDER BY version DESC LIMIT 1",
                    [.. streams.Select(stream => new object?[] { stream })],
                    reader => reader.GetInt32(0)
                )
            )
            .ToDictionary(one => one.First, one => one.Second);

    private Dictionary<string, IdempotencyRow> Seen(IReadOnlyList<string> keys) =>
        connected
            .First(
                "SELECT key, hash, stream, recorded_at FROM idempotency WHERE key = @p0",
                [.. keys.Select(key => new object?[] { key })],
                reader => new IdempotencyRow
                {
                    Key = reader.GetString(0),
                    Hash = (byte[])reader.GetValue(1),
                    Stream = reader.GetString(2),
                    RecordedAt = Moments.FromMicros(reader.GetInt64(3)),
                }
            )
            .OfType<IdempotencyRow>()
            .ToDictionary(row => row.Key);

    private Dictionary<RegisterBook, int> LastNumbers(IReadOnlyList<RegisterBook> books) =>
        books
            .Zip(
                connected.First(
                    "SELECT number FROM register_entries WHERE office = @p0 AND year = @p1 AND book = @p2 ORDER BY number DESC LIMIT 1",
                    [.. books.Select(book => new object?[] { book.Office.Value, book.Year, book.Book })],
                    reader => reader.GetInt32(0)
                )
            )
            .ToDictionary(one => one.First, one => one.Second);

    private HashSet<(string Stream, KeyPurpose Purpose, Institution Institution, Institution Custodian)> LivingKeys(IReadOnlyList<KeyRow> keys) =>
        [
            .. keys.Zip(
                    connected.First(
                        "SELECT 1 FROM keys WHERE stream = @p0 AND purpose = @p1 AND institution = @p2 AND custodian = @p3 AND wrapped IS NOT NULL LIMIT 1",
                        [.. keys.Select(key => new object?[] { key.Stream, key.Purpose.Code(), key.Institution.Code(), key.Custodian.Code() })],
                        _ => true
                    )
                )
                .Where(one => one.Second)
                .Select(one => (one.First.Stream, one.First.Purpose, one.First.Institution, one.First.Custodian)),
        ];
}
