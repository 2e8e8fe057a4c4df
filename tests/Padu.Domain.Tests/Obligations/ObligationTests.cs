using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Calendar;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Obligations;

public sealed class ObligationTests
{
    [Fact]
    public void No_office_judges_what_it_owes()
    {
        Assert.Equal("obligation.own-judge", Refused(Owed.Promise(Given.Province, Given.Province)));
        Assert.Equal("obligation.unknown-judge", Refused(Owed.Promise(Given.City, Given.Kaur)));
        Assert.Equal("obligation.unknown-owner", Refused(Owed.Promise() with { Owner = null }));
        Assert.Null(Refused(Owed.Promise(Given.Province, Given.Ombudsman)));
        Assert.Null(Refused(Owed.Promise(Given.Ombudsman, Given.Province)));
    }

    [Fact]
    public void There_is_one_source_and_one_term()
    {
        Assert.Equal("obligation.no-source", Refused(Owed.Promise() with { Source = new(SourceKind.Clause, Guid.Empty, 1) }));
        Assert.Equal("obligation.no-source", Refused(Owed.Promise() with { Source = Owed.Source with { Item = 0 } }));
        Assert.Equal("obligation.one-term", Refused(Owed.Promise() with { Term = new DueTerm(null, null) }));
        Assert.Equal("obligation.one-term", Refused(Owed.Promise() with { Term = new DueTerm(Owed.DueOn, ObligationRules.StandardTerm) }));
        Assert.Equal("obligation.due-in-past", Refused(Owed.Promise(term: DueTerm.Date(new LocalDate(2026, 11, 11)))));
    }

    [Fact]
    public void A_counted_term_explains_itself_day_by_day_and_ends_where_the_list_ends()
    {
        var promised = Obligation.None.After(
            Owed.Promise(term: DueTerm.Counted(ObligationRules.StandardTerm)),
            Owed.Secretariat,
            Owed.PromisedAt
        );
        var explained = Counting.Explain(promised.Clock!, Law.Bengkulu);
        Assert.Equal(30, explained.Days.Count(day => day.Mark == DayMark.Counted));
        Assert.Equal(explained.DueDate, promised.DueDate);
        Assert.Equal(explained.Due, promised.Due);
    }

    [Fact]
    public void A_counted_day_is_counted_again_when_the_holidays_change_and_a_named_one_never()
    {
        var other = Law.Bengkulu with { Calendar = TestLaw.WithoutYear(2026).Calendar };
        var counted = Obligation.None.After(
            Owed.Promise(term: DueTerm.Counted(ObligationRules.StandardTerm)),
            Owed.Secretariat,
            Owed.PromisedAt
        );
        var decision = ObligationRules.Decide(counted, Owed.Recount, new ObligationContext(Given.System, Owed.Days(1), other));
        var again = Owed.Fold(counted, decision.Events, Owed.Days(1));
        Assert.Equal(Counting.Explain(again.Clock!, other).Due, again.Due);
        Assert.NotEqual(counted.DueDate, again.DueDate);
        Assert.Equal(counted.DueDate, Assert.Single(again.Clock!.Former!.Value).DueDate);
        var named = ObligationRules.Decide(
            Owed.At(ObligationState.Promised),
            Owed.Recount,
            new ObligationContext(Given.System, Owed.Days(1), other)
        );
        Assert.Equal("recount.nothing-changed", named.Refusal!.Code);
    }

    [Fact]
    public void Lateness_is_dated_at_the_end_of_the_last_day_however_late_the_sweep_comes()
    {
        var promised = Owed.At(ObligationState.Promised);
        Assert.Equal("lapse.not-due", promised.Decide(Owed.PassDue, Given.System, promised.Due - Duration.Epsilon).Refusal!.Code);
        var late = promised.After(Owed.PassDue, Given.System, Owed.Days(100));
        Assert.Equal(new LocalDate(2026, 11, 21), late.LateSince!.Value.InZone(Law.Bengkulu.Zone).Date);
        Assert.Equal(late.Due, late.LateSince);
        Assert.Equal("lapse.nothing-running", late.Decide(Owed.PassDue, Given.System, Owed.Days(101)).Refusal!.Code);
        Assert.Equal(ObligationColumn.Late, late.Column);
    }

