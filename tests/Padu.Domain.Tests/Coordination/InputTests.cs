using CsCheck;
using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;
using Padu.Domain.Tests.Obligations;

namespace Padu.Domain.Tests.Coordination;

/// <summary>Inputs: who may do what when, that accepted parts and obligations are one to one, and when an answer is late.</summary>
public sealed class InputTests
{
    internal static readonly (string Name, InputCommand Command)[] Acts =
    [
        ("beri", Joint.Give()),
        ("beri atas nama kantor", Joint.Give(fromOffice: true)),
        ("pelajari", new InputCommand.Acknowledge(null)),
        ("jawab", Joint.Answer(InputVerdict.Accept, "Ram dipasang")),
        ("beri tahu perubahan", new InputCommand.TellChange("Ram terpasang.", 0)),
        ("terbitkan", new InputCommand.Publish("Ram di loket.")),
        ("hapus", new InputCommand.Erase()),
        ("lewat jatuh tempo", new InputCommand.PassDue()),
        ("hitung ulang", new InputCommand.Recount()),
    ];

    [Fact]
    public void No_act_is_missing_from_the_table() => Assert.Empty(TransitionTable.Missing(Acts.Select(act => act.Command)));

    [Fact]
    public void Every_state_act_and_actor_is_lawful_or_refused_as_the_table_says()
    {
        var states = Enum.GetValues<InputState>().Select(state => (Name: state.Code(), Input: Joint.At(state))).ToList();
        states.Add(("belum ada", Input.None));
        var table = new TransitionTable(states.Select(state => state.Name));
        foreach (var (name, command) in Acts)
        {
            table.Add(
                name,
                Given.Everybody.Select(person =>
                    (
                        person.Key,
                        states
                            .Select(state => TransitionTable.Cell(state.Input.Decide(command, person.Value, Joint.Days(60))))
                            .ToList()
                            .AsEnumerable()
                    )
                )
            );
        }

        Golden.Matches("Coordination/inputs.md", table.Text("an input of somebody to the city office, after its day"));
    }

    [Fact]
    public void An_act_is_offered_when_and_only_when_it_would_be_taken()
    {
        Dictionary<InputAct, InputCommand> wellFormed = new()
        {
            [InputAct.Acknowledge] = new InputCommand.Acknowledge(null),
            [InputAct.Answer] = Joint.Answer(InputVerdict.Decline),
            [InputAct.TellChange] = new InputCommand.TellChange("Ram terpasang.", 0),
            [InputAct.Publish] = new InputCommand.Publish("Ram di loket."),
        };
        foreach (var input in Enum.GetValues<InputState>().Select(Joint.At))
        {
            foreach (var (who, actor) in Given.Everybody)
            {
                var offers = InputRules.Offers(input, actor);
                foreach (var (act, command) in wellFormed)
                {
                    Assert.True(
                        offers.Contains(act) != input.Decide(command, actor, Joint.Begins).IsRefused,
                        $"{input.State}, {act}, {who}"
                    );
                }
            }
        }
    }

    [Fact]
    public void An_author_from_outside_is_reachable_only_by_the_address_and_an_office_is_named()
    {
        var events = Input.None.Decide(Joint.Give(), new Actor.Complainant(Joint.Author), Joint.Begins).Events;
        Assert.IsType<InputEvent.Reachable>(events[1]);
        var none = Input.None.Decide(Joint.Give(email: null), new Actor.Complainant(Joint.Author), Joint.Begins).Events;
        Assert.Single(none);
        var office = (InputEvent.Received)
            Assert.Single(Input.None.Decide(Joint.Give(fromOffice: true), Given.OmbudsmanHead, Joint.Begins).Events);
        Assert.Equal((InputAuthor.Ombudsman, Given.Ombudsman.Code), (office.Author, office.From!.Value));
    }

    [Theory]
    [InlineData("ibu")]
    [InlineData("@contoh.example")]
    [InlineData("a@b@contoh.example")]
    [InlineData("ibu @contoh.example")]
    public void An_address_that_cannot_be_one_is_refused(string email) =>
        Assert.Equal(
            "input.email-unreadable",
            Input.None.Decide(Joint.Give(email: email), new Actor.Complainant(Joint.Author), Joint.Begins).Refusal?.Code
        );

