using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Tests.Calendar;

/// <summary>Periods that end with a stage of an election: min(statutory, stage end), and what happens when the stage moves.</summary>
public sealed class StageTests
{
    internal static readonly ElectionCode Code = new("pemilihan-uji");
    internal static readonly StageCode VoterList = new("data_pemilih");
    internal static readonly StageRef Concern = new(Code, VoterList);

    /// <summary>Friday 13 March 2026, before Nyepi and Idulfitri.</summary>
    private static readonly LocalDate Friday = new(2026, 3, 13);

    [Theory(DisplayName = "Rule 20: a period about a stage ends at the earlier of the statutory day and the stage's last day")]
    // event, working days, stage ends, due: by hand against the holidays of the year
    [InlineData("2026-03-13", 3, "2026-03-31", "2026-03-25", false)] // the statutory day comes first
    [InlineData("2026-03-13", 3, "2026-03-25", "2026-03-25", false)] // both on one day: the law's own count stands
    [InlineData("2026-03-13", 3, "2026-03-24", "2026-03-24", true)] // on a day of collective leave
    [InlineData("2026-03-13", 14, "2026-03-21", "2026-03-21", true)] // on Idulfitri, a Saturday
    [InlineData("2026-03-13", 14, "2026-03-29", "2026-03-29", true)] // on a Sunday: never extended
    [InlineData("2026-03-13", 14, "2026-03-13", "2026-03-13", true)] // on the day of the event itself
    [InlineData("2026-03-13", 3, "2026-03-12", "2026-03-25", false)] // over before it began
    [InlineData("2025-12-23", 14, "2026-01-02", "2026-01-02", true)] // across the end of a year
    [InlineData("2025-12-23", 14, "2025-12-31", "2025-12-31", true)]
    public void The_earlier_of_statutory_day_and_stage_end(string from, int amount, string ends, string due, bool bounded)
    {
        var legal = With(Rule(amount), Schedule(TestLaw.Date(ends)));
        var clock = Start(legal, TestLaw.Date(from));
        var why = Counting.Explain(clock, legal);

        Assert.Equal(TestLaw.Date(due), clock.DueDate);
        Assert.Equal(TestLaw.Date(due).PlusDays(1).AtStartOfDayInZone(TestLaw.Jakarta).ToInstant(), clock.Due);
        Assert.Equal(bounded, why.Bound is not null);
        Assert.Equal((clock.DueDate, clock.Due), (why.DueDate, why.Due));
        Assert.Equal(clock.DueDate, why.Days[^1].Date);
        Assert.Equal(Counting.Explain(Rule(amount), clock.TriggeredAt, [], legal).DueDate, why.StatutoryDate);
    }

    [Fact(DisplayName = "Rule 60: a bounded date names its stage, its source and the day without it")]
    public void The_explanation_says_which_stage()
    {
        var legal = With(Rule(14), Schedule(Friday.PlusDays(7)));
        var why = Counting.Explain(Start(legal, Friday), legal);
        Assert.Equal(
            (Code, VoterList, Friday.PlusDays(7), "PKPU uji", "pemilihan-uji.1"),
            (why.Bound!.Election, why.Bound.Stage, why.Bound.Ends, why.Bound.Source.Value, why.Bound.Version.Value)
        );
        Assert.Equal(VoterList, why.BoundBy!.Value.Stage.Code);
        Assert.False(why.BoundBy.Value.Election.IsConfirmed);
        Assert.Equal(new LocalDate(2026, 4, 10), why.StatutoryDate);
    }

    [Fact]
    public void A_rule_that_no_stage_bounds_is_counted_as_before()
    {
        var legal = With(Rule(14) with { BoundedByStage = false }, Schedule(Friday.PlusDays(1)));
        Assert.Equal((new LocalDate(2026, 4, 10), null), (Start(legal, Friday).DueDate, Start(legal, Friday).Bound));
    }

    [Fact]
    public void A_matter_about_no_stage_or_an_unknown_one_is_counted_as_before()
    {
        var legal = With(Rule(14), Schedule(Friday.PlusDays(1)));
        Assert.Null(Counting.Start(ClockKind.Resolution, new("uji"), TestLaw.At(Friday), legal with { Concern = null }).Bound);
        var unknown = legal with { Concern = new StageRef(Code, new StageCode("tidak_ada")) };
        Assert.Equal(new LocalDate(2026, 4, 10), Counting.Start(ClockKind.Resolution, new("uji"), TestLaw.At(Friday), unknown).DueDate);
    }

    [Fact]
    public void An_unconfirmed_stage_shortens_no_persons_period_and_a_confirmed_one_does()
    {
        var mine = Rule(14, ClockSide.Complainant);
        Assert.Equal(new LocalDate(2026, 4, 10), Start(With(mine, Schedule(Friday.PlusDays(7))), Friday).DueDate);
        Assert.Equal(Friday.PlusDays(7), Start(With(mine, Schedule(Friday.PlusDays(7), confirmed: true)), Friday).DueDate);
        // The same unconfirmed stage drives the institution's work.
        Assert.Equal(Friday.PlusDays(7), Start(With(Rule(14), Schedule(Friday.PlusDays(7))), Friday).DueDate);
    }

