using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>A sealed part that a reader might open; the reader's rule answers yes or no from this alone.</summary>
/// <param name="AlsoKeptBy">The other institution for which its key is wrapped; null where only the first holds it.</param>
/// <param name="Writer">The office that wrote it; null where none did.</param>
public readonly record struct SealedPart(
    string Type,
    KeyPurpose Purpose,
    Institution Institution,
    Institution? AlsoKeptBy = null,
    OfficeCode? Writer = null
)
{
    public bool IsKeptBy(Institution institution) => institution == Institution || institution == AlsoKeptBy;
}

/// <summary>When and by whom an event was written, whatever it says.</summary>
/// <param name="Actor">A post or a random id, never a name.</param>
/// <param name="Opened">The private part was asked for and is there.</param>
/// <param name="Erased">The key is gone: show the tombstone.</param>
public abstract record Recorded(
    long Position,
    Guid Id,
    int Version,
    string Type,
    Instant OccurredAt,
    Instant RecordedAt,
    string Actor,
    OfficeCode? Office,
    bool Opened,
    bool Erased
);

/// <summary>An event as the journal keeps it.</summary>
/// <param name="Fact">Its private properties are null unless <paramref name="Opened"/>.</param>
public sealed record Recorded<TEvent>(
    long Position,
    Guid Id,
    int Version,
    string Type,
    TEvent Fact,
    Instant OccurredAt,
    Instant RecordedAt,
    string Actor,
    OfficeCode? Office,
    bool Opened,
    bool Erased
) : Recorded(Position, Id, Version, Type, OccurredAt, RecordedAt, Actor, Office, Opened, Erased);
