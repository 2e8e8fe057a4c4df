using System.Data.Common;

namespace Padu.Storage;

/// <summary>Under which names the rows of a refold are put: shadow tables of a rebuild, or temporary ones of a verification.</summary>
internal sealed record RefoldTables(Func<string, string> NameOf, string Marks, bool AreTemporary);

/// <summary>
/// Folds the journal stream by stream, one in memory at a time, and writes the rows each state gives. Register marks are collected on
/// the way and numbered afterwards in the order of positions.
/// </summary>
internal sealed class Refolding(StreamKinds kinds, EventSerializer serializer, TableShapes shapes, ReadTables tables)
{
    private const int RowsPerTransaction = 5_000;
    private const string Columns = "position, stream, type, occurred_at, public";

    public void Create(Connected target, RefoldTables names)
    {
        foreach (var shape in tables.All)
        {
            Execute(target, $"DROP TABLE IF EXISTS {names.NameOf(shape.Table)}");
            Execute(target, Temporary(ReadTables.Create(shape, names.NameOf(shape.Table)), names));
        }

        Execute(target, $"DROP TABLE IF EXISTS {names.Marks}");
        Execute(
            target,
            Temporary(
                $"CREATE TABLE {names.Marks} (office TEXT NOT NULL, year INTEGER NOT NULL, book TEXT NOT NULL, stream TEXT NOT NULL, position INTEGER NOT NULL, ordinal INTEGER NOT NULL)",
                names
            )
        );
    }

    public void Drop(Connected target, RefoldTables names)
    {
        foreach (var shape in tables.All)
        {
            Execute(target, $"DROP TABLE IF EXISTS {names.NameOf(shape.Table)}");
        }

        Execute(target, $"DROP TABLE IF EXISTS {names.Marks}");
    }

    /// <summary>The register numbers that the marks give.</summary>
    public static string Numbered(RefoldTables names) =>
        "SELECT office, year, book, ROW_NUMBER() OVER (PARTITION BY office, year, book ORDER BY position, ordinal) AS number, stream, position "
        + $"FROM {names.Marks}";

    /// <summary>Folds every stream up to a position.</summary>
    /// <param name="begin">How the target's transactions begin; null where the caller holds one.</param>
    /// <param name="failed">Told of a stream that cannot be folded; null throws.</param>
    public void All(
        Connected source,
        Connected target,
        RefoldTables names,
        long upTo,
        string? begin,
        Action<long>? progress = null,
        Action<string, Exception>? failed = null
    ) =>
        Run(
            source,
            target,
            names,
            $"SELECT {Columns} FROM events WHERE position <= @p0 ORDER BY stream, version",
            [upTo],
            begin,
            progress,
            failed
        );

    /// <summary>Folds one stream again; its rows replace what an earlier fold gave.</summary>
    public void One(Connected source, Connected target, RefoldTables names, string stream)
    {
        target.Run($"DELETE FROM {names.Marks} WHERE stream = @p0", stream);
        Run(source, target, names, $"SELECT {Columns} FROM events WHERE stream = @p0 ORDER BY version", [stream], null, null, null);
    }

    internal static void Execute(Connected connected, string sql)
    {
        using var command = connected.Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Run(
        Connected source,
        Connected target,
        RefoldTables names,
        string sql,
        object?[] values,
        string? begin,
        Action<long>? progress,
        Action<string, Exception>? failed
    )
    {
        var folded = new Folded(null, null, Guid.Empty, null);
        var events = 0L;
        var rows = 0;
        Begin();
        using (var reader = source.Read(sql, values))
        {
            while (reader.Read())
            {
                var stream = reader.GetString(1);
                if (stream != folded.Stream)
                {
                    rows += Write(target, names, folded, failed);
                    folded = Start(stream, failed);
                    if (begin is not null && rows >= RowsPerTransaction)
                    {
                        target.Run("COMMIT");
                        rows = 0;
                        Begin();
                    }
                }

                folded = Next(folded, reader, target, names, failed);
                if (++events % 10_000 == 0)
                {
                    progress?.Invoke(events);
                }
            }
        }

        Write(target, names, folded, failed);
        if (begin is not null)
        {
            target.Run("COMMIT");
        }

        progress?.Invoke(events);

        void Begin()
        {
            if (begin is not null)
            {
                target.Run(begin);
            }
        }
    }

    private Folded Start(string stream, Action<string, Exception>? failed)
    {
        try
        {
            var (kind, id) = kinds.Of(stream);
            return new Folded(stream, kind, id, kind.EmptyState);
        }
        catch (InvalidOperationException e) when (failed is not null)
        {
            failed(stream, e);
            return new Folded(stream, null, Guid.Empty, null);
        }
    }

    private Folded Next(Folded folded, DbDataReader reader, Connected target, RefoldTables names, Action<string, Exception>? failed)
    {
        if (folded is not { Kind: { } kind, State: { } state })
        {
            return folded;
        }

        try
        {
            var fact = serializer.Read(kind, reader.GetString(2), (byte[])reader.GetValue(4));
            var ordinal = 0;
            foreach (var book in kind.RegistersOf(fact))
            {
                target.Run(
                    $"INSERT INTO {names.Marks} VALUES (@p0, @p1, @p2, @p3, @p4, @p5)",
                    book.Office.Value,
                    book.Year,
                    book.Book,
                    folded.Stream,
                    reader.GetInt64(0),
                    ordinal++
                );
            }

            return folded with
            {
                State = kind.Fold(state, fact, Moments.FromMicros(reader.GetInt64(3))),
            };
        }
        catch (Exception e) when (failed is not null)
        {
            failed(folded.Stream!, e);
            return folded with { State = null };
        }
    }

    private int Write(Connected target, RefoldTables names, Folded folded, Action<string, Exception>? failed)
    {
        if (folded is not { Kind: { } kind, State: { } state })
        {
            return 0;
        }

        try
        {
            var count = 0;
            foreach (var row in kind.RowsOf(folded.Id, state))
            {
                var shape = shapes.Of(row);
                target.Run(shape.UpsertInto(names.NameOf(shape.Table)), shape.Values(row));
                count++;
            }

            return count;
        }
        catch (Exception e) when (failed is not null)
        {
            // A stream whose events were tampered with may fold into a row that no table takes.
            failed(folded.Stream!, e);
            return 0;
        }
    }

    private static string Temporary(string create, RefoldTables names) =>
        names.AreTemporary ? create.Replace("CREATE TABLE", "CREATE TEMP TABLE", StringComparison.Ordinal) : create;

    private sealed record Folded(string? Stream, IStreamKind? Kind, Guid Id, object? State);
}
