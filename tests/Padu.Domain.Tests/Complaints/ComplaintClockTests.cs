using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;

namespace Padu.Domain.Tests.Complaints;

/// <summary>What the law notices: which clocks run when, and when they stop.</summary>
public sealed class ComplaintClockTests
{
    [Fact(DisplayName = "Rule 20: several clocks run at once, each by its own source, and the earliest drives the work")]
    public void The_earliest_of_the_parallel_clocks_drives_the_work()
    {
        var filed = Given.At(Stage.Received);
        Assert.Equal(["PermenPANRB", "UU"], filed.Clocks.Select(clock => clock.Terms.Source.Value.Split(' ')[0]).Distinct().Order());
        var order = new List<ClockKind>();
        for (var left = filed; left.NextClock is { } next; )
        {
            order.Add(next.Kind);
            Assert.Equal(left.Clocks.Where(clock => clock.Status == ClockStatus.Running).Min(clock => clock.Due), next.Due);
            left = left with { Clocks = left.Clocks.Replace(next, next with { Status = ClockStatus.Met }) };
        }

        Assert.Equal([ClockKind.Verification, ClockKind.FirstAnswer, ClockKind.Completeness, ClockKind.Resolution], order);
    }

    [Fact(DisplayName = "Rules 06, 15, 16, 18: what an office owes runs from the receipt")]
    public void Filing_starts_the_clocks_of_receipt_with_their_dates()
    {
        var complaint = Given.At(Stage.Received);

        // Received Thursday 12 November 2026: 3, 5 and 14 working days, 14 calendar days.
        Assert.Equal(new LocalDate(2026, 11, 17), complaint.ClockOf(ClockKind.Verification)!.DueDate);
        Assert.Equal(new LocalDate(2026, 11, 19), complaint.ClockOf(ClockKind.FirstAnswer)!.DueDate);
        Assert.Equal(new LocalDate(2026, 12, 2), complaint.ClockOf(ClockKind.Resolution)!.DueDate);
        Assert.Equal(new LocalDate(2026, 11, 26), complaint.ClockOf(ClockKind.Completeness)!.DueDate);
        Assert.Equal(ClockKind.Verification, complaint.NextClock!.Kind);
    }

    [Fact(DisplayName = "Rule 07: asked to complete, the complainant has thirty days and finishing stands still")]
    public void A_question_stops_the_answer_clock_pauses_finishing_and_gives_the_complainant_thirty_days()
    {
        var complaint = Given.At(Stage.AwaitingCompletion);

        Assert.Equal(ClockStatus.Met, complaint.ClockOf(ClockKind.Verification)!.Status);
        Assert.Equal(ClockStatus.Met, complaint.ClockOf(ClockKind.FirstAnswer)!.Status);
        Assert.Equal(ClockStatus.Met, complaint.ClockOf(ClockKind.Completeness)!.Status);
        Assert.Equal(ClockStatus.Paused, complaint.ClockOf(ClockKind.Resolution)!.Status);
        Assert.Null(complaint.ClockOf(ClockKind.Resolution)!.Due);
        // Asked Friday 13 November: thirty calendar days end Sunday 13 December, so the window runs on to Monday the 14th.
        Assert.Equal(new LocalDate(2026, 12, 14), complaint.ClockOf(ClockKind.Completion)!.DueDate);
    }

    [Fact(DisplayName = "Rule 07: what is completed goes on without the days it was waited for")]
    public void Completing_resumes_finishing_without_the_days_of_the_pause()
    {
        var asked = Given.At(Stage.AwaitingCompletion);
        var completed = asked.After(Given.Complete, Given.Reporter, Given.Filed + Duration.FromDays(7));

        // Asked on the 13th, completed on the 19th: the 16th to the 19th, four working days, are not counted.
        Assert.Equal(new LocalDate(2026, 12, 8), completed.ClockOf(ClockKind.Resolution)!.DueDate);
        Assert.Equal(ClockStatus.Met, completed.ClockOf(ClockKind.Completion)!.Status);
        Assert.Equal(new LocalDate(2026, 11, 24), completed.ClockOf(ClockKind.Verification)!.DueDate);
    }

