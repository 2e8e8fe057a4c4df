using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>An event as it lies in the table; see docs/journal.md.</summary>
public sealed record EventRow
{
    public long Position { get; init; }
    public required string Stream { get; init; }
    public int Version { get; init; }
    public required string Type { get; init; }
    public Instant OccurredAt { get; init; }
    public Instant RecordedAt { get; init; }
    public required string Actor { get; init; }
    public string? Office { get; init; }
    public required byte[] Public { get; init; }
    public required byte[] Private { get; init; }
    public Guid KeyId { get; init; }
    public required byte[] Commitment { get; init; }
    public required byte[] Digest { get; init; }
}

/// <summary>How far the journal goes, so that a lost last event is noticed.</summary>
public sealed record HeadRow(int Id, long Position);

/// <summary>A data key wrapped for one custodian. <see cref="Wrapped"/> is null once it was erased.</summary>
public sealed record KeyRow
{
    public Guid KeyId { get; init; }
    public Institution Custodian { get; init; }
    public KeyPurpose Purpose { get; init; }
    public required string Stream { get; init; }
    public Institution Institution { get; init; }
    public byte[]? Wrapped { get; init; }
    public Instant MadeAt { get; init; }
}

/// <summary>A register number: a fold of the journal in the order of positions.</summary>
public sealed record RegisterEntryRow
{
    public OfficeCode Office { get; init; }
    public int Year { get; init; }
    public required string Book { get; init; }
    public int Number { get; init; }
    public required string Stream { get; init; }
    public long Position { get; init; }
}

/// <summary>A request that was carried out, kept seven days.</summary>
public sealed record IdempotencyRow
{
    public required string Key { get; init; }
    public required byte[] Hash { get; init; }
    public required string Stream { get; init; }
    public Instant RecordedAt { get; init; }
}

/// <summary>How far a follower has read.</summary>
public sealed record CursorRow(string Follower, long Position, Instant MovedAt);

/// <summary>Which process runs a named loop, and until when.</summary>
public sealed record LeaseRow(string Name, Guid Holder, Instant Until);

/// <summary>One thing to send. Tried on its own; a dead one waits for somebody to look.</summary>
/// <param name="Reference">Codes and ids only.</param>
/// <param name="DueAt">When it is next tried; null when it was carried out or is dead.</param>
/// <param name="Error">The kind of the last failure, never its message (it might quote a person).</param>
public sealed record DeliveryRow(
    string Follower,
    long Position,
    int Ordinal,
    string Topic,
    string Reference,
    int Tries,
    Instant MadeAt,
    Instant? DueAt,
    Instant? DoneAt,
    Instant? DeadAt,
    string? Error
);

/// <summary>A file is referred to by a stream.</summary>
/// <param name="Name">The name on disk, which tells nothing without the pepper.</param>
public sealed record BlobReferenceRow(string Name, string Holder, long Bytes, Instant StoredAt);

/// <summary>By which shape the read tables were last built.</summary>
public sealed record ReadSchemaRow(int Id, string Fingerprint, long Position);