    [Fact]
    public void Hours_end_with_the_stage_too()
    {
        var legal = With(
            new DeadlineRule(
                new("uji"),
                72,
                CountingUnit.Hour,
                "diterima",
                ClockSide.Institution,
                "uji",
                Friday,
                null,
                Confidence.Verified,
                "uji",
                BoundedByStage: true
            ),
            Schedule(Friday.PlusDays(1))
        );
        Assert.Equal(Friday.PlusDays(2).AtStartOfDayInZone(TestLaw.Jakarta).ToInstant(), Start(legal, Friday).Due);
    }

    [Fact(DisplayName = "Rule 58: a stage that is postponed moves the institution's date, once, and the old one is kept")]
    public void A_postponed_stage_is_counted_again()
    {
        var told = Start(With(Rule(14), Schedule(new(2026, 3, 26))), Friday);
        var later = With(Rule(14), Schedule(new(2026, 4, 2), number: 2));
        var at = TestLaw.At(new(2026, 3, 25));
        var now = Counting.Recount(told, at, later)!;

        Assert.Equal((new LocalDate(2026, 3, 26), new LocalDate(2026, 4, 2)), (told.DueDate, now.DueDate));
        Assert.Equal([new FormerDate(new(2026, 3, 26), told.CalendarVersion, at)], now.Former!.Value);
        Assert.Null(Counting.Recount(now, at, later));
        Assert.Equal(now.DueDate, Counting.Explain(now, later).DueDate);
    }

    [Fact(DisplayName = "Rule 58: postponed beyond the statutory day, the statutory day is what is left")]
    public void A_stage_postponed_far_bounds_no_longer()
    {
        var told = Start(With(Rule(14), Schedule(new(2026, 3, 26))), Friday);
        var now = Counting.Recount(told, TestLaw.At(Friday), With(Rule(14), Schedule(new(2026, 9, 1), number: 2)))!;
        Assert.Equal(new LocalDate(2026, 4, 10), now.DueDate);
    }

    [Fact(DisplayName = "Rule 58: a stage brought forward takes no day from a complainant who was told a later one")]
    public void A_complainant_keeps_the_later_day()
    {
        var mine = Rule(14, ClockSide.Complainant);
        var told = Start(With(mine, Schedule(new(2026, 3, 30), confirmed: true)), Friday);
        var earlier = With(mine, Schedule(new(2026, 3, 26), confirmed: true, number: 2));
        var now = Counting.Recount(told, TestLaw.At(Friday), earlier)!;
        var why = Counting.Explain(now, earlier);
        Assert.Equal((new LocalDate(2026, 3, 30), new LocalDate(2026, 3, 30)), (now.DueDate, why.DueDate));
        Assert.Equal(DayMark.Promised, why.Days[^1].Mark);
    }

    [Fact(DisplayName = "Rule 58: what lapsed with the stage stays lapsed when it is postponed")]
    public void A_lapse_is_not_undone()
    {
        var told = Start(With(Rule(14), Schedule(new(2026, 3, 26))), Friday);
        var later = With(Rule(14), Schedule(new(2026, 4, 2), number: 2));
        Assert.Null(Counting.Recount(told, told.Due!.Value, later));
        Assert.Null(Counting.Recount(told with { LapsedAt = told.Due }, TestLaw.At(Friday), later));
    }

    [Fact]
    public void A_schedule_that_drops_the_stage_leaves_the_statutory_day()
    {
        var told = Start(With(Rule(14), Schedule(new(2026, 3, 26))), Friday);
        var now = Counting.Recount(told, TestLaw.At(Friday), With(Rule(14), ElectionSchedule.None))!;
        Assert.Equal((new LocalDate(2026, 4, 10), null), (now.DueDate, now.Bound));
    }

    [Fact]
    public void A_stage_named_later_bounds_what_runs_and_one_that_is_over_does_not()
    {
        var legal = With(Rule(14), Schedule(new(2026, 3, 26)));
        var free = Start(legal with { Concern = null }, Friday);
        Assert.Equal(new LocalDate(2026, 3, 26), Counting.Concerning(free, Concern, TestLaw.At(new(2026, 3, 16)), legal)!.DueDate);
        var late = Counting.Concerning(free, Concern, TestLaw.At(new(2026, 3, 27)), legal)!;
        Assert.Equal((new LocalDate(2026, 4, 10), false, null), (late.DueDate, late.Bound!.Binds, late.Former));
        Assert.Null(Counting.Concerning(late, Concern, TestLaw.At(new(2026, 3, 27)), legal));
        Assert.Equal(free.DueDate, Counting.Concerning(Start(legal, Friday), null, TestLaw.At(Friday), legal)!.DueDate);
    }

