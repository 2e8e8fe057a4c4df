using CsCheck;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Calendar;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Examinations;

public sealed class ExaminationTests
{
    private static readonly ExaminationCommand[] Commands =
    [
        GivenReport.Ask,
        GivenReport.Complete,
        new ExaminationCommand.ShareIdentity(),
        GivenReport.Verify,
        new ExaminationCommand.Verify(new Proposal([], DeclineReason.NotCompleted, "Tidak melengkapi.")),
        GivenReport.Register,
        GivenReport.Decline,
        new ExaminationCommand.Begin(),
        GivenReport.Flag,
        GivenReport.Deliberate,
        new ExaminationCommand.ReadDeliberations(),
        GivenReport.Reveal,
        GivenReport.Conclude,
        GivenReport.Close,
        .. Enum.GetValues<ClockKind>().Select(kind => new ExaminationCommand.Lapse(kind)),
    ];

    private static readonly Actor[] Actors = [Given.Reporter, Given.Assistant, Given.OmbudsmanHead, Given.System];

    /// <summary>Any sequence of requests by anybody, hours to weeks apart; the refused ones change nothing.</summary>
    private static readonly Gen<(ExaminationCommand Command, Actor Actor, int Hours)[]> Histories = Gen.Select(
        Gen.Int[0, Commands.Length - 1].Select(i => Commands[i]),
        Gen.Int[0, Actors.Length - 1].Select(i => Actors[i]),
        Gen.Int[0, 24 * 20]
    ).Array[1, 40];

    [Fact]
    public void Folding_any_history_of_lawful_acts_never_throws_and_no_open_examination_is_without_a_clock_and_an_owner() =>
        Gen.Select(Histories, Gen.Bool)
            .Sample(
                (history, shares) =>
                {
                    var examination = GivenReport.Opening(shares: shares);
                    var at = GivenReport.Opened;
                    foreach (var (command, actor, hours) in history)
                    {
                        at += Duration.FromHours(hours);
                        examination = GivenReport.Fold(examination, examination.Decide(command, actor, at), at);
                        Assert.Equal(Given.Ombudsman.Code, examination.Office);
                        if (examination.IsOpen)
                        {
                            Assert.NotNull(examination.NextClock);
                            Assert.NotEqual(ExaminationMover.Nobody, examination.Mover);
                        }
                        else
                        {
                            Assert.DoesNotContain(examination.Clocks, clock => clock.IsOpen);
                        }
                    }
                },
                iter: 3_000
            );

    [Fact]
    public void The_reporter_has_thirty_days_and_only_then_may_the_plenary_hear_that_nothing_came()
    {
        var asked = GivenReport.At(ExaminationStage.AwaitingCompletion);
        var clock = asked.ClockOf(ClockKind.ReportCompletion)!;
        var lapsed = new ExaminationCommand.Verify(new Proposal([], DeclineReason.NotCompleted, "Tidak melengkapi."));

        // Asked on 24 November: thirty calendar days end in the leave of Christmas, and run on to Monday.
        Assert.Equal(TestLaw.Date("2026-12-28"), clock.DueDate);
        Assert.Equal(
            "examination.window-open",
            asked.Decide(lapsed, Given.Assistant, clock.Due!.Value - Duration.FromHours(1)).Refusal?.Code
        );
        var proposed = asked.After(lapsed, Given.Assistant, clock.Due.Value);
        Assert.Equal(ExaminationStage.Verified, proposed.Stage);
    }

    [Theory(DisplayName = "UU 37/2008 art. 25: who completed, also late, is never said not to have completed")]
    [InlineData(30)]
    [InlineData(90 * 24)]
    public void Who_completed_is_not_declined_for_not_completing(int hours)
    {
        var lapsed = new ExaminationCommand.Verify(new Proposal([], DeclineReason.NotCompleted, "Tidak melengkapi."));
        var later = GivenReport.Hours(hours + 24 * 60);
        var completed = GivenReport
            .At(ExaminationStage.AwaitingCompletion)
            .After(GivenReport.Complete, Given.Reporter, GivenReport.Hours(hours));
        Assert.Equal("examination.was-completed", completed.Decide(lapsed, Given.Assistant, later).Refusal?.Code);
        var decline = GivenReport.Decline with { Reason = DeclineReason.NotCompleted };
        Assert.Equal(
            "examination.was-completed",
            completed.After(GivenReport.Verify, Given.Assistant, later).Decide(decline, Given.OmbudsmanHead, later).Refusal?.Code
        );
    }

