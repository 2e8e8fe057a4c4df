using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Padu.Storage;

/// <summary>Runs one follower: turns new events into deliveries, moves the cursor with them, and carries due deliveries out.</summary>
internal sealed class FollowerLoop(
    IFollower follower,
    Journal journal,
    EventReader reader,
    StreamKinds kinds,
    EventSerializer serializer,
    JournalSignal signal,
    IDbContextFactory<PaduDb> contexts,
    IClock clock,
    ILogger<FollowerLoop> logger
) : HostedLoop($"follower/{follower.Name}", journal, contexts, clock, logger)
{
    private const int EventsATurn = 200;
    private const int DeliveriesATurn = 50;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private readonly Journal _journal = journal;
    private readonly IDbContextFactory<PaduDb> _contexts = contexts;
    private readonly IClock _clock = clock;

    protected override async Task<Task> Turn(CancellationToken cancel)
    {
        // Taken before reading: an event that comes in between ends the wait.
        var grown = signal.Next;
        var turned = await Follow(cancel);
        var delivered = await DeliverDue(cancel);
        return turned || delivered ? Task.CompletedTask : Task.WhenAny(grown, Task.Delay(Poll, cancel));
    }

    /// <summary>Reads on from the cursor; true when there may be more.</summary>
    internal async Task<bool> Follow(CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var cursor = await db.Set<CursorRow>().FirstOrDefaultAsync(row => row.Follower == follower.Name, cancel);
        var events = reader.After(cursor?.Position ?? 0, EventsATurn);
        if (events.Count == 0)
        {
            return false;
        }

        var now = _clock.GetCurrentInstant().ToMicroseconds();
        var deliveries = events.SelectMany(row =>
            follower.Turn(FactOf(row)).Select((delivery, i) => RowOf(row.Position, i, delivery, now))
        );
        await _journal.StoreIf(cursor, new CursorRow(follower.Name, events[^1].Position, now), [.. deliveries]);
        return true;
    }

    /// <summary>Carries out what is due, each for itself; true when there may be more.</summary>
    internal async Task<bool> DeliverDue(CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var now = _clock.GetCurrentInstant();
        var due = await db.Set<DeliveryRow>()
            .Where(row => row.Follower == follower.Name && row.DueAt != null && row.DueAt <= now)
            .OrderBy(row => row.DueAt)
            .ThenBy(row => row.Position)
            .Take(DeliveriesATurn)
            .ToListAsync(cancel);
        foreach (var delivery in due)
        {
            await _journal.Store(await Try(delivery, cancel));
        }

        return due.Count == DeliveriesATurn;
    }

    private async Task<DeliveryRow> Try(DeliveryRow delivery, CancellationToken cancel)
    {
        try
        {
            await follower.Deliver(delivery, cancel);
            return Deliveries.Done(delivery, _clock.GetCurrentInstant());
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            return Deliveries.Failed(delivery, _clock.GetCurrentInstant(), e);
        }
    }

    private FollowedEvent FactOf(EventRow row)
    {
        var (kind, id) = kinds.Of(row.Stream);
        var fact = serializer.Read(kind, row.Type, row.Public);
        return new FollowedEvent(row.Position, row.Stream, id, row.Version, row.Type, fact, row.OccurredAt, row.RecordedAt, row.Actor);
    }

    private DeliveryRow RowOf(long position, int ordinal, Delivery delivery, Instant now) =>
        new(follower.Name, position, ordinal, delivery.Topic, delivery.Reference, 0, now, now, null, null, null);
}
