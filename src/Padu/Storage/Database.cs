using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Padu.Storage;

/// <summary>The database could not be written or read now: locked, full, gone. Nothing was acknowledged; trying again later is right.</summary>
public sealed class StorageUnavailableException(string message, Exception inner) : Exception(message, inner);

/// <summary>What differs between databases; everything else in Storage is plain SQL and ADO.NET.</summary>
internal abstract class Database
{
    /// <summary>Configures EF for reads and migrations.</summary>
    public abstract void Configure(DbContextOptionsBuilder builder);

    /// <summary>The writer's own connection.</summary>
    public abstract DbConnection OpenForWriting();

    /// <summary>A connection for reads, kept open by whoever opens it.</summary>
    public abstract DbConnection OpenForReading();

    /// <summary>Opens a transaction that holds the one writer's place from the start.</summary>
    public abstract string BeginWrite { get; }

    /// <summary>The failure is the database's, not that of the rows: halving a batch would not help.</summary>
    public abstract bool IsUnavailable(Exception failure);

    /// <summary>Makes sure that overwritten bytes (erased keys) are gone from the files, as far as this process can.</summary>
    public abstract void Scrub(DbConnection writer);

    /// <summary>A consistent copy while others write.</summary>
    public abstract void CopyTo(string file);

    /// <summary>Whether the files themselves are sound; one line for each fault.</summary>
    public abstract IEnumerable<string> CheckFiles(DbConnection connection);
}
