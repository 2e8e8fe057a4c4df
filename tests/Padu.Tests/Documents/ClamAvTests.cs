using System.Text;
using Padu.Documents;
using Padu.Web;

namespace Padu.Tests.Documents;

public sealed class ClamAvTests : IDisposable
{
    private readonly FakeClamd _clamd = new();

    public void Dispose() => _clamd.Dispose();

    [Fact]
    public async Task A_good_file_is_clean_by_the_signatures_of_a_day() =>
        Assert.Equal(new ScanVerdict.Clean(FakeClamd.Version), await Scan(new ClamAv(_clamd.Address), new byte[200_000]));

    [Fact]
    public async Task A_finding_has_its_name() =>
        Assert.Equal(
            new ScanVerdict.Infected("Eicar-Signature"),
            await Scan(new ClamAv(_clamd.Address), Encoding.ASCII.GetBytes(SampleFiles.Eicar))
        );

    [Fact]
    public async Task A_unix_socket_will_do()
    {
        var path = Path.Combine(Path.GetTempPath(), $"padu-{Guid.CreateVersion7():N}.sock");
        using var clamd = new FakeClamd(path);

        Assert.IsType<ScanVerdict.Clean>(await Scan(new ClamAv(clamd.Address), [1, 2, 3]));
        Assert.True(await new ClamAv(clamd.Address).Answers(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_too_long_for_it_is_not_called_clean()
    {
        _clamd.Most = 1_000_000;
        Assert.IsType<ScanVerdict.NotTaken>(await Scan(new ClamAv(_clamd.Address), new byte[1_100_000]));
    }

    [Fact]
    public async Task One_that_is_away_or_says_nothing_has_not_looked()
    {
        var nobody = new ClamAv(new Uri("tcp://127.0.0.1:1"));
        Assert.IsType<ScanVerdict.Unreachable>(await Scan(nobody, [1]));
        Assert.False(await nobody.Answers(TestContext.Current.CancellationToken));
        Assert.IsType<ScanVerdict.Unreachable>(await Scan(new ClamAv(new Uri("unix:/tidak/ada.sock")), [1]));
        _clamd.IsAway = true;
        Assert.IsType<ScanVerdict.Unreachable>(await Scan(new ClamAv(_clamd.Address), [1]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("stream: OK maybe")]
    [InlineData("galat\u0001\u0002")]
    public async Task An_answer_that_is_none_is_never_clean(string answer)
    {
        _clamd.Instead = answer;
        Assert.IsNotType<ScanVerdict.Clean>(await Scan(new ClamAv(_clamd.Address), [1]));
    }

    [Fact]
    public async Task A_scan_is_given_up_when_nobody_waits_for_it()
    {
        _clamd.IsSilent = true;
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ClamAv(_clamd.Address).Scan(new MemoryStream([1]), soon.Token));
    }

    [Theory]
    [InlineData("tcp://127.0.0.1:3310", true)]
    [InlineData("tcp://clamav.lan:3310/", true)]
    [InlineData("unix:/run/clamav/clamd.ctl", true)]
    [InlineData("tcp://127.0.0.1", false)]
    [InlineData("127.0.0.1:3310", false)]
    [InlineData("http://127.0.0.1:3310", false)]
    [InlineData("unix:", false)]
    [InlineData("/run/clamav/clamd.ctl", false)]
    public void Its_address_is_a_port_or_a_socket(string text, bool isGood)
    {
        if (isGood)
        {
            Assert.Equal(text, InstallationSettings.ClamAvOf(text).OriginalString);
        }
        else
        {
            Assert.Contains(text, Assert.Throws<FormatException>(() => InstallationSettings.ClamAvOf(text)).Message);
        }
    }

    private static Task<ScanVerdict> Scan(ClamAv scanner, byte[] bytes) =>
        scanner.Scan(new MemoryStream(bytes), TestContext.Current.CancellationToken);
}
