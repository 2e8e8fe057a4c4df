using CsCheck;
using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;
using Padu.Domain.Tests.Obligations;

namespace Padu.Domain.Tests.Coordination;

/// <summary>The joint agenda: who may do what when, and what holds of every history.</summary>
public sealed class AgendaTests
{
    internal static readonly (string Name, AgendaCommand Command)[] Acts =
    [
        ("usulkan", Joint.Propose()),
        ("waktu lain", Joint.Move),
        ("setujui", Joint.Accept),
        ("tolak", Joint.Decline),
        ("batalkan", Joint.Cancel),
        ("pindah sehari", Joint.MoveDay),
        ("batalkan sehari", Joint.CancelDay),
        ("rencanakan", Joint.Plan),
        ("tambah berkas", Joint.AddFile),
        ("catat hasil", Joint.Outcome),
    ];

    private static readonly Dictionary<AgendaAct, AgendaCommand> WellFormed = new()
    {
        [AgendaAct.Accept] = Joint.Accept,
        [AgendaAct.Decline] = Joint.Decline,
        [AgendaAct.Move] = Joint.Move,
        [AgendaAct.ChangeDay] = Joint.CancelDay,
        [AgendaAct.Cancel] = Joint.Cancel,
        [AgendaAct.Plan] = Joint.Plan,
        [AgendaAct.AddFile] = Joint.AddFile,
        [AgendaAct.RecordOutcome] = Joint.Outcome,
    };

    [Fact]
    public void Every_state_act_and_actor_is_lawful_or_refused_as_the_table_says()
    {
        var states = Enum.GetValues<AgendaState>().Select(state => (Name: state.Code(), Agenda: Joint.At(state))).ToList();
        states.Add(("belum ada", Agenda.None));
        states.Add(("berulang, diusulkan", Joint.Proposed(Joint.Weekly)));
        states.Add(("berulang, disepakati", Joint.Accepted(Joint.Weekly)));
        var table = new TransitionTable(states.Select(state => state.Name));
        foreach (var (name, command) in Acts)
        {
            table.Add(
                name,
                Given.Everybody.Select(person =>
                    (
                        person.Key,
                        states
                            .Select(state => TransitionTable.Cell(state.Agenda.Decide(command, person.Value, Joint.Begins)))
                            .ToList()
                            .AsEnumerable()
                    )
                )
            );
        }

        Golden.Matches("Coordination/agenda.md", table.Text("an item that the province proposed to the Ombudsman, of the city office too"));
    }

    [Fact]
    public void No_act_is_missing_from_the_table() => Assert.Empty(TransitionTable.Missing(Acts.Select(act => act.Command)));

    [Fact]
    public void An_act_is_offered_when_and_only_when_it_would_be_taken()
    {
        var states = Enum.GetValues<AgendaState>()
            .Select(Joint.At)
            .Append(Joint.Accepted(Joint.Weekly))
            .Append(Joint.Proposed(Joint.Weekly));
        foreach (var agenda in states)
        {
            foreach (var (who, actor) in Given.Everybody)
            {
                foreach (var at in new[] { Joint.Begins, Joint.Days(8), Joint.Days(9) })
                {
                    var offers = AgendaRules.Offers(agenda, actor, at);
                    foreach (var (act, command) in WellFormed)
                    {
                        // Of a time that has passed the refusal speaks of the time: the form for another one is still shown.
                        var refusal = agenda.Decide(command, actor, at).Refusal?.Code;
                        Assert.True(
                            offers.Contains(act) == refusal is null or "agenda.in-past",
                            $"{agenda.State} {(agenda.Repeat is null ? "once" : "series")}, {act}, {who}, {at}: {refusal}"
                        );
                    }
                }
            }
        }
    }

    public static TheoryData<AgendaSlot, AgendaRepeat?, string> WrongTimes =>
        new()
        {
            { Joint.Slot with { Ends = new LocalTime(9, 0) }, null, "agenda.ends-before-start" },
            { Joint.Slot with { On = new LocalDate(2026, 11, 11) }, null, "agenda.in-past" },
            { Joint.Slot with { On = new LocalDate(2040, 1, 1) }, null, "agenda.too-far" },
            { Joint.Slot, new AgendaRepeat(AgendaFrequency.Weekly, Joint.Slot.On), "agenda.until-before-start" },
            { Joint.Slot, new AgendaRepeat(AgendaFrequency.Daily, Joint.Slot.On.PlusDays(120)), "agenda.too-many-days" },
            { Joint.Slot, new AgendaRepeat(AgendaFrequency.Yearly, Joint.Slot.On.PlusYears(11)), "agenda.too-far" },
        };

