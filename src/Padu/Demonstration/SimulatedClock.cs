using NodaTime;

namespace Padu.Demonstration;

/// <summary>
/// The clock of the program that fills a demonstration: it stands still and is moved from act to act, so that what is recorded is recorded at the
/// moment it is said to have happened. The program that then serves the demonstration has the true clock.
/// </summary>
public sealed class SimulatedClock(Instant start) : IClock
{
    private Instant now = start;

    public Instant GetCurrentInstant() => now;

    /// <exception cref="ArgumentOutOfRangeException">A journal is not written backwards.</exception>
    public void MoveTo(Instant moment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(moment, now);
        now = moment;
    }
}
