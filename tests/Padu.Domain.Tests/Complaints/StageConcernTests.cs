using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Calendar;

namespace Padu.Domain.Tests.Complaints;

/// <summary>Complaints about a stage of an election or an ad hoc body.</summary>
public sealed class StageConcernTests
{
    /// <summary>Tuesday: five calendar days, three working days after the filing of Thursday 12 November 2026.</summary>
    private static readonly LocalDate Ends = new(2026, 11, 17);

    private static readonly LegalContext Legal = Law.Bengkulu with { Elections = StageTests.Schedule(Ends) };

    private static readonly ComplaintCommand.NameStage Stage = new(StageTests.Concern, null);

    [Fact(DisplayName = "Rule 20: the clocks of a filing about a stage end with it where they would end later")]
    public void Filing_about_a_stage_bounds_its_clocks()
    {
        var filed = Filed(Given.Submit() with { Concern = StageTests.Concern });
        Assert.Equal(StageTests.Concern, filed.Concern);
        Assert.Equal(
            [
                (ClockKind.Verification, new LocalDate(2026, 11, 17)),
                (ClockKind.Completeness, Ends),
                (ClockKind.FirstAnswer, Ends),
                (ClockKind.Resolution, Ends),
            ],
            filed.Clocks.Select(clock => (clock.Kind, clock.DueDate!.Value))
        );
        Assert.All(filed.Clocks, clock => Assert.Equal(StageTests.Concern, clock.Bound!.Ref));
    }

    [Fact]
    public void A_filing_about_a_stage_nobody_knows_is_refused() =>
        Assert.Equal(
            "concern.no-such-stage",
            Decide(
                Complaint.None,
                Given.Submit() with
                {
                    Concern = new(new("tidak-ada"), new("tahap")),
                },
                Given.Reporter,
                Given.Filed
            ).Refusal?.Code
        );

    [Fact(DisplayName = "Rule 20: a later act's clocks know the stage, and the decision by law is not shortened")]
    public void Clocks_that_start_later_are_bounded_too()
    {
        var filed = Filed(Given.Submit() with { Concern = StageTests.Concern });
        var asked = After(filed, Given.Ask, Given.CityAdmin, Given.Filed + Duration.FromHours(2));
        var mine = asked.ClockOf(ClockKind.Completion)!;
        Assert.Equal((null, true), (mine.Bound, mine.DueDate > Ends));
        var completed = After(asked, Given.Complete, Given.Reporter, Given.Filed + Duration.FromHours(26));
        Assert.Equal(Ends, completed.ClockOf(ClockKind.Completeness)!.DueDate);
        var verified = After(completed, Given.Verify, Given.CityAdmin, Given.Filed + Duration.FromHours(27));
        Assert.True(verified.ClockOf(ClockKind.Decision)!.DueDate > Ends);
        Assert.Equal(ClockKind.Resolution, verified.NextClock!.Kind);
    }

    [Fact]
    public void Naming_a_stage_brings_the_work_forward_and_taking_it_back_gives_the_days_back()
    {
        var filed = Filed(Given.Submit());
        var named = After(filed, Stage, Given.CityAdmin, Given.Filed + Duration.FromHours(1));
        Assert.Equal(Ends, named.ClockOf(ClockKind.Resolution)!.DueDate);
        Assert.Single(named.ClockOf(ClockKind.Resolution)!.Former!.Value);
        var back = After(named, new ComplaintCommand.NameStage(null, null), Given.CityAdmin, Given.Filed + Duration.FromHours(2));
        Assert.Equal(filed.Clocks.Select(clock => (clock.Kind, clock.DueDate)), back.Clocks.Select(clock => (clock.Kind, clock.DueDate)));
        Assert.Null(back.Concern);
    }

    [Theory]
    [InlineData(Domain.Complaints.Stage.Answered, "concern.too-late")]
    [InlineData(Domain.Complaints.Stage.Closed, "complaint.closed")]
    public void It_is_named_while_there_is_work(Stage at, string code) =>
        Assert.Equal(code, Decide(Given.At(at), Stage, Given.CityAdmin, Given.Filed + Duration.FromDays(4)).Refusal?.Code);

    [Fact]
    public void Naming_what_is_on_record_changes_nothing()
    {
        var named = After(Filed(Given.Submit()), Stage, Given.CityAdmin, Given.Filed + Duration.FromHours(1));
        Assert.Equal("concern.nothing-changed", Decide(named, Stage, Given.CityAdmin, Given.Filed + Duration.FromHours(2)).Refusal?.Code);
        var unknown = new ComplaintCommand.NameStage(new(new("tidak-ada"), new("tahap")), null);
        Assert.Equal("concern.no-such-stage", Decide(named, unknown, Given.CityAdmin, Given.Filed + Duration.FromHours(2)).Refusal?.Code);
    }

