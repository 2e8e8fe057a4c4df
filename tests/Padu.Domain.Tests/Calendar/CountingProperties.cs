using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Tests.Calendar;

/// <summary>What holds for every rule, moment and pause.</summary>
public class CountingProperties
{
    private static readonly Gen<Instant> Moment = Gen.Long[
            Instant.FromUtc(2023, 12, 1, 0, 0).ToUnixTimeSeconds(),
            Instant.FromUtc(2028, 2, 1, 0, 0).ToUnixTimeSeconds()
        ]
        .Select(Instant.FromUnixTimeSeconds);

    private static readonly Gen<DeadlineRule> Days = Gen.Select(
        Gen.Int[1, 90],
        Gen.Bool.Select(working => working ? CountingUnit.WorkingDay : CountingUnit.CalendarDay),
        Gen.Enum<ClockSide>(),
        Gen.Bool,
        TestLaw.Rule
    );

    private static readonly Gen<ImmutableArray<ClockPause>> ClosedPauses = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 40])
        .Array[0, 3]
        .Select(spans => spans.Select(span => Pause(span.Item1, span.Item2)).ToImmutableArray());

    private static readonly Gen<(DeadlineRule Rule, Instant At, ImmutableArray<ClockPause> Pauses)> Case = Gen.Select(
            Days,
            Moment,
            ClosedPauses
        )
        .Select(made => (made.Item1, made.Item2, Shifted(made.Item3, made.Item2)));

    [Fact]
    public void Counted_days_run_from_one_to_the_amount_without_gaps() =>
        Case.Sample(made => Numbers(Explain(made)).SequenceEqual(Enumerable.Range(1, made.Rule.Amount)));

    [Fact]
    public void The_list_holds_every_date_from_day_zero_to_the_due_date() =>
        Case.Sample(made =>
        {
            var explanation = Explain(made);
            var zero = made.At.InZone(TestLaw.Jakarta).Date;
            Assert.Equal(DayMark.DayZero, explanation.Days[0].Mark);
            Assert.Equal(explanation.Days.Select((_, index) => zero.PlusDays(index)), explanation.Days.Select(day => day.Date));
            Assert.Equal(explanation.DueDate, explanation.Days[^1].Date);
        });

    [Fact]
    public void The_period_ends_at_the_midnight_after_the_last_day() =>
        Case.Sample(made =>
        {
            var explanation = Explain(made);
            var end = explanation.Due!.Value.InZone(TestLaw.Jakarta).LocalDateTime;
            Assert.Equal(explanation.DueDate!.Value.PlusDays(1).AtMidnight(), end);
        });

    [Fact]
    public void A_day_counts_exactly_when_unit_holidays_and_pauses_let_it() =>
        Case.Sample(made =>
        {
            var explanation = Explain(made);
            foreach (var day in explanation.Days.Where(day => day.Mark is not (DayMark.DayZero or DayMark.Extended)))
            {
                var open = made.Rule.Unit == CountingUnit.CalendarDay || TestLaw.Calendar.IsWorking(day.Date, made.Rule.LeaveIsWorking);
                var within = made.Pauses.Any(pause => pause.From < day.Date && day.Date <= pause.To);
                var begins = made.Pauses.Any(pause => pause.From == day.Date && pause.From < pause.To);
                Assert.Equal(day.Mark == DayMark.Counted, day.Number is not null);
                Assert.True(day.Mark == DayMark.Counted ? open && !within : !open || within || begins, $"{day} {made.Rule}");
            }
        });

    [Fact]
    public void Only_a_complainants_calendar_period_is_extended_and_it_ends_on_an_open_day() =>
        Case.Sample(made =>
        {
            var explanation = Explain(made);
            var extensible = made.Rule is { Side: ClockSide.Complainant, Unit: CountingUnit.CalendarDay };
            Assert.True(extensible || explanation.Days[^1].Mark == DayMark.Counted);
            Assert.True(!extensible || TestLaw.Calendar.IsWorking(explanation.DueDate!.Value));
            var last = explanation.Days.Single(day => day.Number == made.Rule.Amount).Date;
            Assert.All(explanation.Days.Where(day => day.Date > last), day => Assert.Equal(DayMark.Extended, day.Mark));
            Assert.DoesNotContain(
                explanation.Days.Where(day => day.Date >= last && day.Date < explanation.DueDate),
                day => TestLaw.Calendar.IsWorking(day.Date)
            );
        });

    [Fact]
    public void A_later_trigger_never_gives_an_earlier_date() =>
        Gen.Select(Case, Gen.Int[0, 60 * 24 * 20])
            .Sample((made, minutes) => Explain(made).Due <= Explain(made with { At = made.At + Duration.FromMinutes(minutes) }).Due);

    [Fact]
    public void A_pause_never_makes_a_date_earlier() =>
        Gen.Select(Case, Gen.Int[0, 60], Gen.Int[0, 40])
            .Sample(
                (made, from, length) =>
                    Explain(made).Due <= Explain(made with { Pauses = made.Pauses.AddRange(Shifted([Pause(from, length)], made.At)) }).Due
            );

    [Fact]
    public void A_pause_over_counted_days_moves_a_calendar_date_by_its_length() =>
        Gen.Select(Moment, Gen.Int[1, 90], Gen.Int[0, 90], Gen.Int[0, 40])
            .Where((_, amount, from, _) => from <= amount)
            .Sample(
                (at, amount, from, length) =>
                {
                    var rule = TestLaw.Rule(amount, CountingUnit.CalendarDay);
                    var without = Explain((rule, at, [])).DueDate!.Value;
                    var with = Explain((rule, at, Shifted([Pause(from, length)], at))).DueDate!.Value;
                    var lastDay = from == amount && length > 0 ? 1 : 0;
                    Assert.Equal(without.PlusDays(length + lastDay), with);
                }
            );

    [Fact]
    public void A_started_clock_has_the_dates_of_its_explanation() =>
        Gen.Select(Days, Moment)
            .Sample(
                (rule, at) =>
                {
                    var legal = TestLaw.With(rule);
                    var clock = Counting.Start(ClockKind.Resolution, rule.Code, at, legal);
                    var explanation = Counting.Explain(clock, legal);
                    Assert.Equal((explanation.Due, explanation.DueDate), (clock.Due, clock.DueDate));
                    Assert.Equal(Explain((rule, at, [])).Days, explanation.Days);
                    Assert.Equal(
                        (rule.Side, ClockStatus.Running, legal.Calendar.Version),
                        (clock.Side, clock.Status, clock.CalendarVersion)
                    );
                }
            );

    [Fact]
    public void A_paused_and_resumed_clock_has_the_dates_of_its_explanation() =>
        Gen.Select(Days, Moment, Gen.Int[0, 200], Gen.Int[0, 40])
            .Sample(
                (rule, at, from, length) =>
                {
                    var legal = TestLaw.With(rule);
                    var started = Counting.Start(ClockKind.Resolution, rule.Code, at, legal);
                    var pausedAt = at + Duration.FromDays(from);
                    var paused = Counting.Pause(started, pausedAt, PauseReason.AwaitingCompletion, legal);
                    var resumed = Counting.Resume(paused, pausedAt + Duration.FromDays(length), legal);
                    Assert.Equal(Counting.Explain(paused, legal).Due, paused.Due);
                    Assert.Equal(Counting.Explain(resumed, legal).DueDate, resumed.DueDate);
                    Assert.True(started.Due <= resumed.Due);
                }
            );

    [Fact]
    public void Hours_are_exact_whatever_the_moment() =>
        Gen.Select(Moment, Gen.Int[1, 500])
            .Sample((at, hours) => Explain((TestLaw.Rule(hours, CountingUnit.Hour), at, [])).Due == at + Duration.FromHours(hours));

    private static Explanation Explain((DeadlineRule Rule, Instant At, ImmutableArray<ClockPause> Pauses) made) =>
        Counting.Explain(made.Rule, made.At, made.Pauses, TestLaw.With());

    private static IEnumerable<int> Numbers(Explanation explanation) => explanation.Days.Select(day => day.Number).OfType<int>();

    /// <summary>A pause by days after an epoch, moved to the trigger by <see cref="Shifted"/>.</summary>
    private static ClockPause Pause(int from, int length) =>
        new(Epoch.PlusDays(from), Epoch.PlusDays(from + length), PauseReason.AwaitingCompletion);

    private static readonly LocalDate Epoch = new(2000, 1, 1);

    private static ImmutableArray<ClockPause> Shifted(ImmutableArray<ClockPause> pauses, Instant at)
    {
        var days = Period.DaysBetween(Epoch, at.InZone(TestLaw.Jakarta).Date);
        return [.. pauses.Select(pause => pause with { From = pause.From.PlusDays(days), To = pause.To!.Value.PlusDays(days) })];
    }
}
