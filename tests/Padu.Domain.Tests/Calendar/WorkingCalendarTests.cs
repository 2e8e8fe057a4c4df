using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Tests.Calendar;

public class WorkingCalendarTests
{
    [Theory]
    [InlineData(2025, 237)]
    [InlineData(2026, 240)]
    public void A_year_has_the_working_days_of_its_decree(int year, int days) =>
        Assert.Equal(days, TestLaw.Calendar.WorkingDaysBetween(new LocalDate(year - 1, 12, 31), new LocalDate(year, 12, 31)));

    [Theory]
    [InlineData(2024, 19, 10)]
    [InlineData(2025, 17, 11)]
    [InlineData(2026, 17, 8)]
    [InlineData(2027, 17, 0)]
    public void A_set_has_the_holidays_and_the_leave_of_its_decree(int year, int national, int leave)
    {
        var days = TestLaw.Calendar.SetOf(year)!.Days;
        Assert.Equal(national, days.Count(day => day.Kind == DayKind.NationalHoliday));
        Assert.Equal(leave, days.Count(day => day.Kind == DayKind.CollectiveLeave));
    }

    [Theory]
    [InlineData("2024-02-14", DayKind.NationalHoliday)] // national vote
    [InlineData("2024-11-27", DayKind.NationalHoliday)] // regional vote
    [InlineData("2025-08-18", DayKind.CollectiveLeave)] // added in August 2025
    [InlineData("2026-03-19", DayKind.NationalHoliday)]
    [InlineData("2026-03-20", DayKind.CollectiveLeave)]
    [InlineData("2026-03-21", DayKind.Weekend)] // Idulfitri on a Saturday
    [InlineData("2026-03-25", DayKind.Working)]
    [InlineData("2026-12-25", DayKind.NationalHoliday)]
    public void A_day_is_what_the_decree_and_the_week_make_it(string date, DayKind kind) =>
        Assert.Equal(kind, TestLaw.Calendar.KindOf(TestLaw.Date(date)));

    [Fact]
    public void A_holiday_on_a_weekend_is_still_named() =>
        Assert.Contains("Idulfitri", TestLaw.Calendar.NameOf(TestLaw.Date("2026-03-21")), StringComparison.Ordinal);

    [Fact(DisplayName = "Rule 59: collective leave works only where a rule says so")]
    public void Collective_leave_is_working_only_where_the_rule_says_so()
    {
        var leave = TestLaw.Date("2026-03-20");
        Assert.False(TestLaw.Calendar.IsWorking(leave));
        Assert.True(TestLaw.Calendar.IsWorking(leave, leaveIsWorking: true));
        Assert.False(TestLaw.Calendar.IsWorking(TestLaw.Date("2026-03-19"), leaveIsWorking: true));
        Assert.False(TestLaw.Calendar.IsWorking(TestLaw.Date("2026-03-21"), leaveIsWorking: true));
    }

    [Fact]
    public void Only_the_year_without_a_decree_is_provisional()
    {
        Assert.Equal([2024, 2025, 2026], TestLaw.Calendar.Sets.Where(set => set.Official).Select(set => set.Year));
        Assert.False(TestLaw.Calendar.SetOf(2027)!.Official);
        Assert.Null(TestLaw.Calendar.SetOf(2028));
    }

    [Fact]
    public void The_version_names_every_set() =>
        Assert.Equal(string.Join('+', TestLaw.Sets.Select(set => set.Version)), TestLaw.Calendar.Version.Value);

    [Fact]
    public void Days_between_count_the_end_and_not_the_start()
    {
        var friday = TestLaw.Date("2026-03-13");
        var wednesday = TestLaw.Date("2026-03-25");
        Assert.Equal(3, TestLaw.Calendar.WorkingDaysBetween(friday, wednesday));
        Assert.Equal(-3, TestLaw.Calendar.WorkingDaysBetween(wednesday, friday));
        Assert.Equal(0, TestLaw.Calendar.WorkingDaysBetween(friday, friday));
    }

    [Theory]
    [InlineData("2026-03-17", "2026-03-17")]
    [InlineData("2026-03-24", "2026-03-17")]
    public void The_previous_working_day_is_the_day_itself_when_it_works(string from, string previous) =>
        Assert.Equal(TestLaw.Date(previous), TestLaw.Calendar.PreviousWorking(TestLaw.Date(from)));

    [Theory]
    [InlineData("2026-03-17", "2026-03-17")]
    [InlineData("2026-03-18", "2026-03-25")]
    public void The_next_working_day_is_the_day_itself_when_it_works(string from, string next) =>
        Assert.Equal(TestLaw.Date(next), TestLaw.Calendar.NextWorking(TestLaw.Date(from)));
}