    [Theory(DisplayName = "Rules 08, 18: the class sets the finishing, the complete file the decision")]
    [InlineData(ComplaintClass.Complaint, "2026-12-02")]
    [InlineData(ComplaintClass.InformationRequest, "2026-11-19")]
    [InlineData(ComplaintClass.Supervision, "2027-02-10")]
    public void The_class_sets_how_long_finishing_may_take_from_receipt(ComplaintClass @class, string due)
    {
        var complaint = Given.At(Stage.Received).After(new ComplaintCommand.Verify(@class, "Judul perkara"), Given.CityAdmin, Given.Filed);

        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(due).Value, complaint.ClockOf(ClockKind.Resolution)!.DueDate);
        Assert.Equal(new LocalDate(2027, 1, 11), complaint.ClockOf(ClockKind.Decision)!.DueDate);
    }

    [Fact]
    public void Assigning_elsewhere_does_not_restart_any_clock()
    {
        var verified = Given.At(Stage.Verified);
        var assigned = verified.After(Given.Assign, Given.CityAdmin, Given.Filed + Duration.FromDays(4));

        Assert.Equal(verified.Clocks, assigned.Clocks);
    }

    [Fact(DisplayName = "Rule 16: an answer that comes late stays late")]
    public void A_late_answer_keeps_the_moment_it_became_late()
    {
        var assigned = Given.At(Stage.Assigned);
        var due = assigned.ClockOf(ClockKind.FirstAnswer)!.Due;
        var answered = assigned.After(Given.Answer, Given.CityOfficer, Given.Filed + Duration.FromDays(30));

        Assert.Equal(due, answered.ClockOf(ClockKind.FirstAnswer)!.LapsedAt);
        Assert.Equal(ClockStatus.Met, answered.ClockOf(ClockKind.FirstAnswer)!.Status);
    }

    [Fact(DisplayName = "Rule 09: who left no address is told by somebody, in time")]
    public void Without_an_address_the_office_must_tell_within_fourteen_days()
    {
        var answered = Given.At(Stage.Answered, email: null);
        Assert.True(answered.MustBeContacted);
        Assert.True(answered.ClockOf(ClockKind.Notification)!.IsOpen);

        var told = answered.After(
            new ComplaintCommand.RecordContact("Ditelepon pagi ini."),
            Given.CityOfficer,
            Given.Filed + Duration.FromDays(3)
        );
        Assert.False(told.MustBeContacted);
        Assert.Equal(ClockStatus.Met, told.ClockOf(ClockKind.Notification)!.Status);
    }

    [Fact]
    public void A_letter_that_never_arrived_makes_telling_the_complainant_an_officers_task_with_a_date()
    {
        var answered = Given.At(Stage.Answered);
        var at = Given.Filed + Duration.FromDays(3);
        var unreached = answered.After(new ComplaintCommand.ReportUnreached(), Given.System, at);

        Assert.True(unreached.MustBeContacted);
        Assert.True(unreached.ClockOf(ClockKind.Notification)!.IsOpen);
        Assert.Equal("complaint.unknown", answered.Decide(new ComplaintCommand.ReportUnreached(), Given.CityOfficer, at).Refusal!.Code);
        Assert.Equal(
            "contact.nothing-to-tell",
            Given.At(Stage.Assigned).Decide(new ComplaintCommand.ReportUnreached(), Given.System, at).Refusal!.Code
        );
    }

    [Fact(DisplayName = "Rule 17: a reply opens the case again with new periods")]
    public void A_reply_makes_it_the_offices_move_again_with_new_periods()
    {
        var replied = Given.At(Stage.Answered).After(Given.Reply, Given.Reporter, Given.Filed + Duration.FromDays(8));

        Assert.Equal(Stage.Assigned, replied.Stage);
        Assert.Equal(Mover.Office, replied.Mover);
        // Replied Friday 20 November: five working days to the 27th.
        Assert.Equal(new LocalDate(2026, 11, 27), replied.ClockOf(ClockKind.FirstAnswer)!.DueDate);
        Assert.Equal(ClockStatus.Met, replied.ClockOf(ClockKind.CounterReply)!.Status);
    }

    [Fact(DisplayName = "Rule 17: under a rule nobody confirmed silence closes nothing by itself")]
    public void An_unconfirmed_window_records_its_lapse_and_leaves_closing_to_a_person()
    {
        var answered = Given.At(Stage.Answered);
        var after = answered.ClockOf(ClockKind.CounterReply)!.Due!.Value + Duration.FromDays(3);
        var decision = answered.Decide(new ComplaintCommand.Lapse(ClockKind.CounterReply), Given.System, after);

        var lapsed = Assert.IsType<ComplaintEvent.ClockLapsed>(Assert.Single(decision.Events));
        Assert.Equal(answered.ClockOf(ClockKind.CounterReply)!.Due, lapsed.DueAt);

        var state = Given.Fold(answered, decision.Events, after);
        Assert.Equal(
            "lapse.nothing-running",
            state.Decide(new ComplaintCommand.Lapse(ClockKind.CounterReply), Given.System, after).Refusal!.Code
        );
        Assert.Null(
            state.Decide(new ComplaintCommand.Close(ClosingReason.NoCounterReply, "Tidak ada balasan."), Given.CityOfficer, after).Refusal
        );
    }

    [Fact(DisplayName = "Rule 17: under a confirmed rule silence closes")]
    public void A_confirmed_window_closes_the_case_when_it_passes()
    {
        var answered = Given.At(Stage.Answered);
        var after = answered.ClockOf(ClockKind.CounterReply)!.Due!.Value;
        var decision = ComplaintRules.Decide(
            answered,
            new ComplaintCommand.Lapse(ClockKind.CounterReply),
            new ComplaintContext(Given.System, after, Law.Confirmed)
        );

        Assert.Collection(
            decision.Events,
            fact => Assert.IsType<ComplaintEvent.ClockLapsed>(fact),
            fact => Assert.Equal(ClosingReason.NoCounterReply, Assert.IsType<ComplaintEvent.Closed>(fact).Reason)
        );
    }

    [Fact(DisplayName = "Rule 07: under a confirmed rule whoever does not complete is deemed to have withdrawn")]
    public void A_confirmed_window_to_complete_closes_the_case_when_it_passes()
    {
        var asked = Given.At(Stage.AwaitingCompletion);
        var after = asked.ClockOf(ClockKind.Completion)!.Due!.Value;
        var lapse = new ComplaintCommand.Lapse(ClockKind.Completion);
        var confirmed = ComplaintRules.Decide(asked, lapse, new ComplaintContext(Given.System, after, Law.Confirmed));
        Assert.Equal(ClosingReason.NotCompleted, Assert.IsType<ComplaintEvent.Closed>(confirmed.Events[^1]).Reason);
        Assert.Single(asked.Decide(lapse, Given.System, after).Events);
    }

    [Fact(DisplayName = "Rule 20: lateness is recorded by the program alone")]
    public void Nobody_but_the_program_records_a_lapse() =>
        Assert.Equal(
            "complaint.unknown",
            Given
                .At(Stage.Received)
                .Decide(new ComplaintCommand.Lapse(ClockKind.Verification), Given.CityAdmin, Given.Filed + Duration.FromDays(30))
                .Refusal?.Code
        );

    [Fact(DisplayName = "Rule 17: not a moment before the window is over")]
    public void Silence_closes_nothing_while_the_complainants_window_is_open()
    {
        var answered = Given.At(Stage.Answered);
        var close = new ComplaintCommand.Close(ClosingReason.NoCounterReply, "Tidak ada balasan.");
        var due = answered.ClockOf(ClockKind.CounterReply)!.Due!.Value;

        Assert.Equal("close.window-open", answered.Decide(close, Given.CityOfficer, due - Duration.FromMilliseconds(1)).Refusal!.Code);
        Assert.Null(answered.Decide(close, Given.CityOfficer, due).Refusal);
    }

    [Fact]
    public void Nothing_lapses_before_its_moment()
    {
        var received = Given.At(Stage.Received);
        var due = received.ClockOf(ClockKind.Verification)!.Due!.Value;

        Assert.Equal(
            "lapse.not-due",
            received.Decide(new ComplaintCommand.Lapse(ClockKind.Verification), Given.System, due - Duration.Epsilon).Refusal!.Code
        );
    }
}
