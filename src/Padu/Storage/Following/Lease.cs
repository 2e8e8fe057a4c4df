using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Padu.Storage;

/// <summary>
/// The right of one process to run a named loop. Two may hold it for a moment after a pause; what a loop does is safe to do twice.
/// </summary>
internal sealed class Lease(string name, Journal journal, IDbContextFactory<PaduDb> contexts, IClock clock)
{
    private static readonly Duration Length = Duration.FromSeconds(30);
    private readonly Guid _holder = Guid.CreateVersion7();

    /// <summary>Takes or renews the lease; false while another process has it.</summary>
    public async Task<bool> Hold(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var seen = await db.Set<LeaseRow>().FirstOrDefaultAsync(row => row.Name == name, cancel);
        var now = clock.GetCurrentInstant();
        var isMine = seen?.Holder == _holder;
        if (isMine && seen!.Until > now + (Length / 2))
        {
            return true;
        }

        return (seen is null || isMine || seen.Until <= now)
            && await journal.StoreIf(seen, new LeaseRow(name, _holder, (now + Length).ToMicroseconds()));
    }

    /// <summary>Gives it back, so that a restart need not wait.</summary>
    public async Task Release()
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.Set<LeaseRow>().FirstOrDefaultAsync(row => row.Name == name && row.Holder == _holder) is { } mine)
        {
            await journal.Remove(mine);
        }
    }
}
