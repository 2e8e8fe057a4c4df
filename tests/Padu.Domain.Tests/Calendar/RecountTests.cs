using CsCheck;
using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Tests.Calendar;

/// <summary>Holidays decreed, or taken back, in the middle of a year (rule 58).</summary>
public sealed class RecountTests
{
    /// <summary>2025 as it stood before 18 August was declared collective leave.</summary>
    private static readonly WorkingCalendar Before = With(
        "2025.0",
        set => [.. set.Days.Where(day => day.Date != new LocalDate(2025, 8, 18))]
    );

    private static readonly Instant Started = TestLaw.At(new LocalDate(2025, 8, 14));
    private static readonly Instant Decreed = TestLaw.At(new LocalDate(2025, 8, 15));

    [Fact(DisplayName = "Rule 58: a holiday decreed late moves an institution's date and the old one is kept")]
    public void An_institution_follows_the_lawful_count()
    {
        var told = Start(ClockSide.Institution, Before);
        var now = Counting.Recount(told, Decreed, On(TestLaw.Calendar));

        Assert.Equal(new LocalDate(2025, 8, 19), told.DueDate);
        Assert.Equal(new LocalDate(2025, 8, 20), now!.DueDate);
        Assert.Equal([new FormerDate(new LocalDate(2025, 8, 19), Before.Version, Decreed)], now.Former!.Value);
        Assert.Equal(now.DueDate, Counting.Explain(now, On(TestLaw.Calendar)).DueDate);
        Assert.Equal(now.Former.Value, Counting.Explain(now, On(TestLaw.Calendar)).Former);
    }

    [Fact(DisplayName = "Rule 58: a holiday taken back brings an institution's date forward")]
    public void An_institution_follows_it_back()
    {
        var told = Start(ClockSide.Institution, TestLaw.Calendar);
        Assert.Equal(new LocalDate(2025, 8, 19), Counting.Recount(told, Decreed, On(Before))!.DueDate);
    }

    [Fact(DisplayName = "Rule 58: a complainant keeps the later of the old date and the new")]
    public void A_complainant_never_loses_a_day()
    {
        var later = Counting.Recount(Start(ClockSide.Complainant, Before), Decreed, On(TestLaw.Calendar))!;
        Assert.Equal(new LocalDate(2025, 8, 20), later.DueDate);

        var kept = Counting.Recount(Start(ClockSide.Complainant, TestLaw.Calendar), Decreed, On(Before))!;
        var why = Counting.Explain(kept, On(Before));
        Assert.Equal(new LocalDate(2025, 8, 20), kept.DueDate);
        Assert.Equal(Before.Version, kept.CalendarVersion);
        Assert.Equal((kept.DueDate, kept.Due), (why.DueDate, why.Due));
        Assert.Equal(new CountedDay(new LocalDate(2025, 8, 20), DayMark.Promised, null, null), why.Days[^1]);
    }

    [Fact(DisplayName = "Rule 58: what has lapsed, stopped, paused or run out is not counted again")]
    public void What_is_over_stays_as_it_was()
    {
        var told = Start(ClockSide.Institution, Before);
        var legal = On(TestLaw.Calendar);
        Assert.Null(Counting.Recount(told with { LapsedAt = told.Due }, Decreed, legal));
        Assert.Null(Counting.Recount(told with { Status = ClockStatus.Met }, Decreed, legal));
        Assert.Null(Counting.Recount(told with { Status = ClockStatus.Paused, Due = null, DueDate = null }, Decreed, legal));
        Assert.Null(Counting.Recount(told, told.Due!.Value, legal));
        Assert.Null(Counting.Recount(told, Decreed, On(Before)));
    }

    [Fact(DisplayName = "Rule 60: a clock keeps the numbers it was started by when the row is corrected")]
    public void A_corrected_row_changes_no_date_that_was_told()
    {
        var told = Start(ClockSide.Institution, TestLaw.Calendar);
        var corrected = TestLaw.With(Row(ClockSide.Institution) with { Amount = 30, Source = "lain", ConfirmedBy = null });
        var why = Counting.Explain(told, corrected);

        Assert.Equal(told.DueDate, why.DueDate);
        Assert.Equal((3, "uji", false), (why.Rule.Amount, why.Rule.Source, why.Rule.IsConfirmed));
        Assert.Equal(told.DueDate, Counting.Explain(told, TestLaw.With()).DueDate);
    }

    [Fact]
    public void Counting_again_twice_changes_nothing_and_never_takes_a_day_from_a_complainant() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[1, 40], Gen.Bool, Gen.Int[0, 400].Array[0, 8])
            .Sample(
                (offset, amount, isComplainant, closed) =>
                {
                    var side = isComplainant ? ClockSide.Complainant : ClockSide.Institution;
                    var from = TestLaw.At(new LocalDate(2025, 1, 2).PlusDays(offset));
                    var row = Row(side) with { Amount = amount };
                    var told = Counting.Start(ClockKind.FirstAnswer, row.Code, from, TestLaw.With(row));
                    var calendar = With(
                        "2025.9",
                        set =>
                            [
                                .. set.Days,
                                .. closed
                                    .Select(day => new LocalDate(2025, 1, 1).PlusDays(day))
                                    .Where(day => day.Year == 2025 && set.Days.All(known => known.Date != day))
                                    .Distinct()
                                    .Select(day => new Holiday(day, DayKind.NationalHoliday, "Libur susulan")),
                            ]
                    );
                    var legal = TestLaw.With(row) with { Calendar = calendar };

                    var once = Counting.Recount(told, from + Duration.FromHours(1), legal)!;
                    var why = Counting.Explain(once, legal);

                    Assert.Null(Counting.Recount(once, from + Duration.FromHours(2), legal));
                    Assert.True(side == ClockSide.Institution || once.Due >= told.Due);
                    Assert.Equal((once.Due, once.DueDate), (why.Due, why.DueDate));
                    Assert.Equal(why.Days[^1].Date, once.DueDate);
                }
            );

    private static Clock Start(ClockSide side, WorkingCalendar calendar) =>
        Counting.Start(ClockKind.FirstAnswer, Row(side).Code, Started, TestLaw.With(Row(side)) with { Calendar = calendar });

    private static DeadlineRule Row(ClockSide side) => TestLaw.Rule(3, side: side);

    private static LegalContext On(WorkingCalendar calendar) => TestLaw.With(Row(ClockSide.Institution)) with { Calendar = calendar };

    private static WorkingCalendar With(string version, Func<HolidaySet, IEnumerable<Holiday>> days) =>
        new(TestLaw.Sets.Select(set => set.Year == 2025 ? set with { Version = version, Days = [.. days(set)] } : set));
}
