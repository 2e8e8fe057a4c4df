using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>A stored event does not open with its own key: the row was changed. Nothing of it is shown as if it were sound.</summary>
public sealed class JournalDamagedException(long position)
    : Exception($"The event at position {position} does not open with its key; run 'padu verify'.");

/// <summary>Reading what was written, opened where the reader's rule allows.</summary>
public sealed partial class Journal
{
    /// <summary>The position of the last event; 0 where there is none. What follows from the journal alone has not changed while it stands.</summary>
    public long Head() => _reader.Head();

    /// <summary>Every event of a stream, in order; <paramref name="mayOpen"/> answers for each sealed part.</summary>
    public Task<IReadOnlyList<Recorded<TEvent>>> History<TState, TEvent>(
        StreamKind<TState, TEvent> kind,
        Guid id,
        Func<SealedPart, bool> mayOpen,
        CancellationToken cancel = default
    )
        where TState : class
        where TEvent : class
    {
        cancel.ThrowIfCancellationRequested();
        var (events, keys) = _reader.Stream(StreamKinds.StreamOf(kind, id));
        return Task.FromResult<IReadOnlyList<Recorded<TEvent>>>([.. events.Select(row => Open<TEvent>(kind, id, row, keys, mayOpen))]);
    }

    /// <summary>One event of each of many streams, for the titles of a list: two queries whatever the number.</summary>
    public Task<IReadOnlyDictionary<Guid, Recorded<TEvent>>> OpenMany<TState, TEvent>(
        StreamKind<TState, TEvent> kind,
        IReadOnlyCollection<(Guid Id, int Version)> events,
        Func<SealedPart, bool> mayOpen,
        CancellationToken cancel = default
    )
        where TState : class
        where TEvent : class
    {
        cancel.ThrowIfCancellationRequested();
        var ids = events.ToDictionary(one => StreamKinds.StreamOf(kind, one.Id), one => one.Id);
        var (rows, keys) = _reader.Many([.. events.Select(one => (StreamKinds.StreamOf(kind, one.Id), one.Version))]);
        return Task.FromResult<IReadOnlyDictionary<Guid, Recorded<TEvent>>>(
            rows.ToDictionary(row => ids[row.Stream], row => Open<TEvent>(kind, ids[row.Stream], row, keys[row.Stream], mayOpen))
        );
    }

    /// <summary>Several events of several streams, in the journal's order: two queries whatever the number.</summary>
    public Task<IReadOnlyList<Recorded<TEvent>>> OpenAll<TState, TEvent>(
        StreamKind<TState, TEvent> kind,
        IReadOnlyCollection<(Guid Id, int Version)> events,
        Func<SealedPart, bool> mayOpen,
        CancellationToken cancel = default
    )
        where TState : class
        where TEvent : class
    {
        cancel.ThrowIfCancellationRequested();
        var ids = events.Select(one => one.Id).Distinct().ToDictionary(id => StreamKinds.StreamOf(kind, id));
        var (rows, keys) = _reader.Many([.. events.Select(one => (StreamKinds.StreamOf(kind, one.Id), one.Version))]);
        return Task.FromResult<IReadOnlyList<Recorded<TEvent>>>([
            .. rows.OrderBy(row => row.Position).Select(row => Open<TEvent>(kind, ids[row.Stream], row, keys[row.Stream], mayOpen)),
        ]);
    }

    private Recorded<TEvent> Open<TEvent>(IStreamKind kind, Guid id, EventRow row, StreamKeys keys, Func<SealedPart, bool> mayOpen)
        where TEvent : class
    {
        var keyRow = keys.RowOf(row.KeyId);
        var key = keys.ById(row.KeyId);
        OfficeCode? office = row.Office is { } code ? new(code) : null;
        var opens = key is not null && mayOpen(new SealedPart(row.Type, key.Purpose, key.Institution, keys.OtherKeeperOf(key), office));
        var privateJson = opens
            ? Sealing.Open(key!.Bytes, row.KeyId, row.Stream, row.Version, row.Type, row.Private, row.Commitment)
                ?? throw new JournalDamagedException(row.Position)
            : [];
        return new Recorded<TEvent>(
            row.Position,
            id,
            row.Version,
            row.Type,
            (TEvent)_serializer.Read(kind, row.Type, row.Public, privateJson),
            row.OccurredAt,
            row.RecordedAt,
            row.Actor,
            office,
            Opened: opens,
            Erased: keyRow is null || key is null
        );
    }
}
