using System.Diagnostics.CodeAnalysis;
using Padu.Domain;

namespace Padu.Storage;

/// <summary>What may come with an act beside its decision.</summary>
public sealed record ActOptions
{
    public static readonly ActOptions None = new();

    /// <summary>The version a form was read at; another one now refuses with <c>stale</c> and the state as it stands.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>The same key again does nothing and names the stream that the first time wrote.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>A hash of the request; the same key with another one refuses with <c>idempotency.different</c>.</summary>
    public byte[]? IdempotencyHash { get; init; }

    /// <summary>Side rows stored in the same transaction.</summary>
    public IReadOnlyList<object> AlsoStore { get; init; } = [];

    /// <summary>Side rows removed, by their key, in the same transaction.</summary>
    public IReadOnlyList<object> AlsoRemove { get; init; } = [];

    /// <summary>Keys destroyed in the same transaction, in every stream of the act; what they sealed can never be read again.</summary>
    public IReadOnlyList<KeyPurpose> Erase { get; init; } = [];
}

/// <summary>How an act ended.</summary>
/// <param name="Refusal">Why nothing was written; null when it was, or had been.</param>
/// <param name="Id">The stream; after a replay the one the first time wrote.</param>
/// <param name="State">The state as it stands now, also after a refusal.</param>
/// <param name="Version">The version of <paramref name="State"/>: what the next form carries.</param>
/// <param name="Position">The position of the last event written; 0 when none was.</param>
/// <param name="Replayed">The idempotency key had been seen: nothing was written now.</param>
public sealed record Acted<TState>(Refusal? Refusal, Guid Id, TState State, int Version, long Position = 0, bool Replayed = false)
{
    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;
}

/// <summary>How an act over two streams ended: both written, or neither.</summary>
public sealed record Acted<TFirst, TSecond>(Refusal? Refusal, Loaded<TFirst> First, Loaded<TSecond> Second, bool Replayed = false)
{
    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;
}

/// <summary>A stream as it stands.</summary>
/// <param name="Version">How many events it has; 0 when there is no such stream.</param>
public sealed record Loaded<TState>(TState State, int Version);
