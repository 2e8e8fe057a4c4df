namespace Padu.Storage;

/// <summary>
/// Takes the rows that folds give and writes many at a time; where one is not taken, stream by stream, so that it is known whose it was.
/// </summary>
/// <param name="failed">Told of a stream whose rows no table takes; null throws. Then the caller holds a transaction.</param>
internal sealed class RefoldSink(
    Database database,
    Connected target,
    TableShapes shapes,
    RefoldTables names,
    Action<string, Exception>? failed
)
{
    private static readonly Type[] MarkTypes = [typeof(string), typeof(int), typeof(string), typeof(string), typeof(long), typeof(int)];
    private readonly RowWriter _writer = new(database, target, shapes, names.NameOf);
    private readonly RowStatement _mark = new($"INSERT INTO {names.Marks} (office, year, book, stream, position, ordinal)", MarkTypes);
    private readonly List<object?[]> _marks = [];
    private readonly List<(string Stream, List<object> Rows)> _taken = [];

    public int Waiting { get; private set; }

    public void Mark(RegisterBook book, string stream, long position, int ordinal)
    {
        _marks.Add([book.Office.Value, book.Year, book.Book, stream, position, ordinal]);
        Waiting++;
    }

    public void Take(string stream, List<object> rows)
    {
        _taken.Add((stream, rows));
        Waiting += rows.Count;
    }

    public void Flush()
    {
        if (_marks.Count > 0)
        {
            database.Write(target, _mark, _marks);
        }

        if (failed is null)
        {
            Write(_taken);
        }
        else if (!TryWrite(_taken, out _))
        {
            foreach (var one in _taken)
            {
                if (!TryWrite([one], out var failure))
                {
                    // A stream whose events were tampered with may fold into a row that no table takes.
                    failed(one.Stream, failure!);
                }
            }
        }

        _marks.Clear();
        _taken.Clear();
        Waiting = 0;
    }

    private bool TryWrite(IEnumerable<(string Stream, List<object> Rows)> taken, out Exception? failure)
    {
        target.Run("SAVEPOINT fold");
        try
        {
            Write(taken);
            failure = null;
        }
        catch (Exception e) when (!database.IsUnavailable(e))
        {
            _writer.Clear();
            target.Run("ROLLBACK TO SAVEPOINT fold");
            failure = e;
        }

        target.Run("RELEASE SAVEPOINT fold");
        return failure is null;
    }

    private void Write(IEnumerable<(string Stream, List<object> Rows)> taken)
    {
        foreach (var row in taken.SelectMany(one => one.Rows))
        {
            _writer.Upsert(row);
        }

        _writer.Flush();
    }
}
