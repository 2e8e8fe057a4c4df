using System.Collections.Immutable;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>A sealed event that waits for its position, with the registers it takes numbers in.</summary>
internal sealed record PendingEvent(EventRow Row, ImmutableArray<RegisterBook> Registers);

/// <summary>Events for the end of one stream, and the rows its state gives after them.</summary>
internal sealed record StreamAppend(string Stream, int ExpectedVersion, ImmutableArray<PendingEvent> Events, IReadOnlyList<object> Rows);

/// <summary>Everything of one caller that is written together or not at all.</summary>
internal sealed class WriteRequest
{
    /// <summary>Only while the journal ends there; null wherever it ends.</summary>
    public long? Head { get; init; }

    public ImmutableArray<StreamAppend> Appends { get; init; } = [];

    public ImmutableArray<KeyRow> NewKeys { get; init; } = [];

    public ImmutableArray<(string Stream, KeyPurpose Purpose)> Erase { get; init; } = [];

    public IdempotencyRow? Idempotency { get; init; }

    public IReadOnlyList<object> Store { get; init; } = [];

    public IReadOnlyList<object> Remove { get; init; } = [];

    /// <summary>Only if the table holds <c>Seen</c> at the key of <c>Row</c>; never together with events, whose positions are already given.</summary>
    public (object? Seen, object Row)? Condition { get; init; }

    public TaskCompletionSource<WriteAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

internal enum Verdict
{
    Written,

    /// <summary>A stream has another version, a key was made meanwhile, or the journal has grown beyond what was seen: load and decide again.</summary>
    Stale,

    /// <summary>The idempotency key was seen with the same request.</summary>
    Seen,

    /// <summary>The idempotency key was seen with another request.</summary>
    Different,

    /// <summary>The row of the condition is another by now.</summary>
    Unmet,
}

/// <param name="Position">Of the last event written.</param>
/// <param name="SeenStream">The stream that the idempotency key wrote.</param>
internal readonly record struct WriteAnswer(Verdict Verdict, long Position = 0, string? SeenStream = null);
