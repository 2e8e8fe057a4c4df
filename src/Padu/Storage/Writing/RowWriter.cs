using System.Diagnostics;
using System.Globalization;

namespace Padu.Storage;

/// <summary>
/// Writes rows of any table of the model; the only SQL that writes read and side tables. Rows gather until they are flushed, then go a table at a
/// time; a key that comes again is flushed first, so that the order of the callers is kept.
/// </summary>
/// <param name="nameOf">The name a table goes by, where it is not its own.</param>
internal sealed class RowWriter(Database database, Connected connected, TableShapes shapes, Func<string, string>? nameOf = null)
{
    private readonly Dictionary<(TableShape Shape, Act Act), List<object?[]>> _waiting = [];
    private readonly HashSet<(TableShape Shape, RowKey Key)> _keys = [];
    private readonly Dictionary<(TableShape Shape, Act Act), RowStatement> _statements = [];

    private enum Act
    {
        // Also the order in which they are written: a unique value is given up before somebody else takes it.
        Delete,
        Insert,
        Upsert,
    }

    public int Waiting => _keys.Count;

    public void Insert(object row) => Add(row, Act.Insert);

    public void Upsert(object row) => Add(row, Act.Upsert);

    public void Delete(object row) => Add(row, Act.Delete);

    public void Flush()
    {
        foreach (var (target, rows) in _waiting.Where(one => one.Value.Count > 0).OrderBy(one => one.Key.Act))
        {
            database.Write(connected, StatementOf(target), rows);
            rows.Clear();
        }

        _keys.Clear();
    }

    /// <summary>Forgets what waits: its transaction is gone.</summary>
    public void Clear()
    {
        _waiting.Clear();
        _keys.Clear();
    }

    private void Add(object row, Act act)
    {
        var shape = shapes.Of(row);
        var key = shape.KeyValues(row);
        if (!_keys.Add((shape, new RowKey(key))))
        {
            Flush();
            _keys.Add((shape, new RowKey(key)));
        }

        if (!_waiting.TryGetValue((shape, act), out var rows))
        {
            _waiting.Add((shape, act), rows = []);
        }

        rows.Add(act == Act.Delete ? key : shape.Values(row));
    }

    private RowStatement StatementOf((TableShape Shape, Act Act) target)
    {
        if (!_statements.TryGetValue(target, out var statement))
        {
            var table = nameOf?.Invoke(target.Shape.Table) ?? target.Shape.Table;
            statement = target.Act switch
            {
                Act.Delete => target.Shape.DeleteFrom(table),
                Act.Insert => target.Shape.InsertInto(table),
                Act.Upsert => target.Shape.UpsertInto(table),
                _ => throw new UnreachableException(),
            };
            _statements.Add(target, statement);
        }

        return statement;
    }

    /// <summary>Whether the table holds exactly <paramref name="seen"/>; for null, whether it holds no row with the key of <paramref name="row"/>.</summary>
    public bool Holds(object? seen, object row)
    {
        Flush();
        var shape = shapes.Of(row);
        using var reader = connected.Read(shape.Select, shape.KeyValues(row));
        if (!reader.Read())
        {
            return seen is null;
        }

        if (seen is null)
        {
            return false;
        }

        var expected = shape.Values(seen);
        for (var i = 0; i < expected.Length; i++)
        {
            if (!Same(expected[i], reader.GetValue(i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A value as it is given and as a database gives it back.</summary>
    private static bool Same(object? given, object stored) =>
        (given, stored) switch
        {
            (null, DBNull) => true,
            (null, _) or (_, DBNull) => false,
            (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
            (bool a, long b) => (a ? 1 : 0) == b,
            (Guid a, string b) => Guid.TryParse(b, out var guid) && guid == a,
            (int or short or byte or long, _) => Convert.ToInt64(given, CultureInfo.InvariantCulture) == Convert.ToInt64(stored, null),
            _ => given.Equals(stored),
        };

    /// <summary>A key by its values.</summary>
    private readonly record struct RowKey(object?[] Values)
    {
        public bool Equals(RowKey other) => Values.AsSpan().SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Aggregate(0, (hash, value) => HashCode.Combine(hash, value));
    }
}
