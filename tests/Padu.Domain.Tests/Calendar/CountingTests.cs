using NodaTime;
using Padu.Domain.Calendar;
using static Padu.Domain.Calendar.CountingUnit;

namespace Padu.Domain.Tests.Calendar;

public class CountingTests
{
    [Theory]
    // Around Nyepi and Idulfitri 2026.
    [InlineData("2026-03-13", 3, WorkingDay, false, "2026-03-25")]
    [InlineData("2026-03-13", 5, WorkingDay, false, "2026-03-27")]
    [InlineData("2026-03-13", 14, WorkingDay, false, "2026-04-10")]
    [InlineData("2026-03-13", 60, WorkingDay, false, "2026-06-24")]
    [InlineData("2026-03-13", 14, CalendarDay, false, "2026-03-27")]
    [InlineData("2026-03-13", 60, CalendarDay, false, "2026-05-12")]
    // The same with collective leave counted as working.
    [InlineData("2026-03-13", 3, WorkingDay, true, "2026-03-18")]
    [InlineData("2026-03-13", 5, WorkingDay, true, "2026-03-23")]
    [InlineData("2026-03-13", 14, WorkingDay, true, "2026-04-06")]
    [InlineData("2026-03-13", 60, WorkingDay, true, "2026-06-15")]
    // Around Ascension 2026.
    [InlineData("2026-05-11", 7, WorkingDay, false, "2026-05-22")]
    [InlineData("2026-05-11", 7, WorkingDay, true, "2026-05-21")]
    [InlineData("2026-11-12", 14, WorkingDay, false, "2026-12-02")]
    // Around Idulfitri 2025 and 2024.
    [InlineData("2025-03-27", 1, WorkingDay, false, "2025-04-08")]
    [InlineData("2025-03-27", 1, WorkingDay, true, "2025-03-28")]
    [InlineData("2024-04-05", 1, WorkingDay, false, "2024-04-16")]
    [InlineData("2024-04-05", 1, WorkingDay, true, "2024-04-08")]
    // Voting days are closed.
    [InlineData("2024-02-13", 1, WorkingDay, false, "2024-02-15")]
    [InlineData("2024-11-26", 1, WorkingDay, true, "2024-11-28")]
    // Year boundary and leap day.
    [InlineData("2025-12-24", 3, WorkingDay, false, "2025-12-31")]
    [InlineData("2025-12-30", 3, WorkingDay, false, "2026-01-05")]
    [InlineData("2025-12-20", 14, CalendarDay, false, "2026-01-03")]
    [InlineData("2026-02-28", 1, CalendarDay, false, "2026-03-01")]
    [InlineData("2024-02-28", 1, WorkingDay, false, "2024-02-29")]
    [InlineData("2024-02-28", 2, CalendarDay, false, "2024-03-01")]
    [InlineData("2024-02-29", 14, CalendarDay, false, "2024-03-14")]
    // An event on a closed day: the next open day is the first.
    [InlineData("2026-03-21", 1, WorkingDay, false, "2026-03-25")]
    public void An_institution_has_until_the_end_of_the_nth_day(string from, int amount, CountingUnit unit, bool leaveIsWorking, string due)
    {
        var rule = TestLaw.Rule(amount, unit, leaveIsWorking: leaveIsWorking);
        var explanation = TestLaw.Explain(rule, from);
        Assert.Equal(TestLaw.Date(due), explanation.DueDate);
        Assert.Equal(TestLaw.At(TestLaw.Date(due).PlusDays(1), hour: 0), explanation.Due);
    }

    [Fact]
    public void An_institutions_calendar_period_may_end_on_a_closed_day()
    {
        // Saturday 21 March 2026, Idulfitri.
        var explanation = TestLaw.Explain(TestLaw.Rule(14, CalendarDay), "2026-03-07");
        Assert.Equal(TestLaw.Date("2026-03-21"), explanation.DueDate);
        Assert.DoesNotContain(explanation.Days, day => day.Mark == DayMark.Extended);
    }

