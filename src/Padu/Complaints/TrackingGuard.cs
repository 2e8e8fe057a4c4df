using System.Collections.Concurrent;
using NodaTime;

namespace Padu.Complaints;

/// <summary>
/// Slows guessing of codes, per typed number and also for numbers that do not exist: five tries are free, then the wait doubles to a minute. Never a
/// hard stop, because a stop would mute the owner; eighty bits need none.
/// </summary>
public sealed class TrackingGuard(IClock clock)
{
    private const int FreeTries = 5;
    private const int MostRemembered = 50_000;
    private static readonly Duration Longest = Duration.FromSeconds(60);
    private static readonly Duration Forgotten = Duration.FromMinutes(30);
    private readonly ConcurrentDictionary<string, (int Failures, Instant Last)> tries = new(StringComparer.Ordinal);

    /// <summary>How long this number must still wait; zero when it may be tried now.</summary>
    public Duration WaitFor(string number)
    {
        if (!tries.TryGetValue(number, out var seen) || seen.Failures < FreeTries)
        {
            return Duration.Zero;
        }

        var doubling = Duration.FromSeconds(Math.Min(60, Math.Pow(2, seen.Failures - FreeTries)));
        var left = seen.Last + Duration.Min(doubling, Longest) - clock.GetCurrentInstant();
        return left > Duration.Zero ? left : Duration.Zero;
    }

    public void Failed(string number)
    {
        var now = clock.GetCurrentInstant();
        if (tries.Count > MostRemembered)
        {
            foreach (var (key, seen) in tries)
            {
                if (now - seen.Last > Forgotten)
                {
                    tries.TryRemove(key, out _);
                }
            }
        }

        tries.AddOrUpdate(number, (1, now), (_, seen) => (now - seen.Last > Forgotten ? 1 : seen.Failures + 1, now));
    }

    public void Succeeded(string number) => tries.TryRemove(number, out _);
}
