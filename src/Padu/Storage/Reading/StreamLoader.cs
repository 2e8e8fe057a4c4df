namespace Padu.Storage;

/// <summary>Folds streams, and remembers the folds.</summary>
internal sealed class StreamLoader(EventReader reader, EventSerializer serializer, Snapshots snapshots)
{
    /// <summary>The stream as it stands now: the remembered fold if no event was added since, else a new fold.</summary>
    public Snapshot Now(IStreamKind kind, Guid id)
    {
        var stream = StreamKinds.StreamOf(kind, id);
        return snapshots.Find(stream) is { } known && known.Version == reader.VersionOf(stream) ? known : Fold(kind, stream);
    }

    /// <summary>The remembered fold without asking, else as it stands now. For those who find out when they write.</summary>
    public Snapshot Likely(IStreamKind kind, Guid id)
    {
        var stream = StreamKinds.StreamOf(kind, id);
        return snapshots.Find(stream) ?? Fold(kind, stream);
    }

    private object Fold(IStreamKind kind, object state, IEnumerable<EventRow> events) =>
        events.Aggregate(state, (folded, row) => kind.Fold(folded, serializer.Read(kind, row.Type, row.Public), row.OccurredAt));

    private Snapshot Fold(IStreamKind kind, string stream)
    {
        var (events, keys) = reader.Stream(stream);
        var snapshot = new Snapshot(Fold(kind, kind.EmptyState, events), events.Count, keys);
        if (snapshot.Version > 0)
        {
            snapshots.Put(stream, snapshot);
        }

        return snapshot;
    }
}
