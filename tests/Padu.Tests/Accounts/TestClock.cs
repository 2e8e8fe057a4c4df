using NodaTime;

namespace Padu.Tests.Accounts;

/// <summary>The true time, moved forward as a test wishes.</summary>
internal sealed class TestClock : IClock
{
    private readonly Instant start = SystemClock.Instance.GetCurrentInstant();
    private Duration moved = Duration.Zero;

    public void Advance(Duration by) => moved += by;

    /// <summary>Stands still but for <see cref="Advance"/>, in whole microseconds as the journal keeps them.</summary>
    public Instant GetCurrentInstant() => Instant.FromUnixTimeTicks((start + moved).ToUnixTimeTicks() / 10 * 10);
}