    [Fact]
    public void A_living_body_is_named_and_a_dissolved_one_leaves_its_office()
    {
        var at = Given.Filed + Duration.FromHours(1);
        var named = After(Filed(Given.Submit()), new ComplaintCommand.NameStage(null, Given.Pps), Given.CityAdmin, at);
        Assert.Equal((Given.Pps.Code, Given.City.Code), (named.Body, named.BodyOffice));

        var lastDay = Given.Pps with { Until = Legal.DayOf(at) };
        Assert.NotNull(After(Filed(Given.Submit()), new ComplaintCommand.NameStage(null, lastDay), Given.CityAdmin, at).Body);

        var over = Given.Pps with { Until = Legal.DayOf(at).PlusDays(-1) };
        var left = After(Filed(Given.Submit()), new ComplaintCommand.NameStage(null, over), Given.CityAdmin, at);
        Assert.Equal((null, Given.City.Code), (left.Body, left.BodyOffice));
    }

    [Fact]
    public void A_body_of_the_office_complained_about_is_not_named()
    {
        var about = Filed(Given.Submit() with { IsAboutOffice = true, Above = Given.Province.Code });
        Assert.Equal(
            "concern.body-of-office",
            Decide(
                about,
                new ComplaintCommand.NameStage(null, Given.Pps),
                Given.ProvinceAdmin,
                Given.Filed + Duration.FromHours(1)
            ).Refusal?.Code
        );
    }

    [Fact]
    public void A_part_of_a_letter_concerns_what_the_letter_did()
    {
        var letter = After(
            Filed(Given.Submit() with { Concern = StageTests.Concern }),
            Given.Verify,
            Given.CityAdmin,
            Given.Filed + Duration.FromHours(2)
        );
        var split = new ComplaintCommand.SplitOff(
            Given.Divide.Into,
            new PublicNumber("17-2026-9M2P4XZ"),
            letter,
            Given.City,
            ComplaintClass.Complaint,
            "Honor KPPS belum dibayar",
            "Honor saya juga belum dibayar."
        );
        var part = After(Complaint.None, split, Given.CityAdmin, Given.Filed + Duration.FromHours(3));
        Assert.Equal(StageTests.Concern, part.Concern);
        Assert.Equal(Ends, part.ClockOf(ClockKind.FirstAnswer)!.DueDate);
    }

    [Fact(DisplayName = "Rule 58: a moved stage counts open bounded clocks again, as the system and once")]
    public void A_moved_stage_is_recounted()
    {
        var filed = Filed(Given.Submit() with { Concern = StageTests.Concern });
        var moved = Law.Bengkulu with { Elections = StageTests.Schedule(new(2026, 11, 20), number: 2) };
        var context = new ComplaintContext(Given.System, Given.Filed + Duration.FromDays(1), moved);
        var again = ComplaintRules.Decide(filed, new ComplaintCommand.Recount(), context);
        var now = Given.Fold(filed, again.Events, context.At);
        Assert.Equal(new LocalDate(2026, 11, 20), now.ClockOf(ClockKind.Resolution)!.DueDate);
        Assert.Equal("recount.nothing-changed", ComplaintRules.Decide(now, new ComplaintCommand.Recount(), context).Refusal?.Code);
        Assert.Equal("pemilihan-uji.2", now.Clocks.BoundedBy()!.Version.Value);
    }

    [Fact]
    public void A_lapse_under_an_unconfirmed_stage_closes_nothing_of_the_complainants()
    {
        var answered = After(
            After(
                After(
                    Filed(Given.Submit() with { Concern = StageTests.Concern }),
                    Given.Verify,
                    Given.CityAdmin,
                    Given.Filed + Duration.FromHours(2)
                ),
                Given.Assign,
                Given.CityAdmin,
                Given.Filed + Duration.FromHours(3)
            ),
            Given.Answer,
            Given.CityOfficer,
            Given.Filed + Duration.FromHours(4)
        );
        // The reply's window is a person's: ten working days, whatever stage ends.
        Assert.Equal(new LocalDate(2026, 11, 26), answered.ClockOf(ClockKind.CounterReply)!.DueDate);
        Assert.Null(answered.ClockOf(ClockKind.CounterReply)!.Bound);
    }

    private static Complaint Filed(ComplaintCommand.Submit submit) => After(Complaint.None, submit, Given.Reporter, Given.Filed);

    private static Complaint After(Complaint complaint, ComplaintCommand command, Actor actor, Instant at)
    {
        var decision = Decide(complaint, command, actor, at);
        Assert.Null(decision.Refusal);
        return Given.Fold(complaint, decision.Events, at);
    }

    private static Decision<ComplaintEvent> Decide(Complaint complaint, ComplaintCommand command, Actor actor, Instant at) =>
        ComplaintRules.Decide(complaint, command, new ComplaintContext(actor, at, Legal));
}