    [Theory(DisplayName = "Rule 57: who owes something by a closed day is told the last working day before it")]
    // Due on Saturday 21 March 2026, Idulfitri: Nyepi on the 19th, leave on the 18th and 20th, so Tuesday the 17th.
    [InlineData("2026-03-07", 14, CalendarDay, ClockSide.Institution, "2026-03-17")]
    // Due on Friday 27 March, an open day.
    [InlineData("2026-03-13", 14, CalendarDay, ClockSide.Institution, null)]
    [InlineData("2026-03-13", 3, WorkingDay, ClockSide.Institution, null)]
    [InlineData("2026-02-19", 30, CalendarDay, ClockSide.Complainant, null)]
    public void An_institution_is_told_by_when_to_act(string from, int amount, CountingUnit unit, ClockSide side, string? by) =>
        Assert.Equal(by is null ? null : TestLaw.Date(by), TestLaw.Explain(TestLaw.Rule(amount, unit, side), from).ActBy);

    [Fact(DisplayName = "Rule 57: hours end whatever day it is")]
    public void Hours_have_no_last_working_day() => Assert.Null(TestLaw.Explain(TestLaw.Rule(72, Hour), "2026-03-18").ActBy);

    [Fact]
    public void A_complainants_calendar_period_runs_on_to_the_next_working_day()
    {
        var explanation = TestLaw.Explain(TestLaw.Rule(30, CalendarDay, ClockSide.Complainant), "2026-02-19");
        Assert.Equal(TestLaw.Date("2026-03-25"), explanation.DueDate);
        Assert.Equal(
            ["2026-03-22", "2026-03-23", "2026-03-24", "2026-03-25"],
            explanation.Days.Where(day => day.Mark == DayMark.Extended).Select(day => day.Date.ToString("uuuu-MM-dd", null))
        );
        Assert.Equal(TestLaw.Date("2026-03-21"), explanation.Days.Single(day => day.Number == 30).Date);
    }

    [Fact]
    public void A_complainants_period_that_ends_on_a_working_day_is_not_extended() =>
        Assert.Equal(
            TestLaw.Date("2026-06-10"),
            TestLaw.Explain(TestLaw.Rule(30, CalendarDay, ClockSide.Complainant), "2026-05-11").DueDate
        );

    [Fact]
    public void Every_day_of_the_list_says_why_it_did_not_count()
    {
        var days = TestLaw.Explain(TestLaw.Rule(3), "2026-03-13").Days;
        Assert.Equal(
            [
                DayMark.DayZero,
                DayMark.Weekend,
                DayMark.Weekend,
                DayMark.Counted,
                DayMark.Counted,
                DayMark.CollectiveLeave,
                DayMark.NationalHoliday,
                DayMark.CollectiveLeave,
                DayMark.Weekend,
                DayMark.Weekend,
                DayMark.CollectiveLeave,
                DayMark.CollectiveLeave,
                DayMark.Counted,
            ],
            days.Select(day => day.Mark)
        );
        Assert.Contains("Nyepi", days[6].Name, StringComparison.Ordinal);
        Assert.Contains("Idulfitri", days[8].Name, StringComparison.Ordinal);
        Assert.Null(days[1].Name);
    }

    [Fact(DisplayName = "Rule 57: hours are exact")]
    public void Hours_are_exact_and_know_no_weekend()
    {
        var trigger = Instant.FromUtc(2026, 3, 20, 9, 17, 5);
        var explanation = Counting.Explain(TestLaw.Rule(72, Hour), trigger, [], TestLaw.With());
        Assert.Equal(Instant.FromUtc(2026, 3, 23, 9, 17, 5), explanation.Due);
        Assert.Equal(TestLaw.Date("2026-03-23"), explanation.DueDate);
        Assert.Empty(explanation.Days);
        Assert.Empty(explanation.UnsettledYears);
    }

