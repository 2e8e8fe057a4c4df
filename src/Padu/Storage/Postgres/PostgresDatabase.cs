using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Padu.Storage;

/// <summary>When there are several nodes or millions of cases: a server by connection string, every commit forced to its disk by default.</summary>
internal sealed class PostgresDatabase : Database
{
    /// <summary>Advisory locks are numbers: the writer's place and that of a rebuild in this database.</summary>
    private const long WriterPlace = 0x7061_6475_01;
    private const long MaintenancePlace = 0x7061_6475_02;

    // Classes of states: connection, resources, operator, system; and out of authorization, which an operator changes.
    private static readonly string[] OfTheServer = ["08", "28", "53", "57", "58", "3D"];

    // Not available within the time, read-only: a standby that is not promoted yet.
    private static readonly string[] Busy = ["55P03", "25006"];

    private readonly string _pooled;
    private readonly string _own;
    private readonly string _maintenance;

    /// <exception cref="StartRefusedException">It is no connection string; it is never shown, for it holds a password.</exception>
    public PostgresDatabase(string connectionString)
    {
        try
        {
            var given = new NpgsqlConnectionStringBuilder(connectionString);
            given.ApplicationName ??= "padu";
            given.MaxAutoPrepare = 100;
            given.AutoPrepareMinUsages = 2;
            given.NoResetOnClose = true;
            // A row's values never reach a log.
            given.IncludeErrorDetail = false;
            given.Timeout = Math.Min(given.Timeout, 5);
            _pooled = given.ConnectionString;
            // A plan made while a table was empty must not stay a scan: what these connections ask is always by a key.
            given.Pooling = false;
            var options = given.Options;
            given.Options = $"{options} -c enable_seqscan=off".TrimStart();
            _own = given.ConnectionString;
            given.Options = options;
            given.CommandTimeout = 0;
            _maintenance = given.ConnectionString;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StartRefusedException(
                "The connection string of PostgreSQL cannot be read. It looks like Host=db.example;Database=padu;Username=padu;Password=…"
            );
        }
    }

    // Two statements: under READ COMMITTED what comes after the lock sees what the one before committed. A single statement, or another
    // isolation level, would read a moment before it.
    public override string BeginWrite => $"BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock({WriterPlace})";

    public override string BeginSnapshot => "BEGIN ISOLATION LEVEL REPEATABLE READ";

    public override string TableNames =>
        "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'";

    public override string Size => "SELECT pg_database_size(current_database())";

    public override void AddContexts(IServiceCollection services, ModelAssemblies assemblies) =>
        AddContexts<PostgresPaduDb>(services, assemblies);

    public override PaduDb NewContext(ModelAssemblies assemblies) => new PostgresPaduDb(Options<PostgresPaduDb>(assemblies));

    public override DbConnection OpenForWriting() => Open(_own);

    public override DbConnection OpenForReading() => Open(_own);

    public override DbConnection OpenForMaintenance() => Open(_maintenance);

    public override void HoldMaintenance(Connected connected) => connected.Run($"SELECT pg_advisory_lock({MaintenancePlace})");

    public override void Write(Connected connected, RowStatement statement, IReadOnlyList<object?[]> rows)
    {
        var columns = statement.Types.Length;
        var arrays = new object?[columns];
        for (var i = 0; i < columns; i++)
        {
            arrays[i] = ColumnOf(rows, i, statement.Types[i]);
        }

        var list = string.Join(", ", Enumerable.Range(0, columns).Select(i => $"@p{i}"));
        connected.Run($"{statement.Before} SELECT * FROM unnest({list}) {statement.After}", arrays);
    }

    public override bool IsUnavailable(Exception failure) =>
        failure switch
        {
            PostgresException said => OfTheServer.Contains(said.SqlState[..2]) || Busy.Contains(said.SqlState),
            NpgsqlException => true,
            _ => false,
        };

    /// <summary>The old row is taken out of the table's page; the log and the standbys keep it until they are recycled (docs/trust.md).</summary>
    public override bool Scrub(DbConnection writer)
    {
        using var command = writer.CreateCommand();
        command.CommandText = "VACUUM keys";
        command.ExecuteNonQuery();
        return true;
    }

    /// <summary>Each table into a new file, the old one removed; the server's log keeps its copies until they are recycled.</summary>
    public override void ScrubWhole(DbConnection connection)
    {
        foreach (var table in new[] { "keys", "reporter_marks", "blob_references", "idempotency", "drafts" })
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"VACUUM FULL {table}";
            command.ExecuteNonQuery();
        }
    }

    public override void CopyTo(string file, ModelAssemblies assemblies)
    {
        using var copy = new SqliteDatabase(file);
        DatabaseCopy.Run(this, copy, assemblies);
    }

    /// <summary>A server looks after its files itself (data checksums, pg_amcheck).</summary>
    public override IEnumerable<string> CheckFiles(DbConnection connection) => [];

    public override void Dispose()
    {
        using var any = new NpgsqlConnection(_pooled);
        NpgsqlConnection.ClearPool(any);
        base.Dispose();
    }

    /// <summary>Once more, at once: a connection that lay idle while the server was started anew is found dead only when it is used.</summary>
    protected override void Use(DbContextOptionsBuilder options) =>
        options.UseNpgsql(_pooled, npgsql => npgsql.EnableRetryOnFailure(1, TimeSpan.Zero, errorCodesToAdd: null));

    private static NpgsqlConnection Open(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static Array ColumnOf(IReadOnlyList<object?[]> rows, int column, Type type)
    {
        var element = type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;
        var values = Array.CreateInstance(element, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            values.SetValue(rows[i][column], i);
        }

        return values;
    }
}