    [Theory]
    [MemberData(nameof(WrongTimes))]
    public void A_time_that_cannot_be_is_refused_by_name(AgendaSlot slot, AgendaRepeat? repeat, string code) =>
        Assert.Equal(
            code,
            Agenda.None.Decide(Joint.Propose() with { Slot = slot, Repeat = repeat }, Owed.Secretariat, Joint.Begins).Refusal?.Code
        );

    [Theory]
    [MemberData(nameof(WrongTimes))]
    public void Nor_is_it_named_instead_of_another(AgendaSlot slot, AgendaRepeat? repeat, string code)
    {
        var move = Joint.Move with { Slot = slot, Repeat = repeat };
        Assert.Equal(code, Joint.Proposed().Decide(move, Given.Assistant, Joint.Begins).Refusal?.Code);
        if (repeat is null)
        {
            Assert.Equal(code, Joint.Accepted().Decide(move, Owed.Secretariat, Joint.Begins).Refusal?.Code);
            var moveDay = Joint.MoveDay with { Slot = slot };
            Assert.Equal(code, Joint.Accepted(Joint.Weekly).Decide(moveDay, Owed.Secretariat, Joint.Begins).Refusal?.Code);
        }
    }

    [Fact(DisplayName = "Rule 62: nobody agrees to a day that is over")]
    public void What_has_passed_is_neither_accepted_nor_moved()
    {
        Assert.Equal("agenda.in-past", Joint.Proposed().Decide(Joint.Accept, Given.OmbudsmanHead, Joint.Days(9)).Refusal?.Code);
        var first = Joint.MoveDay with { Original = Joint.Slot.On };
        Assert.Equal("agenda.in-past", Joint.Accepted(Joint.Weekly).Decide(first, Owed.Secretariat, Joint.Days(9)).Refusal?.Code);
        // Of a series some days are still to come.
        Assert.Null(Joint.Proposed(Joint.Weekly).Decide(Joint.Accept, Given.OmbudsmanHead, Joint.Days(9)).Refusal);
    }

    [Fact]
    public void A_day_of_a_series_that_was_moved_is_held_at_its_new_time_and_the_others_as_before()
    {
        var series = Joint.Accepted(Joint.Weekly);
        var moved = series.After(Joint.MoveDay, Owed.Secretariat);
        var day = moved.Occurrences.Single(one => one.Original == Joint.MoveDay.Original);
        Assert.Equal((Joint.Later, true, false), (day.Slot, day.IsMoved, day.IsOff));
        Assert.Equal(
            series.Occurrences.Where(day => day.Original != Joint.MoveDay.Original),
            moved.Occurrences.Where(day => day.Original != Joint.MoveDay.Original)
        );
    }

    [Fact]
    public void A_day_of_a_series_that_is_called_off_is_off_and_is_told_as_that()
    {
        var series = Joint.Accepted(Joint.Weekly);
        Assert.IsType<AgendaEvent.OccurrenceCancelled>(
            Assert.Single(series.Decide(Joint.CancelDay, Owed.Secretariat, Joint.Begins).Events)
        );
        var day = series.After(Joint.CancelDay, Owed.Secretariat).Occurrences.Single(one => one.Original == Joint.CancelDay.Original);
        Assert.Equal((Joint.Slot.Starts, false, true), (day.Slot.Starts, day.IsMoved, day.IsOff));
    }

    [Fact(DisplayName = "Rule 62: a joint activity is of those who agreed to it, on one day, and so many people came")]
    public void An_activity_is_planned_and_told_as_it_can_have_been()
    {
        string? Code(Agenda agenda, AgendaCommand command) => agenda.Decide(command, Owed.Secretariat, Joint.Days(9)).Refusal?.Code;
        var strange = Joint.Plan with { Participants = [Given.City.Code, Given.Kaur.Code] };
        Assert.Equal("agenda.foreign-office", Code(Joint.Accepted(), strange));
        foreach (var command in new AgendaCommand[] { Joint.Plan, Joint.AddFile, Joint.Outcome })
        {
            Assert.Equal("agenda.recurring-no-activity", Code(Joint.Accepted(Joint.Weekly), command));
        }

        Assert.Equal("agenda.attended-unreadable", Code(Joint.Accepted(), Joint.Outcome with { Attended = -1 }));
        Assert.Equal("agenda.attended-unreadable", Code(Joint.Accepted(), Joint.Outcome with { Attended = 1_000_001 }));
        Assert.Null(Code(Joint.Accepted(), Joint.Outcome with { Attended = 0 }));
    }

    [Fact]
    public void An_item_is_of_so_many_offices_of_the_two_institutions_and_of_no_other()
    {
        Office[] many =
        [
            Given.Ombudsman,
            .. Enumerable.Range(1, AgendaRules.MostOffices).Select(at => Given.Kaur with { Code = new($"kpu-17.{at:00}") }),
        ];
        string? Code(params Office[] offices) =>
            Agenda.None.Decide(Joint.Propose(null, offices), Owed.Secretariat, Joint.Begins).Refusal?.Code;
        Assert.Equal("agenda.too-many-offices", Code(many));
        Assert.Null(Code(many[..^2]));
        Assert.Equal("agenda.foreign-office", Code(Given.Ombudsman, Given.Bawaslu));
    }

