using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Complaints;

/// <summary>What handling does to clocks, to who may see a case, and to where it lies.</summary>
public sealed class HandlingTests
{
    /// <summary>Friday 13 November 2026 in Bengkulu.</summary>
    private static readonly Instant Asked = Given.Filed + Duration.FromHours(24);

    private static readonly Around CityPeople = new([Given.CityAdmin.Account], [Given.CityOfficer.Account], Given.Province.Code);

    [Fact(DisplayName = "Rule 16: a question to the complainant counts as an answer")]
    public void A_question_meets_the_first_answer_and_pauses_only_clocks_whose_rule_allows_it()
    {
        var complaint = Given.At(Stage.Asked);
        Assert.Equal(ClockStatus.Met, complaint.ClockOf(ClockKind.FirstAnswer)!.Status);
        Assert.Equal(ClockStatus.Paused, complaint.ClockOf(ClockKind.Resolution)!.Status);
        Assert.Equal(PauseReason.AwaitingAnswer, complaint.ClockOf(ClockKind.Resolution)!.Pauses[^1].Reason);
        Assert.Equal(ClockStatus.Running, complaint.ClockOf(ClockKind.Decision)!.Status);
        Assert.Equal(ClockKind.Question, complaint.NextClock!.Kind);
        Assert.Equal(Mover.Complainant, complaint.Mover);
    }

