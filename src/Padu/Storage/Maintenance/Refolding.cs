namespace Padu.Storage;

/// <summary>Under which names the rows of a refold are put: shadow tables of a rebuild, or temporary ones of a verification.</summary>
internal sealed record RefoldTables(Func<string, string> NameOf, string Marks, bool AreTemporary);

/// <summary>
/// Folds the journal stream by stream, one in memory at a time, and writes the rows each state gives. Register marks are collected on
/// the way and numbered afterwards in the order of positions.
/// </summary>
internal sealed class Refolding(Database database, StreamKinds kinds, EventSerializer serializer, TableShapes shapes, ReadTables tables)
{
    private const int EventsAPage = 1_000;
    private const int RowsAtOnce = 5_000;
    private const string Columns = "position, stream, version, type, occurred_at, public";

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
                $"CREATE TABLE {names.Marks} (office TEXT NOT NULL, year INTEGER NOT NULL, book TEXT NOT NULL, stream TEXT NOT NULL, position BIGINT NOT NULL, ordinal INTEGER NOT NULL)",
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
    /// <param name="commits">Whether the target commits on the way; false where the caller holds a transaction.</param>
    /// <param name="failed">Told of a stream that cannot be folded; null throws.</param>
    public void All(
        Connected source,
        Connected target,
        RefoldTables names,
        long upTo,
        bool commits,
        Action<long>? progress = null,
        Action<string, Exception>? failed = null
    ) =>
        Run(
            (stream, version) =>
                Page(
                    source,
                    $"SELECT {Columns} FROM events WHERE position <= @p0 AND (stream, version) > (@p1, @p2) ORDER BY stream, version LIMIT {EventsAPage}",
                    upTo,
                    stream,
                    version
                ),
            target,
            names,
            commits,
            progress,
            failed
        );

    /// <summary>Folds one stream again; its rows replace what an earlier fold gave.</summary>
    public void One(Connected source, Connected target, RefoldTables names, string stream)
    {
        target.Run($"DELETE FROM {names.Marks} WHERE stream = @p0", stream);
        Run(
            (_, version) =>
                Page(
                    source,
                    $"SELECT {Columns} FROM events WHERE stream = @p0 AND version > @p1 ORDER BY version LIMIT {EventsAPage}",
                    stream,
                    version
                ),
            target,
            names,
            commits: false,
            progress: null,
            failed: null
        );
    }

    internal static void Execute(Connected connected, string sql)
    {
        using var command = connected.Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Pages, because a connection that is still reading takes no writes, and a verification has one connection for both.</summary>
    private static List<StoredFact> Page(Connected source, string sql, params ReadOnlySpan<object?> values)
    {
        var page = new List<StoredFact>(EventsAPage);
        using var reader = source.Read(sql, values);
        while (reader.Read())
        {
            page.Add(
                new StoredFact(
                    reader.GetInt64(0),
                    reader.GetString(1),
                    reader.GetInt32(2),
                    reader.GetString(3),
                    reader.GetInt64(4),
                    (byte[])reader.GetValue(5)
                )
            );
        }

        return page;
    }

    private void Run(
        Func<string, int, List<StoredFact>> next,
        Connected target,
        RefoldTables names,
        bool commits,
        Action<long>? progress,
        Action<string, Exception>? failed
    )
    {
        var sink = new RefoldSink(database, target, shapes, names, failed);
        var folded = new Folded("", null, Guid.Empty, null);
        var events = 0L;
        for (var page = next("", 0); page.Count > 0; page = next(page[^1].Stream, page[^1].Version))
        {
            foreach (var fact in page)
            {
                if (fact.Stream != folded.Stream)
                {
                    Finish(folded, sink, failed);
                    folded = Start(fact.Stream, failed);
                    if (sink.Waiting >= RowsAtOnce)
                    {
                        Flush();
                    }
                }

                folded = Next(folded, fact, sink, failed);
                if (++events % 10_000 == 0)
                {
                    progress?.Invoke(events);
                }
            }
        }

        Finish(folded, sink, failed);
        Flush();
        progress?.Invoke(events);

        void Flush()
        {
            if (commits)
            {
                target.Run("BEGIN");
            }

            sink.Flush();
            if (commits)
            {
                target.Run("COMMIT");
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

    private Folded Next(Folded folded, StoredFact stored, RefoldSink sink, Action<string, Exception>? failed)
    {
        if (folded is not { Kind: { } kind, State: { } state })
        {
            return folded;
        }

        try
        {
            var fact = serializer.Read(kind, stored.Type, stored.Public);
            var ordinal = 0;
            foreach (var book in kind.RegistersOf(fact))
            {
                sink.Mark(book, folded.Stream, stored.Position, ordinal++);
            }

            return folded with
            {
                State = kind.Fold(state, fact, Moments.FromMicros(stored.OccurredAt)),
            };
        }
        catch (Exception e) when (failed is not null)
        {
            failed(folded.Stream, e);
            return folded with { State = null };
        }
    }

    private static void Finish(Folded folded, RefoldSink sink, Action<string, Exception>? failed)
    {
        if (folded is not { Kind: { } kind, State: { } state })
        {
            return;
        }

        try
        {
            sink.Take(folded.Stream, [.. kind.RowsOf(folded.Id, state)]);
        }
        catch (Exception e) when (failed is not null)
        {
            failed(folded.Stream, e);
        }
    }

    private static string Temporary(string create, RefoldTables names) =>
        names.AreTemporary ? create.Replace("CREATE TABLE", "CREATE TEMP TABLE", StringComparison.Ordinal) : create;

    private sealed record StoredFact(long Position, string Stream, int Version, string Type, long OccurredAt, byte[] Public);

    private sealed record Folded(string Stream, IStreamKind? Kind, Guid Id, object? State);
}
