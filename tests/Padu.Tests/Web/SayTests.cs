using System.Globalization;
using NodaTime;
using Padu.Calendar;
using Padu.Domain.Calendar;
using Padu.Web;

namespace Padu.Tests.Web;

public sealed class SayTests
{
    private static readonly LegalContext Legal = ReferenceCalendar.Load().For("17");

    // Friday 10 April 2026, 14.07 in Bengkulu.
    private static readonly Instant Now = Instant.FromUtc(2026, 4, 10, 7, 7);

    [Fact]
    public void Dates_and_moments_are_words_with_their_weekday()
    {
        Assert.Equal("Jumat, 10 April 2026", Speaking("id").Date(new LocalDate(2026, 4, 10)));
        Assert.Equal("Friday, 10 April 2026", Speaking("en").Date(new LocalDate(2026, 4, 10)));
        Assert.Equal("Jumat, 10 April 2026 pukul 14.07 WIB", Speaking("id").Moment(Now));
        Assert.Equal("Friday, 10 April 2026 at 14:07 WIB", Speaking("en").Moment(Now));
        Assert.Equal("Jumat, 10 April 2026 pukul 16.07 WIT", Speaking("id").Moment(Now, DateTimeZoneProviders.Tzdb["Asia/Jayapura"]));
    }

    [Fact]
    public void Relative_time_counts_days_by_the_calendar_and_not_by_24_hours()
    {
        var say = Speaking("id");
        Assert.Equal("baru saja", say.Relative(Now - Duration.FromSeconds(20)));
        Assert.Equal("5 menit lalu", say.Relative(Now - Duration.FromMinutes(5)));
        Assert.Equal("14 jam lalu", say.Relative(Now - Duration.FromHours(14)));
        Assert.Equal("kemarin", say.Relative(Now - Duration.FromHours(15)));
        Assert.Equal("3 hari lalu", say.Relative(Now - Duration.FromDays(3)));
        Assert.Equal("besok", say.Relative(Now + Duration.FromHours(11)));
        Assert.Equal("1 minute ago", Speaking("en").Relative(Now - Duration.FromMinutes(1)));
    }

    [Theory]
    [InlineData(-3, "late", "telat 3 hari kerja", "3 working days late")]
    [InlineData(-1, "late", "telat 1 hari kerja", "1 working day late")]
    [InlineData(0, "soon", "hari ini", "today")]
    [InlineData(2, "soon", "2 hari kerja lagi", "2 working days left")]
    [InlineData(3, "ok", "3 hari kerja lagi", "3 working days left")]
    public void Days_left_are_words_and_a_kind(int left, string kind, string indonesian, string english)
    {
        var said = Speaking("id").Left(left, CountingUnit.WorkingDay);
        Assert.Equal((kind, indonesian), (said.Kind, said.Words));
        Assert.Equal(english, Speaking("en").Left(left, CountingUnit.WorkingDay).Words);
    }

    [Fact]
    public void A_clock_that_ended_on_Friday_is_late_on_Saturday_although_no_working_day_passed()
    {
        var received = Instant.FromUtc(2026, 4, 7, 3, 0); // Tuesday; three working days end on Friday the 10th.
        var clock = Counting.Start(ClockKind.Verification, new RuleCode("sp4n.verifikasi"), received, Legal);

        Assert.Equal("hari ini", Speaking("id").Due(clock, Legal).Words);
        Assert.Equal(("late", "lewat batas"), Pair(Speaking("id", Now + Duration.FromDays(1)).Due(clock, Legal)));
        Assert.Equal(("late", "telat 1 hari kerja"), Pair(Speaking("id", Now + Duration.FromDays(3)).Due(clock, Legal)));
        Assert.Equal(("wait", "jeda"), Pair(Speaking("id").Due(Counting.Pause(clock, Now, PauseReason.AwaitingCompletion, Legal), Legal)));
    }

    [Fact]
    public void What_ends_on_a_Sunday_is_called_the_last_working_day_on_the_Friday_before()
    {
        // Now is Friday 10 April 2026; fourteen days from Sunday 29 March end on Sunday the 12th.
        var clock = Counting.Start(ClockKind.Completeness, new RuleCode("uu25.kelengkapan"), Instant.FromUtc(2026, 3, 29, 3, 0), Legal);
        Assert.Equal(new LocalDate(2026, 4, 12), clock.DueDate);
        Assert.Equal(("soon", "hari kerja terakhir"), Pair(Speaking("id").Due(clock, Legal)));
        Assert.Equal(("ok", "3 hari kalender lagi"), Pair(Speaking("id", Now - Duration.FromDays(1)).Due(clock, Legal)));
        Assert.Equal(("soon", "1 hari kalender lagi"), Pair(Speaking("id", Now + Duration.FromDays(1)).Due(clock, Legal)));
    }

    [Fact]
    public void Sizes_and_numbers_follow_the_language()
    {
        Assert.Equal("20.096", Speaking("id").Number(20_096));
        Assert.Equal("92,4 %", Speaking("id").Percent(0.924m));
        Assert.Equal("1.4 MB", Speaking("en").FileSize(1_400_000));
    }

    private static (string, string) Pair(Nearness nearness) => (nearness.Kind, nearness.Words);

    private static Say Speaking(string language, Instant? at = null) =>
        new(
            new Texts().In(CultureInfo.GetCultureInfo(language == "id" ? "id-ID" : "en-GB")),
            new FixedClock(at ?? Now),
            DateTimeZoneProviders.Tzdb["Asia/Jakarta"]
        );

    private sealed class FixedClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
