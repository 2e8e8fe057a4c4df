using System.Collections.Immutable;
using System.Globalization;
using Padu.Domain;

namespace Padu.Storage;

/// <summary>Reads what a batch needs and writes what its plan says, inside the writer's transaction.</summary>
internal sealed class BatchStore(Connected connected, TableShapes shapes)
{
    private readonly RowWriter _rows = new(connected, shapes);

    public BatchRead Read(IReadOnlyList<WriteRequest> requests) =>
        new()
        {
            Head = connected.Scalar("SELECT position FROM journal_head WHERE id = 1") is { } head
                ? Convert.ToInt64(head, CultureInfo.InvariantCulture)
                : 0,
            Versions = requests
                .SelectMany(request => request.Appends)
                .Select(append => append.Stream)
                .Distinct()
                .ToDictionary(stream => stream, VersionOf),
            Seen = requests
                .Select(request => request.Idempotency?.Key)
                .OfType<string>()
                .Distinct()
                .Select(SeenBefore)
                .OfType<IdempotencyRow>()
                .ToDictionary(row => row.Key),
            LastNumbers = requests
                .SelectMany(request => request.Appends)
                .SelectMany(append => append.Events)
                .SelectMany(pending => pending.Registers)
                .Distinct()
                .ToDictionary(book => book, LastNumberIn),
            LivingKeys =
            [
                .. requests
                    .SelectMany(request => request.NewKeys)
                    .Where(IsLiving)
                    .Select(key => (key.Stream, key.Purpose, key.Institution, key.Custodian)),
            ],
        };

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

    private int VersionOf(string stream) =>
        connected.Scalar("SELECT version FROM events WHERE stream = @p0 ORDER BY version DESC LIMIT 1", stream) is { } version
            ? Convert.ToInt32(version, CultureInfo.InvariantCulture)
            : 0;

    private int LastNumberIn(RegisterBook book) =>
        connected.Scalar(
            "SELECT number FROM register_entries WHERE office = @p0 AND year = @p1 AND book = @p2 ORDER BY number DESC LIMIT 1",
            book.Office.Value,
            book.Year,
            book.Book
        )
            is { } number
            ? Convert.ToInt32(number, CultureInfo.InvariantCulture)
            : 0;

    private bool IsLiving(KeyRow key) =>
        connected.Scalar(
            "SELECT 1 FROM keys WHERE stream = @p0 AND purpose = @p1 AND institution = @p2 AND custodian = @p3 AND wrapped IS NOT NULL LIMIT 1",
            key.Stream,
            key.Purpose.Code(),
            key.Institution.Code(),
            key.Custodian.Code()
        )
            is not null;

    private IdempotencyRow? SeenBefore(string key)
    {
        using var reader = connected.Read("SELECT hash, stream, recorded_at FROM idempotency WHERE key = @p0", key);
        return reader.Read()
            ? new IdempotencyRow
            {
                Key = key,
                Hash = (byte[])reader.GetValue(0),
                Stream = reader.GetString(1),
                RecordedAt = Moments.FromMicros(reader.GetInt64(2)),
            }
            : null;
    }
}
