using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Calendar;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Obligations;

/// <summary>What Bawaslu or DKPP decided, and by when an election commission has carried it out.</summary>
public sealed class RulingTests
{
    /// <summary>Friday 13 March 2026, before Nyepi and Idulfitri.</summary>
    private static readonly LocalDate Friday = new(2026, 3, 13);

    [Theory(DisplayName = "Rule 42: a decision of Bawaslu or DKPP is carried out in time, counted from when it was received")]
    [InlineData(RulingBody.Bawaslu, ElectionKind.General, "2026-03-25")]
    [InlineData(RulingBody.Bawaslu, ElectionKind.Regional, "2026-03-20")]
    [InlineData(RulingBody.Dkpp, ElectionKind.General, "2026-03-20")]
    [InlineData(RulingBody.Dkpp, ElectionKind.Regional, "2026-03-20")]
    public void Each_body_and_election_has_its_period(RulingBody body, ElectionKind election, string due)
    {
        var owed = Obligation.None.After(Record(body, election), Given.CityAdmin, TestLaw.At(Friday));
        Assert.Equal((TestLaw.Date(due), Given.City.Code, SourceKind.Ruling), (owed.DueDate, owed.Owner, owed.Source!.Kind));
        Assert.Equal(TestLaw.At(Friday), owed.Clock!.TriggeredAt);
    }

    [Theory(
        DisplayName = "Rule 43: in a regional election Bawaslu's outcome binds from 30 July 2025 on, what it gave before stays a recommendation"
    )]
    [InlineData(RulingBody.Bawaslu, ElectionKind.Regional, "2025-07-29", RulingForce.Recommendation, "uu10.rekomendasi_bawaslu")]
    [InlineData(RulingBody.Bawaslu, ElectionKind.Regional, "2025-07-30", RulingForce.Decision, "uu10.putusan_bawaslu")]
    [InlineData(RulingBody.Bawaslu, ElectionKind.General, "2024-02-20", RulingForce.Decision, "uu7.putusan_bawaslu")]
    [InlineData(RulingBody.Dkpp, ElectionKind.Regional, "2024-12-20", RulingForce.Decision, "uu7.putusan_dkpp")]
    public void The_day_it_was_given_decides(RulingBody body, ElectionKind election, string day, RulingForce force, string rule)
    {
        var rules = Law.Bengkulu.Rules;
        Assert.Equal(force, Rulings.ForceOf(body, election, TestLaw.Date(day), rules));
        Assert.Equal(new RuleCode(rule), Rulings.Execution(body, election, TestLaw.Date(day), rules));
    }

    [Fact(DisplayName = "Rule 43: a recommendation of the last day that arrives after the judgement stays one")]
    public void The_judgement_is_not_retroactive()
    {
        var record = Record(RulingBody.Bawaslu, ElectionKind.Regional) with { DecidedOn = new LocalDate(2025, 7, 29) };
        var owed = Obligation.None.After(record, Given.CityAdmin, TestLaw.At(new(2025, 8, 1)));
        Assert.Equal((new RuleCode("uu10.rekomendasi_bawaslu"), new LocalDate(2025, 8, 8)), (owed.Clock!.Rule, owed.DueDate));
    }

    [Fact(DisplayName = "Rule 42: it passes unmet like everything that is owed, and evidence is judged by another office")]
    public void It_is_an_obligation()
    {
        var owed = Obligation.None.After(Record(RulingBody.Bawaslu, ElectionKind.General), Given.CityAdmin, TestLaw.At(Friday));
        var late = owed.After(new ObligationCommand.PassDue(), Given.System, TestLaw.At(new(2026, 3, 30)));
        Assert.Equal(TestLaw.At(new(2026, 3, 26), hour: 0), late.LateSince);
        var done = owed.After(Owed.Give, Given.CityAdmin, TestLaw.At(new(2026, 3, 24)))
            .After(Owed.Accept, Owed.Secretariat, TestLaw.At(new(2026, 3, 27)));
        Assert.Equal((ObligationState.Done, null), (done.State, done.LateSince));
    }

    public static TheoryData<string, string?> Recorders() =>
        new()
        {
            { "admin kota", null },
            { "admin provinsi", null },
            { "sekretariat", null },
            { "admin kaur", "access.not-yours" },
            { "penghubung kota/teknis", "obligation.unknown" },
            { "asisten ombudsman", "obligation.unknown" },
            { "publik", "obligation.unknown" },
        };

    [Theory(DisplayName = "Rule 42: an office enters its own, the province also those of the ten")]
    [MemberData(nameof(Recorders))]
    public void Who_enters_it(string who, string? code) =>
        Assert.Equal(code, Refused(Record(RulingBody.Bawaslu, ElectionKind.General), Given.Everybody[who]));

    [Fact(DisplayName = "Rule 42: what cannot be true is refused")]
    public void What_cannot_be_true_is_refused()
    {
        var record = Record(RulingBody.Bawaslu, ElectionKind.General);
        Assert.Equal("ruling.in-future", Refused(record with { EnteredAt = TestLaw.At(Friday) - Duration.FromSeconds(1) }));
        Assert.Equal("ruling.received-before-decided", Refused(record with { DecidedOn = Friday.PlusDays(1) }));
        Assert.Null(Refused(record with { DecidedOn = Friday, EnteredAt = TestLaw.At(Friday) }));
        Assert.Equal("obligation.unknown-owner", Refused(record with { Owner = null }));
        Assert.Equal("obligation.unknown-owner", Refused(record with { Owner = Given.Ombudsman }));
        Assert.Equal("obligation.own-judge", Refused(record with { Owner = Given.Province }, Given.ProvinceAdmin));
        Assert.Equal("text.required", Refused(record with { Title = " " }));
    }

    private static string? Refused(ObligationCommand.RecordRuling record, Actor? actor = null) =>
        Obligation.None.Decide(record, actor ?? Given.CityAdmin, TestLaw.At(Friday)).Refusal?.Code;

    private static ObligationCommand.RecordRuling Record(RulingBody body, ElectionKind election) =>
        new(
            Owed.Id,
            body,
            election,
            new LocalDate(2026, 3, 11),
            TestLaw.At(new LocalDate(2026, 6, 1)),
            Given.City,
            Given.Province,
            "Nomor 3/2026: perbaiki rekapitulasi TPS 15"
        );
}
