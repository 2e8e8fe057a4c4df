using NodaTime;
using Padu.Accounts;

namespace Padu.Tests.Accounts;

public class SignInDelayTests
{
    private readonly TestClock clock = new();
    private readonly SignInDelay delay;

    public SignInDelayTests() => delay = new SignInDelay(clock);

    [Fact]
    public void Wait_doubles_up_to_a_minute_and_never_ends_in_a_lock()
    {
        var waits = new List<double>();
        for (var attempt = 0; attempt < 15; attempt++)
        {
            Assert.Equal(Duration.Zero, delay.Begin("sari"));
            var wait = delay.Begin("sari");
            if (wait == Duration.Zero)
            {
                continue;
            }

            waits.Add(wait.TotalSeconds);
            clock.Advance(wait);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], waits.Take(8));
        Assert.All(waits.Skip(8), wait => Assert.Equal(60, wait));
    }

    [Fact]
    public void Five_attempts_are_free()
    {
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal(Duration.Zero, delay.Begin("sari")));
        Assert.NotEqual(Duration.Zero, delay.Begin("sari"));
    }

    [Fact]
    public void Success_forgives()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            delay.Begin("sari");
        }

        delay.Succeeded("sari");
        Assert.Equal(Duration.Zero, delay.Begin("sari"));
    }

    [Fact]
    public void Another_account_is_not_slowed()
    {
        for (var attempt = 0; attempt < 6; attempt++)
        {
            delay.Begin("sari");
        }

        Assert.Equal(Duration.Zero, delay.Begin("budi"));
    }

    [Fact]
    public void Thousands_of_invented_names_do_not_make_a_guessed_one_forgotten()
    {
        for (var attempt = 0; attempt < 6; attempt++)
        {
            delay.Begin("sari");
        }

        for (var name = 0; name < 30_000; name++)
        {
            delay.Begin($"nama{name}");
        }

        Assert.NotEqual(Duration.Zero, delay.Begin("sari"));
    }
}
