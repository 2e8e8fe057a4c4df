using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Calendar;

namespace Padu.Domain.Tests.Complaints;

/// <summary>The ways to the Ombudsman: never barred, said in dates, never shut by silence, and kept from KPU where the complainant wishes.</summary>
public sealed class EscalationTests
{
    private static readonly Instant Later = Given.Filed + Duration.FromHours(72);

    public static TheoryData<Stage> Stages() =>
        [.. Enum.GetValues<Stage>().Where(stage => stage is not (Stage.Archived or Stage.AtOmbudsman))];

    [Theory(DisplayName = "Rule 12: to the Ombudsman at any stage, nobody here bars the way")]
    [MemberData(nameof(Stages))]
    public void The_complainant_goes_at_any_stage_and_the_complaint_is_open_there(Stage stage)
    {
        var gone = Given.At(stage).After(Given.Escalate, Given.Reporter, Later);

        Assert.True(gone.IsOpen);
        Assert.True(gone.IsAtOmbudsman);
        Assert.Equal(stage == Stage.Closed ? Stage.AtOmbudsman : stage, gone.Stage);
        Assert.Equal("escalate.already-there", gone.Decide(Given.Escalate, Given.Reporter, Later).Refusal?.Code);
    }

    [Fact]
    public void Before_the_date_the_statement_names_the_day_from_which_silence_is_a_ground()
    {
        // Received Thursday 12 November: verification ends on Tuesday 17.
        var says = Exhaustion.Of(Given.At(Stage.Received), Later, Law.Bengkulu);

        Assert.Equal(ExhaustionGround.StillRunning, says.Ground);
        Assert.Equal(TestLaw.Date("2026-11-12"), says.ComplainedOn);
        Assert.Equal(ClockKind.Verification, says.Period);
        Assert.Equal(TestLaw.Date("2026-11-17"), says.DueOn);
        Assert.Equal(TestLaw.Date("2026-11-18"), says.GroundFrom);
    }

    [Fact]
    public void Silence_past_the_date_is_a_ground_by_itself()
    {
        var says = Exhaustion.Of(Given.At(Stage.Received), Given.Filed + Duration.FromDays(6), Law.Bengkulu);

        Assert.Equal(ExhaustionGround.Silence, says.Ground);
        Assert.Equal(TestLaw.Date("2026-11-17"), says.DueOn);
        Assert.Null(says.GroundFrom);
    }

    [Theory]
    [InlineData(Stage.Answered, ExhaustionGround.Answered)]
    [InlineData(Stage.Closed, ExhaustionGround.Closed)]
    public void An_answer_or_a_closing_that_is_not_accepted_is_a_ground(Stage stage, ExhaustionGround ground) =>
        Assert.Equal(ground, Exhaustion.Of(Given.At(stage), Later, Law.Bengkulu).Ground);

    [Fact]
    public void A_completion_that_is_waited_for_gives_no_date_and_no_bar()
    {
        var waiting = Given.At(Stage.AwaitingCompletion);
        var says = Exhaustion.Of(waiting, Later, Law.Bengkulu);

        Assert.Equal((ExhaustionGround.StillRunning, null), (says.Ground, says.GroundFrom));
        Assert.Null(waiting.Decide(Given.Escalate, Given.Reporter, Later).Refusal);
    }

    [Theory]
    [InlineData(IdentityLevel.Open, null, true)]
    [InlineData(IdentityLevel.Protected, true, true)]
    [InlineData(IdentityLevel.Protected, false, false)]
    [InlineData(IdentityLevel.Anonymous, false, false)]
    public void Whether_the_Ombudsman_may_know_is_the_complainants_word(IdentityLevel level, bool? answer, bool shared)
    {
        var gone = Given.At(Stage.Received, level).After(Given.Escalate with { SharesIdentity = answer }, Given.Reporter, Later);
        Assert.Equal(shared, gone.Ombudsman!.SharesIdentity);
    }

    [Fact]
    public void A_protected_identity_is_asked_apart_and_may_be_given_later_once()
    {
        var kept = Given.At(Stage.Received, IdentityLevel.Protected);
        Assert.Equal(
            "escalate.identity-unanswered",
            kept.Decide(Given.Escalate with { SharesIdentity = null }, Given.Reporter, Later).Refusal?.Code
        );

        var gone = kept.After(Given.Escalate with { SharesIdentity = false }, Given.Reporter, Later);
        var told = gone.After(new ComplaintCommand.ShareIdentity(), Given.Reporter, Later);
        Assert.True(told.Ombudsman!.SharesIdentity);
        Assert.Equal("identity.nothing-to-share", told.Decide(new ComplaintCommand.ShareIdentity(), Given.Reporter, Later).Refusal?.Code);
    }