    [Fact]
    public void Evidence_in_time_stops_lateness_and_its_refusal_brings_it_back_to_the_true_day()
    {
        var given = Owed.At(ObligationState.EvidenceGiven);
        Assert.Equal("lapse.nothing-running", given.Decide(Owed.PassDue, Given.System, Owed.Days(40)).Refusal!.Code);
        var refused = given.After(Owed.Refuse, Owed.Secretariat, Owed.Days(40));
        var late = refused.After(Owed.PassDue, Given.System, Owed.Days(41));
        Assert.Equal(late.Due, late.LateSince);
    }

    [Fact]
    public void What_comes_after_the_day_does_not_hide_that_it_passed_before_the_sweep()
    {
        foreach (
            var (command, actor) in new (ObligationCommand, Actor)[]
            {
                (Owed.Give, Given.CityAdmin),
                (Owed.Carry, Owed.Secretariat),
                (Owed.Withdraw, Owed.Secretariat),
            }
        )
        {
            var after = Owed.At(ObligationState.Promised).After(command, actor, Owed.Days(20));
            Assert.Equal(after.Due, after.LateSince);
        }
    }

    [Fact]
    public void Late_stays_late_whatever_is_handed_in_until_it_is_accepted()
    {
        var given = Owed.At(ObligationState.Promised).After(Owed.Give, Given.CityAdmin, Owed.Days(20));
        Assert.Equal(ObligationColumn.Late, given.Column);
        var done = given.After(Owed.Accept, Owed.Secretariat, Owed.Days(21));
        Assert.Equal(ObligationColumn.Done, done.Column);
        Assert.NotNull(done.LateSince);
    }

    [Fact]
    public void A_successor_has_the_source_owner_and_judge_of_what_it_carries_on()
    {
        var from = Owed.At(ObligationState.Promised);
        var carried = from.After(Owed.Carry, Owed.Secretariat, Owed.Days(2));
        var successor = Obligation.None.After(
            new ObligationCommand.TakeOver(Owed.Next, from, Owed.Carry.On, "Memasang maklumat pelayanan"),
            Owed.Secretariat,
            Owed.Days(2)
        );
        Assert.Equal(Owed.Next, carried.Successor);
        Assert.Equal(from.Id, successor.Predecessor);
        Assert.Equal((from.Source, from.Owner, from.Judge), (successor.Source, successor.Owner, successor.Judge));
        Assert.True(successor.IsOpen);
        Assert.False(carried.IsOpen);
        Assert.True(successor.Due > from.Due);
    }

    [Fact]
    public void Who_owes_does_not_give_itself_more_time_nor_forget_it()
    {
        foreach (var command in new ObligationCommand[] { Owed.Carry, Owed.Withdraw, Owed.Accept })
        {
            Assert.Equal(
                "access.not-yours",
                Owed.At(ObligationState.Promised).Decide(command, Given.CityAdmin, Owed.Days(2)).Refusal!.Code
            );
        }
    }

    [Fact]
    public void What_was_due_before_its_source_ended_stays_owed()
    {
        var end = new ObligationCommand.EndWithSource(Owed.DueOn);
        Assert.Equal("obligation.due-before-end", Owed.At(ObligationState.Promised).Decide(end, Given.System, Owed.Days(60)).Refusal!.Code);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("contoh.example/foto")]
    [InlineData("file:///etc/passwd")]
    public void A_link_leads_to_the_web_or_is_refused(string link) =>
        Assert.Equal(
            "obligation.link-unreadable",
            Owed.At(ObligationState.Promised).Decide(Owed.Give with { Link = link }, Given.CityAdmin, Owed.Days(1)).Refusal!.Code
        );

    private static string? Refused(ObligationCommand.Promise promise) =>
        Obligation.None.Decide(promise, Owed.Secretariat, Owed.PromisedAt).Refusal?.Code;
}