    [Fact]
    public void An_item_is_of_both_institutions_and_its_proposer_takes_part()
    {
        Assert.Equal("agenda.one-sided", Agenda.None.Decide(Joint.Propose(null, Given.City), Owed.Secretariat, Joint.Begins).Refusal?.Code);
        Assert.Equal(
            [Given.Province.Code, Given.City.Code, Given.Ombudsman.Code],
            Joint.Proposed().Offices.OrderBy(code => code.Value, StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(2026, 1, 31, AgendaFrequency.Monthly, "2026-01-31 2026-03-31 2026-05-31")]
    [InlineData(2028, 2, 29, AgendaFrequency.Yearly, "2028-02-29 2032-02-29 2036-02-29")]
    [InlineData(2026, 12, 24, AgendaFrequency.Weekly, "2026-12-24 2026-12-31 2027-01-07")]
    [InlineData(2026, 2, 27, AgendaFrequency.Daily, "2026-02-27 2026-02-28 2026-03-01")]
    public void A_series_leaves_out_months_and_years_without_its_day(
        int year,
        int month,
        int day,
        AgendaFrequency frequency,
        string expected
    )
    {
        var days = Agenda.DatesOf(new LocalDate(year, month, day), new AgendaRepeat(frequency, new LocalDate(2040, 1, 1))).Take(3);
        Assert.Equal(expected, string.Join(' ', days.Select(one => NodaTime.Text.LocalDatePattern.Iso.Format(one))));
    }

    [Fact]
    public void What_is_only_proposed_nobody_outside_reads_and_what_was_accepted_stays_readable_when_called_off()
    {
        Assert.False(Joint.Proposed().IsPublic);
        Assert.True(Joint.At(AgendaState.Accepted).IsPublic);
        Assert.True(Joint.At(AgendaState.Cancelled).IsPublic);
        Assert.False(Joint.At(AgendaState.Declined).IsPublic);
    }

    private static readonly AgendaCommand[] Commands =
    [
        Joint.Move,
        Joint.Accept,
        Joint.Decline,
        Joint.Cancel,
        Joint.MoveDay,
        Joint.CancelDay,
        Joint.Plan,
        Joint.AddFile,
        Joint.Outcome,
    ];

    private static readonly Actor[] People =
    [
        Owed.Secretariat,
        Given.Assistant,
        Given.OmbudsmanHead,
        Given.CityAdmin,
        Given.KaurAdmin,
        Given.System,
    ];

    private static readonly Gen<(bool Series, (int Command, int Person, int Hours)[] Acts)> Histories = Gen.Select(
        Gen.Bool,
        Gen.Select(Gen.Int[0, Commands.Length - 1], Gen.Int[0, People.Length - 1], Gen.Int[0, 120]).Array[0, 14]
    );

    [Fact]
    public void Whatever_happens_a_changed_time_raises_the_sequence_and_nobody_accepts_the_own_proposal() =>
        Histories.Sample(
            history =>
            {
                var agenda = Joint.Proposed(history.Series ? Joint.Weekly : null);
                var at = Joint.Begins;
                foreach (var (command, person, hours) in history.Acts)
                {
                    at += Duration.FromHours(hours);
                    var decision = agenda.Decide(Commands[command], People[person], at);
                    foreach (var fact in decision.IsRefused ? [] : decision.Events)
                    {
                        var next = Agenda.Evolve(agenda, fact, at);
                        var moved =
                            fact
                            is AgendaEvent.Countered
                                or AgendaEvent.Moved
                                or AgendaEvent.OccurrenceMoved
                                or AgendaEvent.OccurrenceCancelled
                                or AgendaEvent.Cancelled
                                or AgendaEvent.Declined;
                        Assert.Equal(agenda.Sequence + (moved ? 1 : 0), next.Sequence);
                        if (!moved)
                        {
                            Assert.Equal(agenda.Occurrences, next.Occurrences);
                        }

                        if (fact is AgendaEvent.Accepted)
                        {
                            Assert.NotEqual(agenda.LastMover, ((Actor.Staff)People[person]).Office.Institution);
                        }

                        Assert.Equal(
                            (agenda.Id, agenda.Offices.Length, agenda.Visibility),
                            (next.Id, next.Offices.Length, next.Visibility)
                        );
                        Assert.True(next.Occurrences.Length <= next.Widest);
                        agenda = next;
                    }
                }
            },
            iter: 400
        );
}