    [Theory]
    [InlineData("", "Lewat telepon.", "Reason")]
    [InlineData("Alasan.", " ", "Consent")]
    public void An_office_refers_only_with_a_reason_and_the_recorded_consent(string reason, string consent, string field)
    {
        var refused = Given.At(Stage.Assigned).Decide(Given.Refer with { Reason = reason, Consent = consent }, Given.CityAdmin, Later);
        Assert.Equal(("text.required", field), (refused.Refusal?.Code, refused.Refusal?.Field));
    }

    [Fact]
    public void Neither_silence_nor_an_office_closes_what_is_at_the_Ombudsman()
    {
        var answered = Given.At(Stage.Answered).After(Given.Escalate, Given.Reporter, Later);
        var longAfter = Given.Filed + Duration.FromDays(200);
        foreach (var reason in Enum.GetValues<ClosingReason>())
        {
            Assert.Equal(
                "close.at-ombudsman",
                answered.Decide(new ComplaintCommand.Close(reason, "Penjelasan."), Given.CityOfficer, longAfter).Refusal?.Code
            );
        }

        var lapse = ComplaintRules.Decide(
            answered,
            new ComplaintCommand.Lapse(ClockKind.CounterReply),
            new ComplaintContext(Given.System, longAfter, Law.Confirmed)
        );
        Assert.IsType<ComplaintEvent.ClockLapsed>(Assert.Single(lapse.Events));
        Assert.True(Given.Fold(answered, lapse.Events, longAfter).IsOpen);
    }

    [Fact]
    public void The_office_may_still_answer_and_an_accepted_answer_leaves_it_open_at_the_Ombudsman()
    {
        var gone = Given.At(Stage.Assigned).After(Given.Escalate, Given.Reporter, Later);
        var answered = gone.After(Given.Answer, Given.CityOfficer, Later);
        var accepted = answered.After(Given.Accept, Given.Reporter, Later + Duration.FromHours(1));

        Assert.Equal(Stage.AtOmbudsman, accepted.Stage);
        Assert.True(accepted.IsOpen);
        Assert.Equal(Mover.Ombudsman, accepted.Mover);
        var ended = accepted.After(Given.End, Given.Assistant, Later + Duration.FromDays(9));
        Assert.Equal(Stage.Closed, ended.Stage);
        Assert.False(ended.IsOpen);
    }

    [Fact]
    public void A_case_closed_here_may_be_answered_again_while_it_is_there()
    {
        var gone = Given.At(Stage.AtOmbudsman);
        var answered = gone.After(Given.Answer, Given.CityOfficer, Later);
        Assert.Equal(Stage.Answered, answered.Stage);
        Assert.NotNull(answered.NextClock);
        Assert.True(answered.IsAtOmbudsman);
    }

    [Fact]
    public void What_comes_back_keeps_its_stage_and_may_go_again()
    {
        var back = Given
            .At(Stage.Assigned)
            .After(Given.Escalate, Given.Reporter, Later)
            .After(Given.End, Given.Assistant, Later + Duration.FromDays(3));

        Assert.Equal(Stage.Assigned, back.Stage);
        Assert.False(back.IsAtOmbudsman);
        Assert.NotNull(back.Ombudsman!.EndedAt);
        Assert.Null(back.Decide(Given.Escalate, Given.Reporter, Later + Duration.FromDays(4)).Refusal);
    }

    [Fact(DisplayName = "Rule 12: straight to the Ombudsman, and KPU is not told")]
    public void Filed_straight_and_kept_from_KPU_it_is_nobodys_there_and_no_clock_of_it_runs()
    {
        var file = new ComplaintCommand.FileDirectly(
            Given.Submit(IdentityLevel.Protected),
            Given.Examination,
            Given.Ombudsman,
            IsClosedToKpu: true
        );
        var filed = Complaint.None.After(file, Given.Reporter, Given.Filed);

        Assert.Equal(Stage.AtOmbudsman, filed.Stage);
        Assert.Equal(Given.Ombudsman.Code, filed.Owner);
        Assert.Empty(filed.Clocks);
        Assert.True(filed.Ombudsman!.SharesIdentity);
        foreach (var (name, actor) in Given.Everybody.Where(one => one.Value is Actor.Staff { Office.Institution: Institution.Kpu }))
        {
            Assert.False(Access.May(actor, Act.Read, filed.Subject), name);
            Assert.Equal("complaint.unknown", filed.Decide(Given.Verify, actor, Later).Refusal?.Code);
        }
    }

    [Fact]
    public void Filed_straight_and_seen_by_KPU_both_institutions_have_it_at_once()
    {
        var file = new ComplaintCommand.FileDirectly(Given.Submit(), Given.Examination, Given.Ombudsman, IsClosedToKpu: false);
        var filed = Complaint.None.After(file, Given.Reporter, Given.Filed);

        Assert.Equal((Stage.Received, true, Given.City.Code), (filed.Stage, filed.IsAtOmbudsman, filed.Owner));
        Assert.NotNull(filed.NextClock);
        Assert.Null(filed.Decide(Given.Verify, Given.CityAdmin, Later).Refusal);
    }
}
