using NodaTime;

namespace Padu.Storage;

/// <summary>The journal's times are whole microseconds: what both databases and every platform keep exactly.</summary>
public static class Moments
{
    public static Instant ToMicroseconds(this Instant instant) => FromMicros(ToMicros(instant));

    public static long ToMicros(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        var micros = ticks / 10;
        return ticks % 10 < 0 ? micros - 1 : micros;
    }

    public static Instant FromMicros(long micros) => Instant.FromUnixTimeTicks(micros * 10);
}

/// <summary>The machine's clock in whole microseconds, so that no fact ever carries a finer moment than is stored.</summary>
public sealed class MicrosecondClock(IClock inner) : IClock
{
    public Instant GetCurrentInstant() => inner.GetCurrentInstant().ToMicroseconds();
}
