namespace Padu.Storage;

/// <summary>A folded stream with its keys. The state was folded from stored public parts, never from what a caller held in hand.</summary>
internal sealed record Snapshot(object State, int Version, StreamKeys Keys);

/// <summary>The streams last used. An entry may be old where another process writes: whoever uses it compares versions.</summary>
internal sealed class Snapshots
{
    private const int Limit = 10_000;
    private readonly Dictionary<string, LinkedListNode<(string Stream, Snapshot Snapshot)>> _entries = [];
    private readonly LinkedList<(string Stream, Snapshot Snapshot)> _byUse = [];
    private readonly Lock _lock = new();

    public Snapshot? Find(string stream)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(stream, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Snapshot;
        }
    }

    public void Put(string stream, Snapshot snapshot)
    {
        lock (_lock)
        {
            if (_entries.Remove(stream, out var old))
            {
                _byUse.Remove(old);
            }

            _entries[stream] = _byUse.AddFirst((stream, snapshot));
            if (_entries.Count > Limit)
            {
                _entries.Remove(_byUse.Last!.Value.Stream);
                _byUse.RemoveLast();
            }
        }
    }

    public void Forget(string stream)
    {
        lock (_lock)
        {
            if (_entries.Remove(stream, out var node))
            {
                _byUse.Remove(node);
            }
        }
    }
}
