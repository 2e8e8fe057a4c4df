using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Privacy;
using Padu.Domain.Tests.Calendar;

namespace Padu.Domain.Tests.Privacy;

/// <summary>From which day nothing obliges to keep somebody's data any longer.</summary>
public sealed class RetentionTests
{
    private static readonly RetentionSchedule Schedule = new(
        "uji",
        [Row(RetentionSchedule.PersonOfACase, 730), Row(RetentionSchedule.AuthorOfAnInput, 10)]
    );

    [Theory(DisplayName = "Rule 53: the day is counted from the local day on which it was over, for each kind by its own row")]
    [InlineData(RetentionSchedule.PersonOfACase, 730)]
    [InlineData(RetentionSchedule.AuthorOfAnInput, 10)]
    public void The_first_day_without_a_duty(string kind, int days)
    {
        // Late on Thursday in Bengkulu, still Wednesday in Greenwich.
        var over = TestLaw.At(new LocalDate(2026, 11, 12), hour: 1);
        Assert.Equal(new LocalDate(2026, 11, 12).PlusDays(days), Schedule.KeptUntil(over, TestLaw.Jakarta, kind));
    }

    [Theory(DisplayName = "Rule 53: due on its day, not the day before")]
    [InlineData(RetentionSchedule.PersonOfACase)]
    [InlineData(RetentionSchedule.AuthorOfAnInput)]
    public void Due_on_the_day_and_not_before(string kind)
    {
        foreach (var hour in new[] { 0, 12, 23 })
        {
            var over = TestLaw.At(new LocalDate(2026, 11, 12), hour);
            var until = Schedule.KeptUntil(over, TestLaw.Jakarta, kind);
            Assert.True(over < Schedule.DueIfClosedBefore(until, TestLaw.Jakarta, kind));
            Assert.False(over < Schedule.DueIfClosedBefore(until.PlusDays(-1), TestLaw.Jakarta, kind));
        }
    }

    private static RetentionRow Row(string code, int days) =>
        new(code, days, RetentionTrigger.CaseClosed, RetentionEnd.Person, "uji", Confidence.Doubtful, null);
}