    [Fact]
    public void Who_let_the_time_pass_is_declined_for_that()
    {
        var asked = GivenReport.At(ExaminationStage.AwaitingCompletion);
        var passed = asked.ClockOf(ClockKind.ReportCompletion)!.Due!.Value;
        var decline = GivenReport.Decline with { Reason = DeclineReason.NotCompleted };
        var declined = asked
            .After(
                new ExaminationCommand.Verify(new Proposal([], DeclineReason.NotCompleted, "Tidak melengkapi.")),
                Given.Assistant,
                passed
            )
            .After(decline, Given.OmbudsmanHead, passed);
        Assert.Equal((ExaminationStage.Declined, DeclineReason.NotCompleted), (declined.Stage, declined.DeclineReason));
    }

    [Fact]
    public void Late_completion_is_taken_while_the_report_is_open()
    {
        var asked = GivenReport.At(ExaminationStage.AwaitingCompletion);
        var late = asked.After(GivenReport.Complete, Given.Reporter, GivenReport.Opened + Duration.FromDays(90));
        Assert.Equal(ExaminationStage.Received, late.Stage);
        Assert.NotNull(late.ClockOf(ClockKind.ReportCompletion)!.LapsedAt);
    }

    [Fact]
    public void Not_accepted_is_told_within_seven_days_with_the_right_body()
    {
        var declined = GivenReport.At(ExaminationStage.Declined);
        var clock = declined.ClockOf(ClockKind.OutcomeNotice)!;
        Assert.Equal(ExaminationClocks.NotAcceptedNotice, clock.Rule);
        Assert.Equal(TestLaw.Date("2026-12-02"), clock.DueDate);
    }

    [Fact]
    public void Who_left_no_email_must_have_been_told_in_another_way()
    {
        var untold = GivenReport.At(ExaminationStage.Concluded);
        Assert.Equal(
            "text.required",
            untold.Decide(new ExaminationCommand.Close(null), Given.Assistant, GivenReport.Hours(70)).Refusal?.Code
        );
        var mailed = GivenReport.At(ExaminationStage.Concluded, email: "ibu@contoh.example");
        Assert.Null(mailed.Decide(new ExaminationCommand.Close(null), Given.Assistant, GivenReport.Hours(70)).Refusal);
    }

    [Fact]
    public void Rapid_response_counts_hours_and_may_skip_the_written_verification()
    {
        var received = GivenReport.At(ExaminationStage.Received);
        Assert.Equal(
            "examination.not-before-plenary",
            received.Decide(GivenReport.Register, Given.OmbudsmanHead, GivenReport.Hours(48)).Refusal?.Code
        );
        var flagged = received.After(GivenReport.Flag, Given.Assistant, GivenReport.Hours(1));
        Assert.Equal(ClockKind.RapidResponse, flagged.NextClock!.Kind);
        Assert.Equal(GivenReport.Hours(25), flagged.NextClock.Due);
        var registered = flagged.After(GivenReport.Register, Given.OmbudsmanHead, GivenReport.Hours(48));
        Assert.Equal(ExaminationStage.Registered, registered.Stage);
        Assert.NotNull(registered.ClockOf(ClockKind.RapidResponse)!.LapsedAt);
    }

    [Fact]
    public void An_identity_that_was_not_shared_is_not_opened_whatever_the_reason() =>
        Assert.Equal(
            "identity.not-shared",
            GivenReport.Opening(shares: false).Decide(GivenReport.Reveal, Given.OmbudsmanHead, GivenReport.Hours(3)).Refusal?.Code
        );

    [Theory]
    [InlineData(2026, 11, 22, "plenary.before-report")]
    [InlineData(2026, 11, 28, "plenary.in-future")]
    public void A_plenary_lies_between_the_reports_arrival_and_today(int year, int month, int day, string code) =>
        Assert.Equal(
            code,
            GivenReport
                .At(ExaminationStage.Verified)
                .Decide(
                    GivenReport.Register with
                    {
                        PlenaryOn = new LocalDate(year, month, day),
                    },
                    Given.OmbudsmanHead,
                    GivenReport.Hours(72)
                )
                .Refusal?.Code
        );

    [Fact]
    public void An_open_name_is_seen_by_those_who_examine_and_a_protected_one_by_nobody_without_the_act()
    {
        var open = GivenReport.At(ExaminationStage.Received, IdentityLevel.Open).Subject;
        Assert.Equal(
            ["asisten ombudsman", "kepala perwakilan"],
            Given.Everybody.Where(one => Access.SeesIdentity(one.Value, open)).Select(one => one.Key).Order()
        );
        var @protected = GivenReport.At(ExaminationStage.Received).Subject;
        Assert.DoesNotContain(Given.Everybody.Values, actor => Access.SeesIdentity(actor, @protected));
    }
}
