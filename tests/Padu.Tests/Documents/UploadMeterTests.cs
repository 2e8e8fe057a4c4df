using System.Net;
using NodaTime;
using Padu.Documents;

namespace Padu.Tests.Documents;

public sealed class UploadMeterTests
{
    private const long Mebibyte = 1024 * 1024;
    private static readonly IPAddress Village = IPAddress.Parse("203.0.113.7");
    private readonly TestClock _clock = new();
    private readonly UploadMeter _meter;

    public UploadMeterTests() => _meter = new UploadMeter(_clock);

    [Fact]
    public void A_session_has_its_share_of_an_hour()
    {
        var session = Guid.CreateVersion7();
        Assert.Null(Take(session, Village, 100));
        Assert.Equal("evidence.hour-full", Take(session, Village, 51));
        Assert.Null(Take(session, Village, 50));
        _clock.Now += Duration.FromMinutes(59);
        Assert.Equal("evidence.hour-full", Take(session, Village, 1));
        _clock.Now += Duration.FromMinutes(1);
        Assert.Null(Take(session, Village, 150));
    }

    [Fact]
    public void A_village_behind_one_address_has_far_more_and_mutes_nobody_elsewhere()
    {
        for (var person = 0; person < 15; person++)
        {
            Assert.Null(Take(Guid.CreateVersion7(), Village, 100));
        }

        Assert.Equal("evidence.hour-full", Take(Guid.CreateVersion7(), Village, 1));
        Assert.Null(Take(Guid.CreateVersion7(), IPAddress.Parse("203.0.113.8"), 100));
    }

    [Fact]
    public void A_household_counts_as_one_however_many_addresses_it_takes()
    {
        for (var person = 1; person <= 15; person++)
        {
            Assert.Null(Take(Guid.CreateVersion7(), IPAddress.Parse($"2001:db8:1:2::{person}"), 100));
        }

        Assert.Equal("evidence.hour-full", Take(Guid.CreateVersion7(), IPAddress.Parse("2001:db8:1:2:ffff::1"), 1));
        Assert.Null(Take(Guid.CreateVersion7(), IPAddress.Parse("2001:db8:1:3::1"), 1));
    }

    /// <summary>Behind a proxy that tells nothing everybody has its address: a limit on it would be one on all.</summary>
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("192.168.1.1")]
    [InlineData("172.16.0.9")]
    [InlineData("fd00::1")]
    [InlineData(null)]
    public void The_machine_itself_and_private_networks_are_counted_by_session_only(string? address)
    {
        for (var person = 0; person < 30; person++)
        {
            Assert.Null(Take(Guid.CreateVersion7(), address is null ? null : IPAddress.Parse(address), 100));
        }
    }

    private string? Take(Guid session, IPAddress? address, long mebibytes) =>
        _meter.Take(new Visitor(session, address, 0), mebibytes * Mebibyte)?.Code;
}
