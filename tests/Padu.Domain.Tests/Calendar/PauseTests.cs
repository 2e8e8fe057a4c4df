using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Tests.Calendar;

public class PauseTests
{
    private static readonly DeadlineRule Rule = TestLaw.Rule(5);
    private static readonly LegalContext Legal = TestLaw.With(Rule);

    // Received Monday 9 November 2026; without a pause due Monday 16 November.
    private static readonly Clock Running = Counting.Start(ClockKind.FirstAnswer, Rule.Code, At("2026-11-09"), Legal);

    [Fact]
    public void A_paused_clock_has_no_date_and_shows_the_days_counted_so_far()
    {
        var paused = Counting.Pause(Running, At("2026-11-11"), PauseReason.AwaitingCompletion, Legal);
        Assert.Equal(ClockStatus.Paused, paused.Status);
        Assert.Null(paused.Due);
        Assert.Null(paused.DueDate);
        Assert.Equal([new ClockPause(TestLaw.Date("2026-11-11"), null, PauseReason.AwaitingCompletion)], paused.Pauses);
        var explanation = Counting.Explain(paused, Legal);
        Assert.Null(explanation.Due);
        Assert.Equal(2, explanation.Days.Max(day => day.Number));
    }

    [Fact]
    public void A_resumed_clock_goes_on_with_the_day_after_resuming()
    {
        var resumed = PausedFrom("2026-11-11", "2026-11-18");
        Assert.Equal(ClockStatus.Running, resumed.Status);
        Assert.Equal(TestLaw.Date("2026-11-23"), resumed.DueDate);
        Assert.Equal(TestLaw.At(TestLaw.Date("2026-11-24"), 0), resumed.Due);
        var days = Counting.Explain(resumed, Legal).Days;
        Assert.Equal(2, days.Single(day => day.Date == TestLaw.Date("2026-11-11")).Number);
        Assert.All(
            days.Where(day => day.Date > TestLaw.Date("2026-11-11") && day.Date <= TestLaw.Date("2026-11-18")),
            day => Assert.Equal(DayMark.Paused, day.Mark)
        );
        Assert.Equal(3, days.Single(day => day.Date == TestLaw.Date("2026-11-19")).Number);
    }

    [Fact]
    public void A_pause_within_one_day_changes_nothing()
    {
        Assert.Equal(Running.DueDate, PausedFrom("2026-11-11", "2026-11-11").DueDate);
        Assert.Equal(Running.DueDate, PausedFrom("2026-11-16", "2026-11-16").DueDate);
    }

    [Fact]
    public void Who_pauses_on_the_last_day_has_that_day_after_the_pause()
    {
        Assert.Null(Counting.Pause(Running, At("2026-11-16"), PauseReason.AwaitingCompletion, Legal).Due);
        var resumed = PausedFrom("2026-11-16", "2026-11-18");
        Assert.Equal(TestLaw.Date("2026-11-19"), resumed.DueDate);
        Assert.Equal(DayMark.Paused, Counting.Explain(resumed, Legal).Days.Single(day => day.Date == TestLaw.Date("2026-11-16")).Mark);
    }

    [Fact]
    public void A_pause_does_not_bring_back_a_period_that_had_ended()
    {
        var paused = Counting.Pause(Running, At("2026-11-17"), PauseReason.AwaitingCompletion, Legal);
        Assert.Equal(Running.Due, paused.Due);
        Assert.Equal(Running.DueDate, paused.DueDate);
        Assert.Equal(Running.DueDate, Counting.Resume(paused, At("2026-11-24"), Legal).DueDate);
    }

    [Fact]
    public void Two_pauses_are_both_left_out()
    {
        var first = PausedFrom("2026-11-10", "2026-11-11");
        var second = Counting.Resume(
            Counting.Pause(first, At("2026-11-12"), PauseReason.AwaitingCompletion, Legal),
            At("2026-11-13"),
            Legal
        );
        Assert.Equal(TestLaw.Date("2026-11-18"), second.DueDate);
        Assert.Equal(2, second.Pauses.Length);
    }

    [Fact]
    public void Hours_never_pause()
    {
        var rule = TestLaw.Rule(72, CountingUnit.Hour);
        var legal = TestLaw.With(rule);
        var clock = Counting.Start(ClockKind.FirstAnswer, rule.Code, At("2026-11-09"), legal);
        Assert.Equal(clock.Due, Counting.Pause(clock, At("2026-11-10"), PauseReason.AwaitingCompletion, legal).Due);
    }

    [Fact]
    public void Only_a_running_clock_pauses_and_only_a_paused_one_resumes()
    {
        var paused = Counting.Pause(Running, At("2026-11-11"), PauseReason.AwaitingCompletion, Legal);
        Assert.Throws<InvalidOperationException>(() => Counting.Pause(paused, At("2026-11-12"), PauseReason.AwaitingCompletion, Legal));
        Assert.Throws<InvalidOperationException>(() => Counting.Resume(Running, At("2026-11-12"), Legal));
    }

    [Fact]
    public void A_clock_counted_again_by_another_calendar_says_so()
    {
        var other = TestLaw.WithoutYear(2027) with { Rules = Legal.Rules };
        var resumed = Counting.Resume(
            Counting.Pause(Running, At("2026-11-11"), PauseReason.AwaitingCompletion, Legal),
            At("2026-11-12"),
            other
        );
        Assert.Equal(Legal.Calendar.Version, Running.CalendarVersion);
        Assert.Equal(other.Calendar.Version, resumed.CalendarVersion);
    }

    private static Clock PausedFrom(string from, string to) =>
        Counting.Resume(Counting.Pause(Running, At(from), PauseReason.AwaitingCompletion, Legal), At(to), Legal);

    private static Instant At(string date) => TestLaw.At(TestLaw.Date(date));
}
