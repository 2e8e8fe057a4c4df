using System.Collections.Concurrent;
using NodaTime;

namespace Padu.Storage;

/// <summary>How a sweep last went.</summary>
/// <param name="Failure">The kind of the failure, never its message; null when it went well.</param>
public sealed record SweepRun(string Sweep, Instant At, string? Failure);

/// <summary>The last run of each sweep of this process, for the operator.</summary>
public sealed class SweepLog
{
    private readonly ConcurrentDictionary<string, SweepRun> runs = new(StringComparer.Ordinal);

    public IReadOnlyList<SweepRun> Runs => [.. runs.Values.OrderBy(run => run.Sweep, StringComparer.Ordinal)];

    internal void Ran(SweepRun run) => runs[run.Sweep] = run;
}
