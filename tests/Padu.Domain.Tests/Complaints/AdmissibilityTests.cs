using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;

namespace Padu.Domain.Tests.Complaints;

public sealed class AdmissibilityTests
{
    [Theory(DisplayName = "Rules 03, 21: late or old is warned of")]
    [InlineData(2026, 11, 10, null)]
    // Thirty days after the service are in time, the thirty-first is late.
    [InlineData(2026, 10, 13, null)]
    [InlineData(2026, 10, 12, AdmissibilityHint.Late)]
    // Two years old, and edge case (e): twenty-five months.
    [InlineData(2024, 11, 12, AdmissibilityHint.Late)]
    [InlineData(2024, 10, 12, AdmissibilityHint.OverTwoYears)]
    public void An_old_event_is_warned_of(int year, int month, int day, AdmissibilityHint? hint) =>
        Assert.Equal(hint is { } one ? [one] : [], Admissibility.HintsOf(HappenedOn(new LocalDate(year, month, day)), Law.Bengkulu));

    [Fact]
    public void Nobody_said_when_is_a_hint_too() =>
        Assert.Equal([AdmissibilityHint.UnknownDate], Admissibility.HintsOf(HappenedOn(null), Law.Bengkulu));

    [Fact(DisplayName = "Rule 03: an officer takes a late one with a reason")]
    public void A_late_one_is_taken_with_a_reason_that_stands_in_the_history()
    {
        var late = HappenedOn(new LocalDate(2026, 9, 1));
        var refused = late.Decide(Given.Verify, Given.CityAdmin, Later).Refusal;
        Assert.Equal(("text.required", "LateReason"), (refused?.Code, refused?.Field));

        var taken = late.Decide(Given.Verify with { LateReason = "Pelapor sakit lama." }, Given.CityAdmin, Later);
        Assert.Equal([typeof(ComplaintEvent.AcceptedLate), typeof(ComplaintEvent.Verified)], taken.Events.Select(fact => fact.GetType()));
    }

    [Theory(DisplayName = "Rules 18, 19: another class counts from the same receipt")]
    [InlineData(ComplaintClass.InformationRequest)]
    [InlineData(ComplaintClass.Supervision)]
    [InlineData(ComplaintClass.Suggestion)]
    public void Another_class_counts_from_the_same_receipt(ComplaintClass @class)
    {
        var verified = Given.At(Stage.Verified);
        var changed = verified.After(Given.Classify with { Class = @class }, Given.CityAdmin, Later + Duration.FromDays(3));
        var direct = Given.At(Stage.Received).After(Given.Verify with { Class = @class }, Given.CityAdmin, Later);

        Assert.Equal(direct.ClockOf(ClockKind.Resolution)?.Due, changed.ClockOf(ClockKind.Resolution)?.Due);
        Assert.Equal(
            verified.Clocks.Where(clock => clock.Kind != ClockKind.Resolution),
            changed.Clocks.Where(clock => clock.Kind != ClockKind.Resolution)
        );
    }

    [Fact]
    public void A_lateness_that_was_recorded_stays_when_a_longer_class_is_given()
    {
        var late = Given.At(Stage.Assigned);
        var over = late.ClockOf(ClockKind.Resolution)!.Due!.Value;
        late = late.After(new ComplaintCommand.Lapse(ClockKind.Resolution), Given.System, over + Duration.FromHours(1));

        var changed = late.After(Given.Classify, Given.CityAdmin, over + Duration.FromHours(2));

        Assert.Equal(over, changed.ClockOf(ClockKind.Resolution)?.LapsedAt);
        Assert.True(changed.ClockOf(ClockKind.Resolution)?.Due > over);
    }

    [Fact]
    public void Before_a_court_is_a_mark_and_closes_nothing()
    {
        var marked = Given
            .At(Stage.Verified)
            .After(new ComplaintCommand.Classify(ComplaintClass.Complaint, true, "Ada gugatan."), Given.CityAdmin, Later);
        Assert.True(marked.IsOpen);
        Assert.Contains(AdmissibilityHint.InCourt, Admissibility.HintsOf(marked, Law.Bengkulu));
    }

    private static Instant Later => Given.Filed + Duration.FromHours(20);

    private static Complaint HappenedOn(LocalDate? day) =>
        Complaint.None.After(Given.Submit() with { HappenedOn = day }, Given.Reporter, Given.Filed);
}
