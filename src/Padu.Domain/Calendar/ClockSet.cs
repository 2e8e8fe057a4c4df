using System.Collections.Immutable;
using NodaTime;

namespace Padu.Domain.Calendar;

/// <summary>The clocks of one case, one of each kind, in the order they first started.</summary>
public static class ClockSet
{
    /// <summary>The clocks after a fact: one of the same kind replaces the earlier one.</summary>
    public static ImmutableArray<Clock> Changed(this ImmutableArray<Clock> clocks, ImmutableArray<Clock> changed)
    {
        foreach (var clock in changed)
        {
            var at = clocks.IndexOf(clocks.FirstOrDefault(existing => existing.Kind == clock.Kind)!);
            clocks = at < 0 ? clocks.Add(clock) : clocks.SetItem(at, clock);
        }

        return clocks;
    }

    /// <summary>Those of these kinds that are open, stopped now; one whose period had passed keeps that it did.</summary>
    public static IEnumerable<Clock> Stopped(
        this ImmutableArray<Clock> clocks,
        Instant at,
        ClockStatus status,
        IReadOnlyCollection<ClockKind> kinds
    ) =>
        clocks
            .Where(clock => clock.IsOpen && kinds.Contains(clock.Kind))
            .Select(clock =>
                clock with
                {
                    Status = status,
                    StoppedAt = at,
                    LapsedAt = clock.LapsedAt ?? (clock.Due <= at ? clock.Due : null),
                }
            );
}
