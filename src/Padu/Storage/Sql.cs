using System.Data;
using System.Data.Common;

namespace Padu.Storage;

/// <summary>An open connection with its prepared commands.</summary>
internal sealed class Connected(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = [];

    public DbConnection Connection => connection;

    /// <summary>A prepared command with its values; the parameters are <c>@p0</c>, <c>@p1</c> and so on.</summary>
    public DbCommand Prepare(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{i}";
                command.Parameters.Add(parameter);
            }

            _prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    public int Run(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    public object? Scalar(string sql, params ReadOnlySpan<object?> values) =>
        Prepare(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    public DbDataReader Read(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteReader();

    /// <summary>One query asked with many sets of values, answered in their order: the first row of each, or nothing. One round trip where there is any.</summary>
    public List<T?> First<T>(string sql, IReadOnlyList<object?[]> sets, Func<DbDataReader, T> read)
    {
        var found = new List<T?>(sets.Count);
        if (!connection.CanCreateBatch || sets.Count == 0)
        {
            foreach (var values in sets)
            {
                using var one = Read(sql, values);
                found.Add(one.Read() ? read(one) : default);
            }

            return found;
        }

        using var batch = connection.CreateBatch();
        foreach (var values in sets)
        {
            batch.BatchCommands.Add(Of(batch, sql, values));
        }

        using var reader = batch.ExecuteReader();
        do
        {
            found.Add(reader.Read() ? read(reader) : default);
        } while (reader.NextResult());
        return found;
    }

    private static DbBatchCommand Of(DbBatch batch, string sql, object?[] values)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }
}

/// <summary>Open connections for hand-written reads, given back after use.</summary>
internal sealed class ReadPool(Database database) : IDisposable
{
    private readonly System.Collections.Concurrent.ConcurrentBag<Connected> _idle = [];
    private bool _closed;

    public T Use<T>(Func<Connected, T> read)
    {
        var isIdle = _idle.TryTake(out var idle);
        var connected = isIdle ? idle! : Open();
        try
        {
            var result = read(connected);
            if (_closed)
            {
                connected.Dispose();
            }
            else
            {
                _idle.Add(connected);
            }

            return result;
        }
        catch (Exception e)
        {
            // Its state is unknown; a new one costs little.
            var isBroken = connected.Connection.State != ConnectionState.Open;
            connected.Dispose();
            if (!database.IsUnavailable(e))
            {
                throw;
            }

            // The others stood to the same server: each would cost somebody an answer when it is back.
            Drain();
            if (isIdle && isBroken)
            {
                return Use(read);
            }

            throw new StorageUnavailableException("The database cannot be read now.", e);
        }
    }

    public void Dispose()
    {
        _closed = true;
        Drain();
    }

    private void Drain()
    {
        while (_idle.TryTake(out var connected))
        {
            connected.Dispose();
        }
    }

    private Connected Open()
    {
        try
        {
            return new Connected(database.OpenForReading());
        }
        catch (Exception e) when (database.IsUnavailable(e))
        {
            throw new StorageUnavailableException("The database cannot be opened now.", e);
        }
    }
}
