using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Padu.Domain;

namespace Padu.Storage;

/// <summary>Where an installation keeps its records.</summary>
public enum DatabaseKind
{
    [Code("sqlite")]
    Sqlite,

    [Code("postgresql")]
    Postgres,
}

/// <summary>The database could not be written or read now: locked, full, gone. Nothing was acknowledged; trying again later is right.</summary>
public sealed class StorageUnavailableException(string message, Exception inner) : Exception(message, inner);

/// <summary>What differs between databases; everything else in Storage is plain SQL and ADO.NET.</summary>
internal abstract class Database : IDisposable
{
    /// <summary>Reads and migrations by EF, as the factory of <see cref="PaduDb"/> that everybody else asks.</summary>
    public abstract void AddContexts(IServiceCollection services, ModelAssemblies assemblies);

    /// <summary>A context outside any container: for a copy, and for making migrations.</summary>
    public abstract PaduDb NewContext(ModelAssemblies assemblies);

    /// <summary>The writer's own connection.</summary>
    public abstract DbConnection OpenForWriting();

    /// <summary>A connection for small reads, kept open by whoever opens it.</summary>
    public abstract DbConnection OpenForReading();

    /// <summary>A connection for work over whole tables, which may take its time.</summary>
    public abstract DbConnection OpenForMaintenance();

    /// <summary>Opens a transaction that holds the one writer's place from the start.</summary>
    public abstract string BeginWrite { get; }

    /// <summary>Opens a transaction whose reads all see one moment.</summary>
    public abstract string BeginSnapshot { get; }

    /// <summary>Waits until no other process rebuilds; the place is held until the connection closes.</summary>
    public abstract void HoldMaintenance(Connected connected);

    /// <summary>Writes many rows of one table, in their order.</summary>
    public abstract void Write(Connected connected, RowStatement statement, IReadOnlyList<object?[]> rows);

    /// <summary>The failure is the database's, not that of the rows: halving a batch would not help.</summary>
    public abstract bool IsUnavailable(Exception failure);

    /// <summary>Makes sure that overwritten bytes (erased keys) are gone from the files, as far as this process can.</summary>
    /// <returns>False when a reader still holds the old pages: to be asked again.</returns>
    public abstract bool Scrub(DbConnection writer);

    /// <summary>Writes the tables that hold keys and what leads to people anew, so that pages freed long ago keep nothing either. Takes its time and room.</summary>
    public abstract void ScrubWhole(DbConnection connection);

    /// <summary>A consistent copy while others write: always one SQLite file, whatever the database.</summary>
    public abstract void CopyTo(string file, ModelAssemblies assemblies);

    /// <summary>Whether the files themselves are sound; one line for each fault.</summary>
    public abstract IEnumerable<string> CheckFiles(DbConnection connection);

    /// <summary>The names of our tables as they are there now.</summary>
    public abstract string TableNames { get; }

    /// <summary>The bytes the database takes.</summary>
    public abstract string Size { get; }

    public virtual void Dispose() { }

    protected void AddContexts<TContext>(IServiceCollection services, ModelAssemblies assemblies)
        where TContext : PaduDb
    {
        services.AddPooledDbContextFactory<TContext>(options => Configure(options, assemblies));
        services.AddSingleton<IDbContextFactory<PaduDb>, ContextFactory<TContext>>();
    }

    protected DbContextOptions<TContext> Options<TContext>(ModelAssemblies assemblies)
        where TContext : PaduDb
    {
        var options = new DbContextOptionsBuilder<TContext>();
        Configure(options, assemblies);
        return options.Options;
    }

    protected abstract void Use(DbContextOptionsBuilder options);

    private void Configure(DbContextOptionsBuilder options, ModelAssemblies assemblies)
    {
        Use(options);
        // A count that stops at a thousand needs no order.
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
        options.UseSnakeCaseNamingConvention().UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(assemblies);
    }

    /// <summary>Nobody outside Storage knows which context it is.</summary>
    private sealed class ContextFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<PaduDb>
        where TContext : PaduDb
    {
        public PaduDb CreateDbContext() => contexts.CreateDbContext();

        public async Task<PaduDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await contexts.CreateDbContextAsync(cancellationToken);
    }
}

/// <summary>A statement over rows: <c>Before rows After</c>, where <c>rows</c> is whatever each database calls a list of rows.</summary>
/// <param name="Types">The type of each column as it goes to the database.</param>
internal sealed record RowStatement(string Before, Type[] Types, string After = "");

/// <summary>Whether a failure is the database's, for whoever answers people.</summary>
public sealed class StorageHealth
{
    private readonly Database _database;

    internal StorageHealth(Database database) => _database = database;

    /// <summary>The bytes the database takes now.</summary>
    public long Size()
    {
        using var connected = new Connected(_database.OpenForReading());
        return Convert.ToInt64(connected.Scalar(_database.Size), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The database is away: what was asked may be asked again in a while.</summary>
    public bool IsUnavailable(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is StorageUnavailableException || _database.IsUnavailable(cause))
            {
                return true;
            }
        }

        return false;
    }
}
