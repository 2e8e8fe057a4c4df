using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Padu.Storage;

/// <summary>How far a follower is behind, and what of it needs somebody.</summary>
/// <param name="Lag">Events of the journal it has not turned yet.</param>
public sealed record FollowerStatus(string Follower, long Lag, int Waiting, int Dead);

/// <summary>The life of a delivery, and what staff see of them.</summary>
public sealed class Deliveries
{
    internal const int MostTries = 10;
    private static readonly Duration FirstWait = Duration.FromMinutes(1);
    private readonly IDbContextFactory<PaduDb> _contexts;
    private readonly IReadOnlyList<IFollower> _followers;
    private readonly Journal _journal;
    private readonly IClock _clock;

    public Deliveries(IDbContextFactory<PaduDb> contexts, IEnumerable<IFollower> followers, Journal journal, IClock clock)
    {
        _contexts = contexts;
        _followers = [.. followers];
        _journal = journal;
        _clock = clock;
    }

    public async Task<IReadOnlyList<FollowerStatus>> Status(CancellationToken cancel = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var head = await db.Set<HeadRow>().Select(row => row.Position).FirstOrDefaultAsync(cancel);
        var cursors = await db.Set<CursorRow>().ToDictionaryAsync(row => row.Follower, row => row.Position, cancel);
        var statuses = new List<FollowerStatus>();
        foreach (var name in _followers.Select(follower => follower.Name))
        {
            var mine = db.Set<DeliveryRow>().Where(row => row.Follower == name);
            statuses.Add(
                new FollowerStatus(
                    name,
                    head - cursors.GetValueOrDefault(name),
                    await mine.CountAsync(row => row.DueAt != null, cancel),
                    await mine.CountAsync(row => row.DeadAt != null, cancel)
                )
            );
        }

        return statuses;
    }

    /// <summary>The dead ones, latest first.</summary>
    public async Task<IReadOnlyList<DeliveryRow>> Dead(CancellationToken cancel = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        return await db.Set<DeliveryRow>()
            .Where(row => row.DeadAt != null)
            .OrderByDescending(row => row.DeadAt)
            .Take(200)
            .ToListAsync(cancel);
    }

    /// <summary>Gives a dead delivery its tries again.</summary>
    /// <returns>False when it is not dead any more.</returns>
    public Task<bool> Retry(DeliveryRow dead) =>
        _journal.StoreIf(dead, dead with { Tries = 0, DeadAt = null, DueAt = _clock.GetCurrentInstant().ToMicroseconds() });

    /// <summary>The same delivery, neither due nor dead any more: stored together with the event that says why.</summary>
    public DeliveryRow GivenUp(DeliveryRow dead) =>
        dead with
        {
            DeadAt = null,
            DueAt = null,
            DoneAt = _clock.GetCurrentInstant().ToMicroseconds(),
            Error = nameof(GivenUp),
        };

    internal static DeliveryRow Done(DeliveryRow delivery, Instant now) =>
        delivery with
        {
            Tries = delivery.Tries + 1,
            DueAt = null,
            DoneAt = now.ToMicroseconds(),
            Error = null,
        };

    /// <summary>Again after 1, 2, 4 … minutes; after ten tries it is dead and waits for somebody.</summary>
    internal static DeliveryRow Failed(DeliveryRow delivery, Instant now, Exception failure)
    {
        var tries = delivery.Tries + 1;
        var isDead = tries >= MostTries;
        return delivery with
        {
            Tries = tries,
            Error = failure.GetType().Name,
            DueAt = isDead ? null : (now + (FirstWait * (1L << (tries - 1)))).ToMicroseconds(),
            DeadAt = isDead ? now.ToMicroseconds() : null,
        };
    }
}
