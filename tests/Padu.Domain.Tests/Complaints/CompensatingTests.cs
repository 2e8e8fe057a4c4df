using NodaTime;
using Padu.Domain.Complaints;

namespace Padu.Domain.Tests.Complaints;

/// <summary>Who asks for compensation hears how much and by when, or that there is none and why.</summary>
public sealed class CompensatingTests
{
    private static readonly LocalDate Day = Law.Bengkulu.DayOf(Now);

    private static Instant Now => Given.Filed + Duration.FromHours(48);

    public static TheoryData<string?, Compensation?> Decided() =>
        new()
        {
            { "compensation.undecided", null },
            { "compensation.amount-missing", new Compensation(true, null, Day.PlusDays(14)) },
            { "compensation.amount-missing", new Compensation(true, 0, Day.PlusDays(14)) },
            { "compensation.date-missing", new Compensation(true, 150_000, null) },
            { "compensation.date-past", new Compensation(true, 150_000, Day.PlusDays(-1)) },
            { null, new Compensation(true, 150_000, Day) },
            { null, new Compensation(false, null, null) },
        };

    [Theory(DisplayName = "Rule 10: where compensation was asked for, the decision has amount and day, or refuses it")]
    [MemberData(nameof(Decided))]
    public void An_answer_decides_on_what_was_asked_for(string? code, Compensation? decided) =>
        Assert.Equal(code, Asking().Decide(Given.Answer with { Compensation = decided }, Given.CityOfficer, Now).Refusal?.Code);

    [Theory(DisplayName = "Rule 10: the same of an answer that a head approves")]
    [MemberData(nameof(Decided))]
    public void A_proposed_answer_decides_on_it_too(string? code, Compensation? decided) =>
        Assert.Equal(
            code,
            Asking().Decide(Given.Propose with { Compensation = decided }, Given.CityOfficer, Now, needsApproval: true).Refusal?.Code
        );

    [Fact(DisplayName = "Rule 10: the amount and the day are facts of the case; a refusal has neither")]
    public void What_was_decided_is_kept()
    {
        var paid = new Compensation(true, 150_000, Day.PlusDays(14));
        Assert.Equal(paid, Asking().After(Given.Answer with { Compensation = paid }, Given.CityOfficer, Now).Compensation);
        var approved = Asking().After(Given.Propose with { Compensation = paid }, Given.CityOfficer, Now, needsApproval: true);
        Assert.Equal((paid, Stage.Assigned), (approved.Compensation, approved.Stage));

        var refused = Given.Answer with { Compensation = new Compensation(false, 5, Day) };
        Assert.Equal(new Compensation(false, null, null), Asking().After(refused, Given.CityOfficer, Now).Compensation);
    }

    [Fact(DisplayName = "Rule 10: nobody is offered what nobody asked for")]
    public void Where_none_was_asked_for_none_is_decided()
    {
        var decided = Given.Answer with { Compensation = new Compensation(true, 150_000, Day) };
        Assert.Equal("compensation.not-asked", Given.At(Stage.Assigned).Decide(decided, Given.CityOfficer, Now).Refusal?.Code);
        Assert.Single(Given.At(Stage.Assigned).Decide(Given.Answer, Given.CityOfficer, Now).Events);
        Assert.Null(Given.At(Stage.Answered).Compensation);
    }

    [Fact(DisplayName = "Rule 10: a late complaint can ask for it too, and it is asked once")]
    public void Verifying_says_that_it_is_asked_for()
    {
        var late = Complaint.None.After(Given.Submit() with { HappenedOn = new LocalDate(2026, 9, 1) }, Given.Reporter, Given.Filed);
        var verify = Given.Verify with { AsksCompensation = true, LateReason = "Pelapor sakit lama." };
        Assert.True(late.After(verify, Given.CityAdmin, Now).AsksCompensation);
        Assert.DoesNotContain(
            (late with { AsksCompensation = true }).Decide(verify, Given.CityAdmin, Now).Events,
            fact => fact is ComplaintEvent.CompensationAsked
        );
    }

    [Fact(DisplayName = "Rule 10: who asks for it is answered alone, for the lead's answer cannot say the amount")]
    public void It_joins_no_group() =>
        Assert.Equal("group.asks-compensation", Asking().Decide(Given.Join, Given.CityAdmin, Now).Refusal?.Code);

    private static Complaint Asking() =>
        Given
            .At(Stage.Received)
            .After(Given.Verify with { AsksCompensation = true }, Given.CityAdmin, Given.Filed + Duration.FromHours(20))
            .After(Given.Assign, Given.CityAdmin, Given.Filed + Duration.FromHours(21));
}
