using System.Globalization;

namespace Padu.Storage;

/// <summary>Writes rows of any table of the model through prepared commands; the only SQL that writes read and side tables.</summary>
internal sealed class RowWriter(Connected connected, TableShapes shapes)
{
    public void Insert(object row)
    {
        var shape = shapes.Of(row);
        connected.Run(shape.Insert, shape.Values(row));
    }

    public void Upsert(object row)
    {
        var shape = shapes.Of(row);
        connected.Run(shape.Upsert, shape.Values(row));
    }

    public void Delete(object row)
    {
        var shape = shapes.Of(row);
        connected.Run(shape.Delete, shape.KeyValues(row));
    }

    /// <summary>Whether the table holds exactly <paramref name="seen"/>; for null, whether it holds no row with the key of <paramref name="row"/>.</summary>
    public bool Holds(object? seen, object row)
    {
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
}