    [Fact]
    public void An_answer_to_the_question_ends_the_pause_and_gives_the_days_back()
    {
        var before = Given.At(Stage.Assigned).ClockOf(ClockKind.Resolution)!;
        var complaint = Given.At(Stage.Asked).After(Given.AnswerQuestion, Given.Reporter, Asked + Duration.FromDays(4));
        var after = complaint.ClockOf(ClockKind.Resolution)!;
        Assert.Equal(Stage.Assigned, complaint.Stage);
        Assert.Equal(ClockStatus.Running, after.Status);
        // Asked on Friday, answered on Tuesday: Monday and Tuesday are not counted.
        Assert.Equal(2, Law.Bengkulu.Calendar.WorkingDaysBetween(before.DueDate!.Value, after.DueDate!.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public void Silence_ends_the_pause_on_the_last_day_however_late_the_sweep_comes(int daysLate)
    {
        var asked = Given.At(Stage.Asked);
        var due = asked.ClockOf(ClockKind.Question)!;
        Assert.Equal("lapse.not-due", asked.Decide(Lapse, Given.System, due.Due!.Value - Duration.FromSeconds(1)).Refusal?.Code);

        var complaint = asked.After(Lapse, Given.System, due.Due!.Value + Duration.FromDays(daysLate));

        Assert.Equal(Stage.Assigned, complaint.Stage);
        Assert.Equal(Mover.Office, complaint.Mover);
        var resolution = complaint.ClockOf(ClockKind.Resolution)!;
        Assert.Equal(ClockStatus.Running, resolution.Status);
        Assert.Equal(due.DueDate, resolution.Pauses[^1].To);
        Assert.Equal(ClockStatus.Ended, complaint.ClockOf(ClockKind.Question)!.Status);
        Assert.True(complaint.IsOpen, "No right lapses by an unconfirmed rule.");
        Assert.Equal("lapse.nothing-running", complaint.Decide(Lapse, Given.System, due.Due!.Value).Refusal?.Code);
    }

    [Fact]
    public void An_answer_or_a_proposal_during_the_question_leaves_no_clock_standing_still()
    {
        var proposed = Given.At(Stage.Asked).After(Given.Propose, Given.CityOfficer, Asked + Duration.FromHours(3), needsApproval: true);
        Assert.Equal(Stage.Assigned, proposed.Stage);
        Assert.DoesNotContain(
            proposed.Clocks,
            clock => clock.Status == ClockStatus.Paused || clock is { Kind: ClockKind.Question, IsOpen: true }
        );

        var answered = Given.At(Stage.Asked).After(Given.Answer, Given.CityOfficer, Asked + Duration.FromHours(3));
        Assert.DoesNotContain(
            answered.Clocks,
            clock => clock.Status == ClockStatus.Paused || clock is { Kind: ClockKind.Question, IsOpen: true }
        );
    }

    [Fact]
    public void Approval_sends_exactly_the_proposal_that_was_read()
    {
        var proposed = Given.At(Stage.Assigned).After(Given.Propose, Given.CityOfficer, Asked, needsApproval: true);
        var head = Given.Everybody["pimpinan kota"];
        var older = new ComplaintCommand.Approve(proposed.Proposal - 1, "Jawaban lain.", []);
        Assert.Equal("stale", proposed.Decide(older, head, Asked, needsApproval: true).Refusal?.Code);
        var sent = proposed.After(new ComplaintCommand.Approve(proposed.Proposal, "Jawaban.", []), head, Asked, needsApproval: true);
        Assert.Equal(Stage.Answered, sent.Stage);
        Assert.Equal(0, sent.Proposal);
    }

    [Fact]
    public void A_withdrawal_needs_no_reason_and_can_be_taken_back_within_the_window_only()
    {
        var closed = Given.At(Stage.Assigned).After(new ComplaintCommand.Withdraw(null), Given.Reporter, Asked);
        Assert.Equal(ClosingReason.Withdrawn, closed.ClosingReason);
        var window = AfterAnswer.Window(closed, Law.Bengkulu)!;
        var open = closed.After(Given.Contest, Given.Reporter, window.Due!.Value - Duration.FromSeconds(1));
        Assert.Equal(Stage.Assigned, open.Stage);
        Assert.Equal(closed.Number, open.Number);
        Assert.Equal("reopen.window-over", closed.Decide(Given.Contest, Given.Reporter, window.Due!.Value).Refusal?.Code);
    }

    [Fact(DisplayName = "Rule 07: what was deemed withdrawn opens again at any time")]
    public void What_was_deemed_withdrawn_opens_at_any_time_where_it_stood()
    {
        var late = Given.Filed + Duration.FromDays(60);
        var close = new ComplaintCommand.Close(ClosingReason.NotCompleted, "Tidak dilengkapi.");
        var closed = Given.At(Stage.AwaitingCompletion).After(close, Given.CityAdmin, late);
        var open = closed.After(Given.Contest, Given.Reporter, late + Duration.FromDays(400));
        Assert.Equal(Stage.Received, open.Stage);
        Assert.Equal(ClockStatus.Running, open.ClockOf(ClockKind.Verification)!.Status);
    }

    [Fact]
    public void Who_is_kept_away_sees_and_does_nothing_whatever_the_role()
    {
        foreach (var (name, actor) in Given.Everybody)
        {
            if (actor is not Actor.Staff staff)
            {
                continue;
            }

            foreach (
                var state in Given.States(IdentityLevel.Open, "ibu@contoh.example").Where(state => state.Complaint.Stage != Stage.Archived)
            )
            {
                var barred = state.Complaint with { Bars = [new CaseBar(staff.Account, BarGround.Named, true)] };
                Assert.False(Access.Scope(staff).Covers(barred.Subject), name);
                Assert.Empty(ComplaintRules.Offers(barred, staff, state.Now, state.NeedsApproval));
                Assert.False(Access.SeesIdentity(staff, barred.Subject) || Access.SeesContact(staff, barred.Subject), name);
                Assert.Equal("complaint.unknown", barred.Decide(new ComplaintCommand.AddNote("Catatan."), staff, state.Now).Refusal?.Code);
            }
        }
    }

    [Fact]
    public void An_officer_alone_in_the_unit_who_declares_a_conflict_sends_the_case_back_to_the_admin()
    {
        var declare = new ComplaintCommand.DeclareConflict("Pelapor adalah saudara saya.") { Around = CityPeople };
        var complaint = Given.At(Stage.Asked).After(declare, Given.CityOfficer, Asked + Duration.FromHours(1));
        Assert.Equal(Stage.Verified, complaint.Stage);
        Assert.Null(complaint.Unit);
        Assert.Equal(Given.City.Code, complaint.Subject.Seat);
        Assert.DoesNotContain(complaint.Clocks, clock => clock.Status == ClockStatus.Paused);

        var again = new ComplaintCommand.Assign(Given.City, Given.Technical, null) { Around = CityPeople };
        Assert.Equal("assign.conflict-unit", complaint.Decide(again, Given.CityAdmin, Asked).Refusal?.Code);
        Assert.Null(complaint.Decide(again with { Unit = Given.Data, Around = Around.Nobody }, Given.CityAdmin, Asked).Refusal);
    }

    [Theory]
    [InlineData(Stage.Received)]
    [InlineData(Stage.AwaitingCompletion)]
    [InlineData(Stage.Assigned)]
    [InlineData(Stage.Answered)]
    public void Where_the_admin_is_named_the_next_office_up_has_the_case(Stage stage)
    {
        var name = new ComplaintCommand.NamePerson([Given.CityAdmin.Account], "Disebut dalam cerita.") { Around = CityPeople };
        var complaint = Given.At(stage).After(name, Given.ProvinceAdmin, Given.Filed + Duration.FromHours(72));
        Assert.Equal(Given.Province.Code, complaint.Subject.Seat);
        Assert.False(Access.May(Given.CityAdmin, Act.Read, complaint.Subject));
        Assert.False(Access.May(Given.CityOfficer, Act.Read, complaint.Subject));
        Assert.True(Access.May(Given.ProvinceAdmin, Act.Close, complaint.Subject));
        Assert.NotNull(complaint.NextClock);

        if (stage == Stage.Assigned)
        {
            var back = new ComplaintCommand.Assign(Given.City, Given.Data, null) { Around = CityPeople };
            Assert.Equal("assign.conflict-office", complaint.Decide(back, Given.ProvinceAdmin, Asked).Refusal?.Code);
        }
    }

    [Fact]
    public void Only_the_province_lifts_a_bar_that_was_a_mistake()
    {
        var barred = Given
            .At(Stage.Assigned)
            .After(new ComplaintCommand.NamePerson([Given.CityOfficer.Account], "Keliru."), Given.CityAdmin, Asked);
        var lift = new ComplaintCommand.LiftBar([Given.CityOfficer.Account], "Orang lain dengan nama yang sama.");
        Assert.Equal("conflict.province-lifts", barred.Decide(lift, Given.CityAdmin, Asked).Refusal?.Code);
        Assert.True(Access.May(Given.CityOfficer, Act.Read, barred.After(lift, Given.ProvinceAdmin, Asked).Subject));
    }

    [Fact]
    public void A_rating_is_given_once_and_within_one_to_five()
    {
        var answered = Given.At(Stage.Answered);
        Assert.Equal("rate.out-of-range", answered.Decide(new ComplaintCommand.Rate(0, 3, null), Given.Reporter, Asked).Refusal?.Code);
        Assert.Equal("rate.out-of-range", answered.Decide(new ComplaintCommand.Rate(3, 6, null), Given.Reporter, Asked).Refusal?.Code);
        var rated = answered.After(new ComplaintCommand.Rate(5, 1, null), Given.Reporter, Asked);
        Assert.Equal(new Rating(5, 1), rated.Rating);
        Assert.Equal("rate.already-rated", rated.Decide(new ComplaintCommand.Rate(1, 1, null), Given.Reporter, Asked).Refusal?.Code);
    }

    private static ComplaintCommand.Lapse Lapse => new(ClockKind.Question);
}
