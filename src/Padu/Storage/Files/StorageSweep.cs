using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Padu.Storage;

/// <summary>Takes away what nobody refers to: files of abandoned drafts, broken uploads, idempotency keys after a week.</summary>
internal sealed class StorageSweep(IDbContextFactory<PaduDb> contexts, Journal journal, BlobFolder blobs) : ISweep
{
    /// <summary>A draft lives one day and refers to its files without a row; twice that is safe.</summary>
    private static readonly Duration OrphanAge = Duration.FromDays(2);
    private static readonly Duration UploadAge = Duration.FromHours(1);
    private static readonly Duration KeyAge = Duration.FromDays(7);
    private static readonly Duration Every = Duration.FromHours(1);
    private Instant _last = Instant.MinValue;

    public string Name => "storage";

    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        if (now - _last < Every)
        {
            return;
        }

        blobs.DeleteTemporaryBefore(now - UploadAge);
        await DeleteOrphans(now, cancel);
        await PurgeKeys(now, cancel);
        _last = now;
    }

    private async Task DeleteOrphans(Instant now, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        foreach (var (name, storedAt) in blobs.All().Where(blob => blob.StoredAt < now - OrphanAge))
        {
            if (!await db.Set<BlobReferenceRow>().AnyAsync(row => row.Name == name, cancel))
            {
                blobs.Delete(name);
            }
        }
    }

    private async Task PurgeKeys(Instant now, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var before = now - KeyAge;
        while (await db.Set<IdempotencyRow>().Where(row => row.RecordedAt < before).Take(500).ToArrayAsync(cancel) is { Length: > 0 } old)
        {
            await journal.Remove([.. old]);
        }
    }
}