    [Fact]
    public void Lateness_is_told_once_dated_at_the_end_of_the_fourteenth_working_day()
    {
        var input = Joint.At(InputState.Received);
        Assert.Equal("padu.masukan", input.Clock!.Rule.Value);
        Assert.Equal("lapse.not-due", input.Decide(new InputCommand.PassDue(), Given.System, Joint.Days(3)).Refusal?.Code);
        var late = input.After(new InputCommand.PassDue(), Given.System, Joint.Days(60));
        Assert.Equal((input.Clock.Due, InputColumn.Late), (late.LateSince, late.Column));
        Assert.Equal("lapse.nothing-running", late.Decide(new InputCommand.PassDue(), Given.System, Joint.Days(61)).Refusal?.Code);
        // An answer that comes before the sweep does not hide that it was late.
        var answered = input.After(Joint.Answer(InputVerdict.Decline), Given.CityAdmin, Joint.Days(60));
        Assert.Equal(input.Clock.Due, answered.LateSince);
    }

    [Fact]
    public void Only_the_author_erases_and_once()
    {
        var input = Joint.At(InputState.Declined);
        Assert.Equal("input.unknown", input.Decide(new InputCommand.Erase(), Given.Stranger, Joint.Begins).Refusal?.Code);
        var erased = input.After(new InputCommand.Erase(), new Actor.Complainant(Joint.Author));
        Assert.Equal((true, 0), (erased.IsErased, erased.ReachableVersion));
        Assert.Equal(
            "input.already-erased",
            erased.Decide(new InputCommand.Erase(), new Actor.Complainant(Joint.Author), Joint.Begins).Refusal?.Code
        );
    }

    [Fact(DisplayName = "Rule 58: the day of an input that waits is counted again when the holidays change")]
    public void A_waiting_input_is_counted_again()
    {
        var waiting = Joint.At(InputState.Received);
        Assert.Equal("recount.nothing-changed", waiting.Decide(new InputCommand.Recount(), Given.System, Joint.Days(1)).Refusal?.Code);
        var before = waiting with
        {
            Clock = waiting.Clock! with { CalendarVersion = new("lama"), DueDate = new(2026, 11, 30), Due = Joint.Days(18) },
        };
        var counted = before.After(new InputCommand.Recount(), Given.System, Joint.Days(1));
        Assert.Equal(
            (waiting.Clock.DueDate, new NodaTime.LocalDate(2026, 11, 30)),
            (counted.Clock!.DueDate, counted.Clock.Former!.Value[0].DueDate)
        );
        Assert.Equal(before.LastActAt, counted.LastActAt);
        Assert.Equal("input.unknown", before.Decide(new InputCommand.Recount(), Given.CityAdmin, Joint.Days(1)).Refusal?.Code);
        Assert.Equal("input.unknown", Input.None.Decide(new InputCommand.Recount(), Given.System, Joint.Days(1)).Refusal?.Code);
        Assert.Equal(
            "recount.nothing-changed",
            (Joint.At(InputState.Declined) with { Clock = before.Clock })
                .Decide(new InputCommand.Recount(), Given.System, Joint.Days(1))
                .Refusal?.Code
        );
    }

    [Fact(DisplayName = "Rule 53: the custodian of the institution that keeps them erases an author's words, and nobody else of the staff")]
    public void The_custodian_erases_an_author()
    {
        foreach (var state in Enum.GetValues<InputState>())
        {
            Assert.True(Joint.At(state).After(new InputCommand.Erase(), Given.Custodian).IsErased);
        }

        foreach (var (name, actor) in Given.Everybody.Where(one => one.Value is Actor.Staff && one.Key != "kustodian"))
        {
            Assert.True(
                Joint.At(InputState.Declined).Decide(new InputCommand.Erase(), actor, Joint.Days(60)).Refusal?.Code == "input.unknown",
                name
            );
        }

        var theirs = Given.Staff(Role.Custodian, Given.Ombudsman);
        Assert.Equal("input.unknown", Joint.At(InputState.Declined).Decide(new InputCommand.Erase(), theirs, Joint.Days(60)).Refusal?.Code);
    }

