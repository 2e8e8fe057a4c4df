using System.Text;
using NodaTime;
using Padu.Accounts;

namespace Padu.Tests.Accounts;

public class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, SHA-1: the last six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Code_is_the_one_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Key, Instant.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void Clock_may_differ_by_one_step(int seconds, bool good)
    {
        var now = Instant.FromUtc(2026, 4, 10, 3, 0);
        Assert.Equal(good, Totp.Match(Key, Totp.CodeAt(Key, now + Duration.FromSeconds(seconds)), now, 0) is not null);
    }

    [Fact]
    public void Code_is_good_once()
    {
        var now = Instant.FromUtc(2026, 4, 10, 3, 0);
        var step = Totp.Match(Key, Totp.CodeAt(Key, now), now, 0);
        Assert.NotNull(step);
        Assert.Null(Totp.Match(Key, Totp.CodeAt(Key, now), now, step.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("abcdef")]
    public void Anything_else_is_no_code(string typed) => Assert.Null(Totp.Match(Key, typed, Instant.FromUnixTimeSeconds(59), 0));

    [Fact]
    public void Key_is_written_in_base32() => Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Text(Key));
}
