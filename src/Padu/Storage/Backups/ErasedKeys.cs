using Microsoft.EntityFrameworkCore;

namespace Padu.Storage;

/// <summary>
/// The keys that were destroyed, by their random ids: a list without a personal datum. Carried from the living installation to a restored older backup, it makes
/// the erasures that came after that backup true there too.
/// </summary>
internal sealed class ErasedKeys(IDbContextFactory<PaduDb> contexts, Database database)
{
    private const int AtOnce = 500;

    /// <returns>How many ids were written, one a line.</returns>
    public async Task<int> Write(string path, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var ids = await db.Set<KeyRow>().Where(row => row.Wrapped == null).Select(row => row.KeyId).Distinct().ToListAsync(cancel);
        await File.WriteAllLinesAsync(path, ids.Select(id => id.ToString("D")).Order(StringComparer.Ordinal), cancel);
        return ids.Count;
    }

    /// <summary>Destroys the listed keys where they still live, and writes their tables anew.</summary>
    /// <returns>How many wrapped keys were destroyed.</returns>
    /// <exception cref="FormatException">A line is no id.</exception>
    public async Task<int> Apply(string path, CancellationToken cancel)
    {
        var ids = (await File.ReadAllLinesAsync(path, cancel)).Where(line => line.Length > 0).Select(line => Guid.ParseExact(line, "D"));
        var destroyed = 0;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        foreach (var some in ids.Chunk(AtOnce))
        {
            destroyed += await db.Set<KeyRow>()
                .Where(row => some.Contains(row.KeyId) && row.Wrapped != null)
                .ExecuteUpdateAsync(row => row.SetProperty(key => key.Wrapped, (byte[]?)null), cancel);
        }

        using var connection = database.OpenForMaintenance();
        database.ScrubWhole(connection);
        return destroyed;
    }
}
