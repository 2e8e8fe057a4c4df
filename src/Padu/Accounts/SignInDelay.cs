using NodaTime;

namespace Padu.Accounts;

/// <summary>
/// Slows guessing at one account without ever locking it: five attempts are free, then the wait doubles up to a minute. A lock would let
/// anybody stop an officer's work before a deadline; a limit by address would stop a whole office behind one line. Names that do not exist
/// are slowed alike. Kept in memory: a restart forgives, and guessing gains five attempts by it.
/// </summary>
public sealed class SignInDelay(IClock clock)
{
    private const int Free = 5;
    private const int Remembered = 10_000;
    private static readonly Duration Longest = Duration.FromMinutes(1);
    private static readonly Duration Forgotten = Duration.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Failures> failures = [];

    private sealed record Failures(int Count, Instant Last);

    /// <summary>
    /// Begins an attempt: how long this account must still wait, or zero, and then the attempt already counts as failed. Counting before
    /// looking leaves no gap for a thousand attempts at the same moment.
    /// </summary>
    public Duration Begin(string account)
    {
        var now = clock.GetCurrentInstant();
        lock (gate)
        {
            var known = failures.GetValueOrDefault(account);
            if (known is not null && known.Last + Pause(known.Count) - now is var wait && wait > Duration.Zero)
            {
                return wait;
            }

            if (failures.Count >= Remembered)
            {
                Forget(now);
            }

            failures[account] = new Failures(known is null || now - known.Last > Forgotten ? 1 : known.Count + 1, now);
            return Duration.Zero;
        }
    }

    public void Succeeded(string account)
    {
        lock (gate)
        {
            failures.Remove(account);
        }
    }

    private static Duration Pause(int count) =>
        count < Free ? Duration.Zero : Duration.Min(Longest, Duration.FromSeconds(1L << Math.Min(count - Free, 10)));

    /// <summary>Makes room: what is old first, and when nothing is old, what failed least.</summary>
    private void Forget(Instant now)
    {
        foreach (
            var (account, _) in failures
                .OrderBy(entry => entry.Value.Last > now - Forgotten)
                .ThenBy(entry => entry.Value.Count)
                .Take(Remembered / 2)
                .ToList()
        )
        {
            failures.Remove(account);
        }
    }
}
