using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Calendar;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Organisations;

public sealed class RemindingTests
{
    /// <summary>Thursday 12 November 2026, 08.44.</summary>
    private static readonly Instant Morning = Given.Filed;
    private static readonly LocalDate Today = new(2026, 11, 12);
    private static readonly ImmutableArray<Waiting> Some = [new(WaitingMatter.CaseLate, 1), new(WaitingMatter.Evidence, 2)];

    [Fact]
    public void An_office_is_reminded_once_on_a_working_day_by_the_program_alone()
    {
        Assert.Equal(Due(Today, Some), Assert.Single(Remind(Due(Today, Some), Given.System, Morning).Events));
        Assert.Equal("access.not-yours", Refused(Due(Today, Some), Given.CityAdmin, Morning));
        Assert.Equal("digest.already-due", Refused(Due(Today, Some), Given.System, Morning, new Digest(1)));
    }

    [Theory]
    // 07.29 and 07.30 of the Thursday, and the Saturday after it.
    [InlineData(2026, 11, 12, 7, 29, "digest.not-now")]
    [InlineData(2026, 11, 12, 7, 30, null)]
    [InlineData(2026, 11, 12, 23, 59, null)]
    [InlineData(2026, 11, 14, 9, 0, "digest.not-now")]
    // Christmas, and the collective leave before it.
    [InlineData(2026, 12, 25, 9, 0, "digest.not-now")]
    [InlineData(2026, 12, 24, 9, 0, "digest.not-now")]
    public void Only_on_a_working_day_once_work_has_begun(int year, int month, int day, int hour, int minute, string? code)
    {
        var date = new LocalDate(year, month, day);
        var at = date.At(new LocalTime(hour, minute)).InZoneStrictly(Law.Bengkulu.Zone).ToInstant();
        Assert.Equal(code, Refused(Due(date, Some), Given.System, at));
    }

    [Fact]
    public void A_day_that_is_over_is_not_made_up_for() =>
        Assert.Equal("digest.not-now", Refused(Due(Today.PlusDays(-1), Some), Given.System, Morning));

    [Fact]
    public void Where_nothing_waits_nothing_is_sent() =>
        Assert.Equal("digest.nothing-waits", Refused(Due(Today, []), Given.System, Morning));

    [Theory]
    [InlineData("2026-11-12", "2026-11-13")]
    // Over a weekend; over Christmas with its leave.
    [InlineData("2026-11-13", "2026-11-16")]
    [InlineData("2026-12-23", "2026-12-28")]
    public void Soon_reaches_to_the_end_of_the_next_working_day(string today, string last) =>
        Assert.Equal(
            TestLaw.Date(last).PlusDays(1).AtStartOfDayInZone(Law.Bengkulu.Zone).ToInstant(),
            Reminding.Horizon(TestLaw.Date(today), Law.Bengkulu)
        );

    private static DigestEvent.Due Due(LocalDate on, ImmutableArray<Waiting> waiting) => new(Given.City.Code, on, waiting);

    private static Decision<DigestEvent> Remind(DigestEvent.Due due, Actor actor, Instant now, Digest? digest = null) =>
        Reminding.Remind(digest ?? Digest.None, due, actor, now, Law.Bengkulu);

    private static string? Refused(DigestEvent.Due due, Actor actor, Instant now, Digest? digest = null) =>
        Remind(due, actor, now, digest).Refusal?.Code;
}