    [Fact]
    public void A_stage_that_ended_while_the_law_let_the_clock_stand_still_bounds_no_longer()
    {
        var legal = With(Rule(14), Schedule(new(2026, 3, 26)));
        var paused = Counting.Pause(Start(legal, Friday), TestLaw.At(new(2026, 3, 16)), PauseReason.AwaitingAnswer, legal);
        Assert.Null(paused.DueDate);
        Assert.Equal(new LocalDate(2026, 3, 26), Counting.Resume(paused, TestLaw.At(new(2026, 3, 26)), legal).DueDate);
        var after = Counting.Resume(paused, TestLaw.At(new(2026, 3, 27)), legal);
        // One day counted (16 March), thirteen more after 27 March: Good Friday 3 April falls away.
        Assert.Equal(new LocalDate(2026, 4, 16), after.DueDate);
    }

    [Fact]
    public void A_pause_after_the_stage_brings_nothing_back()
    {
        var legal = With(Rule(14), Schedule(new(2026, 3, 16)));
        var paused = Counting.Pause(Start(legal, Friday), TestLaw.At(new(2026, 3, 17)), PauseReason.AwaitingAnswer, legal);
        Assert.Equal(new LocalDate(2026, 3, 16), paused.DueDate);
    }

    private static readonly Gen<(Instant At, int Amount, CountingUnit Unit, ClockSide Side, int Ends, int Pause, int Length)> Any =
        Gen.Select(
            Gen.Long[Instant.FromUtc(2024, 1, 1, 0, 0).ToUnixTimeSeconds(), Instant.FromUtc(2027, 6, 1, 0, 0).ToUnixTimeSeconds()]
                .Select(Instant.FromUnixTimeSeconds),
            Gen.Int[1, 60],
            Gen.Bool.Select(working => working ? CountingUnit.WorkingDay : CountingUnit.CalendarDay),
            Gen.Enum<ClockSide>(),
            Gen.Int[-10, 90],
            Gen.Int[0, 40],
            Gen.Int[0, 20]
        );

    [Fact]
    public void A_bounded_clock_is_the_earlier_of_both_and_never_before_its_trigger() =>
        Any.Sample(made =>
        {
            var (legal, zero, rule) = Made(made);
            var ends = zero.PlusDays(made.Ends);
            var clock = Counting.Start(ClockKind.Resolution, new("uji"), made.At, legal);
            var statutory = Counting.Explain(rule, made.At, [], legal);
            Assert.Equal(made.Ends < 0 ? statutory.DueDate : LocalDate.Min(statutory.DueDate!.Value, ends), clock.DueDate);
            Assert.True(clock.Due > made.At);
        });

    [Fact]
    public void The_list_of_a_bounded_clock_ends_on_its_date_and_its_numbers_have_no_gap() =>
        Any.Sample(made =>
        {
            var (legal, zero, rule) = Made(made);
            var pauses = ImmutableArray.Create(
                new ClockPause(zero.PlusDays(made.Pause), zero.PlusDays(made.Pause + made.Length), PauseReason.AwaitingAnswer)
            );
            var why = Counting.Explain(rule, made.At, pauses, legal, legal.BoundOf(rule, Concern, made.At));
            Assert.Equal(why.DueDate, why.Days[^1].Date);
            Assert.Equal(why.Days.Select((_, index) => zero.PlusDays(index)), why.Days.Select(day => day.Date));
            var numbers = why.Days.Select(day => day.Number).OfType<int>().ToList();
            Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
            Assert.True(why.Bound is not null || numbers.Count == rule.Amount);
            Assert.True(why.DueDate <= why.StatutoryDate);
        });

    private static (LegalContext Legal, LocalDate Zero, DeadlineRule Rule) Made(
        (Instant At, int Amount, CountingUnit Unit, ClockSide Side, int Ends, int Pause, int Length) made
    )
    {
        var rule = TestLaw.Rule(made.Amount, made.Unit, made.Side) with { BoundedByStage = true };
        var zero = made.At.InZone(TestLaw.Jakarta).Date;
        return (With(rule, Schedule(zero.PlusDays(made.Ends), confirmed: true)), zero, rule);
    }

    private static Clock Start(LegalContext legal, LocalDate day) =>
        Counting.Start(ClockKind.Resolution, new("uji"), TestLaw.At(day), legal);

    private static DeadlineRule Rule(int amount, ClockSide side = ClockSide.Institution) =>
        TestLaw.Rule(amount, side: side) with
        {
            BoundedByStage = true,
        };

    private static LegalContext With(DeadlineRule rule, ElectionSchedule schedule) =>
        TestLaw.With(rule) with
        {
            Elections = schedule,
            Concern = Concern,
        };

    internal static ElectionSchedule Schedule(LocalDate ends, bool confirmed = false, int number = 1) =>
        new([Of(Code, ends, confirmed, number, "17")]);

    internal static Election Of(ElectionCode code, LocalDate ends, bool confirmed, int number, params ImmutableArray<string> regions) =>
        new(
            code,
            number,
            ElectionKind.Regional,
            "Pemilihan uji",
            "Test election",
            regions,
            ends.PlusDays(90),
            "PKPU uji",
            Confidence.Verified,
            confirmed,
            [new ElectionStage(VoterList, "Daftar pemilih", "Voter list", ends.PlusDays(-60), ends, "PKPU uji", Confidence.Verified)]
        );
}
