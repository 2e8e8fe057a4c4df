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

    /// <summary>Those whose bound changes with the stage the matter concerns.</summary>
    public static ImmutableArray<Clock> Concerning(this ImmutableArray<Clock> clocks, StageRef? concern, Instant at, LegalContext legal) =>
        [.. clocks.Where(clock => clock.IsOpen).Select(clock => Counting.Concerning(clock, concern, at, legal)).OfType<Clock>()];

    /// <summary>The schedule by which running clocks were bounded, for the sweep to find those of an earlier one; null where no stage is concerned.</summary>
    public static StageBound? BoundedBy(this ImmutableArray<Clock> clocks) =>
        clocks
            .Where(clock => clock is { Status: ClockStatus.Running, LapsedAt: null, Bound: not null })
            .Select(clock => clock.Bound)
            .MinBy(bound => bound!.Version.Value, StringComparer.Ordinal);

    /// <summary>Those that run and were counted by other holidays or stages, counted again.</summary>
    public static ImmutableArray<Clock> Recounted(this ImmutableArray<Clock> clocks, Instant at, LegalContext legal) =>
        [.. clocks.Select(clock => Counting.Recount(clock, at, legal)).OfType<Clock>()];

    /// <summary>Whose date became another at that moment because the holidays or the stage changed.</summary>
    public static IEnumerable<ClockKind> Moved(this ImmutableArray<Clock> clocks, Instant at) =>
        clocks.Where(clock => clock.Former is { IsEmpty: false } former && former[^1].ChangedAt == at).Select(clock => clock.Kind);

    /// <summary>
    /// The holidays by which the running clocks were counted, for the sweep to find those of earlier ones; more than one stand joined, so that
    /// they equal none. Null when no clock runs.
    /// </summary>
    public static string? CountedBy(this ImmutableArray<Clock> clocks) =>
        clocks
            .Where(clock => clock is { Status: ClockStatus.Running, LapsedAt: null })
            .Select(clock => clock.CalendarVersion.Value)
            .Distinct()
            .ToArray()
            is { Length: > 0 } versions
            ? string.Join(' ', versions)
            : null;

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