    [Fact(DisplayName = "Rule 53: what an office gave is its record and is erased by nobody")]
    public void An_offices_input_stays()
    {
        var given = Joint.At(InputState.Declined) with { From = Given.Kaur.Code };
        Assert.Equal("input.unknown", given.Decide(new InputCommand.Erase(), Given.Custodian, Joint.Days(60)).Refusal?.Code);
        Assert.Null(given.KeptSince);
    }

    [Fact(DisplayName = "Rule 53: the time of keeping runs from when nothing of an input is owed any more")]
    public void The_time_of_keeping_begins_when_it_is_over()
    {
        Assert.Equal(
            [InputState.Declined, InputState.Changed],
            Enum.GetValues<InputState>().Where(state => Joint.At(state).KeptSince is not null)
        );
        var declined = Joint.At(InputState.Declined);
        Assert.Equal(declined.AnsweredAt, declined.KeptSince);
        var changed = Joint.At(InputState.Accepted).After(new InputCommand.TellChange("Ram terpasang.", 0), Given.CityAdmin, Joint.Days(5));
        Assert.Equal((Joint.Days(5), Joint.Begins), (changed.KeptSince, changed.AnsweredAt));
        Assert.Null(declined.After(new InputCommand.Erase(), Given.Custodian).KeptSince);
    }

    private static readonly Gen<(int Verdict, int Parts, int Promised, bool Doubled)> Answers = Gen.Select(
        Gen.Int[0, 2],
        Gen.Int[0, 12],
        Gen.Int[0, 12],
        Gen.Bool
    );

    [Fact]
    public void Accepted_parts_and_obligations_are_one_to_one_or_the_answer_is_refused() =>
        Answers.Sample(
            given =>
            {
                var verdict = (InputVerdict)given.Verdict;
                var parts = Enumerable.Range(1, given.Parts).Select(part => $"Bagian {part}").ToArray();
                var wellFormed = Joint.Answer(verdict, parts);
                var promised = Enumerable
                    .Range(0, given.Promised)
                    .Select(at => new Domain.Obligations.ObligationId(new Guid(given.Doubled ? 1 : at + 1, 0, 0, new byte[8])));
                var decision = Joint
                    .At(InputState.Received)
                    .Decide(wellFormed with { Promised = [.. promised] }, Given.CityAdmin, Joint.Begins);
                var lawful =
                    given.Parts == given.Promised
                    && (!given.Doubled || given.Promised < 2)
                    && (verdict == InputVerdict.Decline ? given.Parts == 0 : given.Parts is > 0 and <= InputRules.MostParts);
                Assert.Equal(lawful, !decision.IsRefused);
                if (lawful)
                {
                    var answered = (InputEvent.Answered)Assert.Single(decision.Events);
                    Assert.Equal(answered.Parts!.Value.Length, answered.Promised.Length);
                }
            },
            iter: 400
        );

    [Fact]
    public void What_changed_is_told_only_when_nothing_is_owed_any_more() =>
        Assert.Equal(
            "input.still-owed",
            Joint
                .At(InputState.Accepted)
                .Decide(new InputCommand.TellChange("Ram terpasang.", 1), Given.CityAdmin, Joint.Begins)
                .Refusal?.Code
        );

    [Fact]
    public void One_of_the_ten_sees_what_it_answers_or_gave_and_both_provinces_everything()
    {
        var subject = new InputSubject(Given.City.Code, Given.Kaur.Code);
        Assert.True(Access.May(Given.CityAdmin, InputAct.Read, subject));
        Assert.True(Access.May(Given.KaurAdmin, InputAct.Read, subject));
        Assert.False(Access.May(Given.KaurAdmin, InputAct.Answer, subject));
        Assert.False(Access.May(Given.KaurAdmin, InputAct.Read, new InputSubject(Given.City.Code, null)));
        Assert.True(Access.May(Owed.Secretariat, InputAct.Read, subject));
        Assert.True(Access.May(Given.Assistant, InputAct.Read, subject));
        Assert.False(Access.May(Given.CityDesk, InputAct.Read, subject));
    }
}
