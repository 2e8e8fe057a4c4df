using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Padu.Domain;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>Brings the tables to the shape this program needs, or says why it will not start.</summary>
public sealed class StorageSetup
{
    private readonly IDbContextFactory<PaduDb> _contexts;
    private readonly ReadPool _pool;
    private readonly ReadTables _tables;
    private readonly Rebuilding _rebuilding;
    private readonly KeyRing _ring;
    private readonly StorageHealth _health;

    internal StorageSetup(
        IDbContextFactory<PaduDb> contexts,
        ReadPool pool,
        ReadTables tables,
        Rebuilding rebuilding,
        KeyRing ring,
        StorageHealth health
    )
    {
        _health = health;
        _contexts = contexts;
        _pool = pool;
        _tables = tables;
        _rebuilding = rebuilding;
        _ring = ring;
    }

    /// <summary>Makes or migrates the tables of the journal, then the read tables. For <c>init</c>, <c>demo</c> and <c>migrate</c>.</summary>
    /// <returns>The names of the migrations that were applied.</returns>
    public IReadOnlyList<string> Migrate(Action<long>? progress = null) =>
        Reached(db =>
        {
            RefuseNewer(db);
            var pending = db.Database.GetPendingMigrations().ToList();
            db.Database.Migrate();
            BringReadTablesUp(progress);
            return pending;
        });

    /// <summary>For <c>serve</c>: refuses old or newer tables and keys that do not fit; rebuilds read tables whose shape has changed.</summary>
    /// <exception cref="StartRefusedException">Why not, and what to do.</exception>
    public void CheckAtStart(Action<long>? progress = null) =>
        Reached(db =>
        {
            RefuseNewer(db);
            if (db.Database.GetPendingMigrations().Any())
            {
                throw new StartRefusedException("The database is of an earlier program. Make a backup, then run 'padu migrate'.");
            }

            CheckKeys();
            BringReadTablesUp(progress);
            return true;
        });

    private T Reached<T>(Func<PaduDb, T> act)
    {
        try
        {
            using var db = _contexts.CreateDbContext();
            return act(db);
        }
        catch (Exception e) when (e is not StorageUnavailableException && _health.IsUnavailable(e))
        {
            // Of the server, about the server: names and addresses, never a password or a row.
            throw new StorageUnavailableException($"The database cannot be reached: {e.GetBaseException().Message}", e);
        }
    }

    private static void RefuseNewer(PaduDb db)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        if (db.Database.GetAppliedMigrations().FirstOrDefault(applied => !known.Contains(applied)) is { } newer)
        {
            throw new StartRefusedException($"The database was migrated by a newer program ({newer}). Use that one.");
        }
    }

    private void BringReadTablesUp(Action<long>? progress)
    {
        var built = _pool.Use(connected => (string?)connected.Scalar("SELECT fingerprint FROM read_schema WHERE id = 1"));
        if (built != _tables.Fingerprint)
        {
            _rebuilding.Run(progress);
        }
    }

    /// <summary>A wrong key-encryption key is found before anything is sealed under it.</summary>
    private void CheckKeys()
    {
        foreach (var custodian in new[] { Institution.Kpu, Institution.Ombudsman })
        {
            using var db = _contexts.CreateDbContext();
            var row = db.Set<KeyRow>()
                .Where(key => key.Custodian == custodian && key.Wrapped != null)
                .OrderByDescending(key => key.MadeAt)
                .FirstOrDefault();
            try
            {
                _ = row is null ? null : _ring.Unwrap(row);
            }
            catch (CryptographicException)
            {
                throw new StartRefusedException(
                    $"The key file of '{custodian.Code()}' does not open the keys of this database. Put the right file back; nothing was changed."
                );
            }
        }
    }
}