    [Fact(DisplayName = "Rule 57: the legal day is the local date where the office sits")]
    public void The_legal_day_is_the_local_date_of_the_office()
    {
        // 16:30 UTC on Friday: Friday in Bengkulu, already Saturday in Jayapura.
        var moment = Instant.FromUtc(2026, 5, 22, 16, 30);
        var rule = TestLaw.Rule(1, CalendarDay);
        var west = TestLaw.With();
        var east = west with { Zone = DateTimeZoneProviders.Tzdb["Asia/Jayapura"] };
        Assert.Equal(TestLaw.Date("2026-05-23"), Counting.Explain(rule, moment, [], west).DueDate);
        Assert.Equal(TestLaw.Date("2026-05-24"), Counting.Explain(rule, moment, [], east).DueDate);
        Assert.Equal(Instant.FromUtc(2026, 5, 24, 15, 0), Counting.Explain(rule, moment, [], east).Due);
    }

    [Fact(DisplayName = "Rule 57: the day of the event is excluded, whatever its hour")]
    public void The_last_minute_of_a_day_and_the_first_of_the_next_are_a_day_apart()
    {
        var monday = TestLaw.Date("2026-11-09");
        var rule = TestLaw.Rule(3);
        Assert.Equal(TestLaw.Date("2026-11-12"), Counting.Explain(rule, TestLaw.At(monday, 23, 59), [], TestLaw.With()).DueDate);
        Assert.Equal(TestLaw.Date("2026-11-13"), Counting.Explain(rule, TestLaw.At(monday.PlusDays(1), 0), [], TestLaw.With()).DueDate);
    }

    [Fact]
    public void A_provisional_year_is_named() => Assert.Equal([2027], TestLaw.Explain(TestLaw.Rule(14), "2026-12-15").UnsettledYears);

    [Fact]
    public void A_settled_year_is_not_named() => Assert.Empty(TestLaw.Explain(TestLaw.Rule(14), "2026-03-13").UnsettledYears);

    [Fact]
    public void A_missing_year_is_named_and_counting_goes_on_by_weekends()
    {
        var explanation = TestLaw.Explain(TestLaw.Rule(5), "2026-12-28", TestLaw.WithoutYear(2027));
        Assert.Equal(TestLaw.Date("2027-01-04"), explanation.DueDate);
        Assert.Equal([2027], explanation.UnsettledYears);
    }

    [Fact]
    public void Calendar_days_of_an_institution_rest_on_no_holiday_set() =>
        Assert.Empty(TestLaw.Explain(TestLaw.Rule(60, CalendarDay), "2026-12-15").UnsettledYears);

    [Theory]
    [InlineData("2026-12-15", new[] { 2027 })]
    [InlineData("2025-12-15", new int[0])]
    public void Calendar_days_of_a_complainant_rest_on_the_set_where_they_end(string from, int[] unsettled) =>
        Assert.Equal(
            unsettled,
            TestLaw.Explain(TestLaw.Rule(30, CalendarDay, ClockSide.Complainant), from, TestLaw.WithoutYear(2025)).UnsettledYears
        );

    [Fact]
    public void The_row_valid_on_the_triggering_day_counts()
    {
        var old = TestLaw.Rule(30, CalendarDay) with { ValidTo = TestLaw.Date("2026-06-30") };
        var current = TestLaw.Rule(10, CalendarDay) with { ValidFrom = TestLaw.Date("2026-07-01") };
        var legal = TestLaw.With(old, current);
        Assert.Equal(
            TestLaw.Date("2026-07-30"),
            Counting.Start(ClockKind.Decision, old.Code, TestLaw.At(TestLaw.Date("2026-06-30"), 23, 59), legal).DueDate
        );
        Assert.Equal(
            TestLaw.Date("2026-07-11"),
            Counting.Start(ClockKind.Decision, old.Code, TestLaw.At(TestLaw.Date("2026-07-01"), 0), legal).DueDate
        );
    }

    [Fact]
    public void A_day_without_a_rule_is_a_bug_and_throws()
    {
        var rule = TestLaw.Rule(3) with { ValidFrom = TestLaw.Date("2026-01-02") };
        var legal = TestLaw.With(rule);
        Assert.Throws<InvalidOperationException>(() => legal.Rules.On(rule.Code, TestLaw.Date("2026-01-01")));
        Assert.Throws<InvalidOperationException>(() => legal.Rules.On(new RuleCode("lain"), TestLaw.Date("2026-01-02")));
    }
}
