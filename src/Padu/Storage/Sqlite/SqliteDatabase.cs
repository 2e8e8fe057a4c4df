using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Padu.Storage;

/// <summary>The normal case of one office: one file in WAL, every commit forced to the disk.</summary>
internal sealed class SqliteDatabase(string file) : Database
{
    // Busy, locked, read-only, I/O, full, cannot open: the file or its disk, not the row.
    private static readonly int[] OfTheFile = [5, 6, 8, 10, 13, 14];

    /// <summary>How long another process may hold the file before a writer gives up, in seconds.</summary>
    private const int BusySeconds = 5;

    public override string BeginWrite => "BEGIN IMMEDIATE";

    public override string BeginSnapshot => "BEGIN";

    public override string TableNames => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";

    public override string Size => "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";

    public override void AddContexts(IServiceCollection services, ModelAssemblies assemblies) =>
        AddContexts<SqlitePaduDb>(services, assemblies);

    public override PaduDb NewContext(ModelAssemblies assemblies) => new SqlitePaduDb(Options<SqlitePaduDb>(assemblies));

    public override DbConnection OpenForWriting() =>
        Open("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000; PRAGMA secure_delete = ON;");

    public override DbConnection OpenForReading() => Open("");

    public override DbConnection OpenForMaintenance() => OpenForWriting();

    /// <summary>One file has one machine; its operator does not rebuild twice at once.</summary>
    public override void HoldMaintenance(Connected connected) { }

    public override void Write(Connected connected, RowStatement statement, IReadOnlyList<object?[]> rows)
    {
        var list = string.Join(", ", Enumerable.Range(0, statement.Types.Length).Select(i => $"@p{i}"));
        var sql = $"{statement.Before} VALUES ({list}) {statement.After}";
        foreach (var row in rows)
        {
            connected.Run(sql, row);
        }
    }

    public override bool IsUnavailable(Exception failure) =>
        failure is SqliteException sqlite && OfTheFile.Contains(sqlite.SqliteErrorCode);

    public override bool Scrub(DbConnection writer)
    {
        // The overwritten page reaches the main file, and the log that held the old one is cut. The first column says that a reader was in the way.
        using var command = writer.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        using var answer = command.ExecuteReader();
        return answer.Read() && answer.GetInt64(0) == 0;
    }

    public override void ScrubWhole(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM";
        command.ExecuteNonQuery();
        Scrub(connection);
    }

    public override void CopyTo(string target, ModelAssemblies assemblies)
    {
        using var source = (SqliteConnection)OpenForReading();
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ConnectionString);
        copy.Open();
        source.BackupDatabase(copy);
    }

    public override IEnumerable<string> CheckFiles(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (reader.GetString(0) is var line and not "ok")
            {
                yield return line;
            }
        }
    }

    /// <summary>The last connection to go takes the log into the file.</summary>
    public override void Dispose()
    {
        using var any = new SqliteConnection(ConnectionString(pooling: true));
        SqliteConnection.ClearPool(any);
        base.Dispose();
    }

    protected override void Use(DbContextOptionsBuilder options) =>
        options.UseSqlite(ConnectionString(pooling: true)).AddInterceptors(new Pragmas());

    private SqliteConnection Open(string pragmas)
    {
        var connection = new SqliteConnection(ConnectionString(pooling: false));
        connection.Open();
        Settle(connection, pragmas);
        return connection;
    }

    private string ConnectionString(bool pooling) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = pooling,
            DefaultTimeout = BusySeconds,
        }.ConnectionString;

    private static void Settle(DbConnection connection, string more)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456;"
            + $"PRAGMA busy_timeout = {BusySeconds * 1000};"
            + more;
        command.ExecuteNonQuery();
    }

    /// <summary>These settings belong to a connection, not to the file.</summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Settle(connection, "");

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            Settle(connection, "");
            return Task.CompletedTask;
        }
    }
}
