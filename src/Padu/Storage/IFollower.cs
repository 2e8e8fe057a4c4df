using NodaTime;

namespace Padu.Storage;

/// <summary>An event as followers see it: public parts only, in the one total order.</summary>
public sealed record FollowedEvent(
    long Position,
    string Stream,
    Guid Id,
    int Version,
    string Type,
    object Fact,
    Instant OccurredAt,
    Instant RecordedAt,
    string Actor
);

/// <summary>
/// Turns events into deliveries of its own and carries them out. It sees every event once in the journal's order; a delivery is tried again
/// on its own and may be carried out twice, never skipped.
/// </summary>
public interface IFollower
{
    /// <summary>Stable: the cursor is kept under it.</summary>
    string Name { get; }

    /// <summary>What is to be sent because of this event; pure, and the same each time it is asked.</summary>
    IEnumerable<Delivery> Turn(FollowedEvent fact);

    /// <summary>Carries one delivery out, or throws to have it tried again later.</summary>
    Task Deliver(DeliveryRow delivery, CancellationToken cancel);
}

/// <summary>What a follower wants sent.</summary>
/// <param name="Topic">The follower's own word for the kind of work.</param>
/// <param name="Reference">Codes and ids only (it is stored as it stands); texts and addresses are opened when it is carried out.</param>
public sealed record Delivery(string Topic, string Reference);

/// <summary>Asked each minute and at start: reads what has fallen due and sends ordinary commands. Repeating it is harmless.</summary>
public interface ISweep
{
    string Name { get; }

    Task Sweep(Instant now, CancellationToken cancel);
}
