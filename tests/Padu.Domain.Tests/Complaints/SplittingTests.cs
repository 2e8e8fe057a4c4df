using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Complaints;

public sealed class SplittingTests
{
    [Fact(DisplayName = "Rule 50: a part of a letter has its own class, office and periods from the same day")]
    public void A_part_runs_from_the_day_the_letter_came_under_its_own_class_at_its_own_office()
    {
        var letter = Given.At(Stage.Assigned);
        var part = Complaint.None.After(Part(letter, ComplaintClass.Supervision), Given.ProvinceAdmin, At(1));

        Assert.Equal(Stage.Verified, part.Stage);
        Assert.Equal((Given.Kaur.Code, letter.ReporterId, letter.ReceivedAt), (part.Owner, part.ReporterId, part.ReceivedAt));
        Assert.Equal(letter.ClockOf(ClockKind.FirstAnswer), part.ClockOf(ClockKind.FirstAnswer));
        var direct = Given.At(Stage.Received).After(Given.Verify with { Class = ComplaintClass.Supervision }, Given.CityAdmin, At(0));
        Assert.Equal(direct.ClockOf(ClockKind.Resolution)?.Due, part.ClockOf(ClockKind.Resolution)?.Due);
        Assert.Equal([Given.Divide.Into], letter.After(Given.Divide, Given.CityAdmin, At(1)).Parts.AsEnumerable());
    }

    [Fact]
    public void A_part_is_not_divided_again_and_a_regency_gives_none_away()
    {
        var letter = Given.At(Stage.Verified);
        var part = Complaint.None.After(Part(letter), Given.ProvinceAdmin, At(1));
        Assert.Equal("split.part-of-another", part.Decide(Given.Divide, Given.ProvinceAdmin, At(2)).Refusal?.Code);
        Assert.Equal("assign.outside-office", Complaint.None.Decide(Part(letter), Given.CityAdmin, At(1)).Refusal?.Code);
    }

    [Fact]
    public void A_part_goes_to_an_office_of_the_election_commission_and_never_to_the_one_it_is_about()
    {
        var letter = Given.At(Stage.Verified);
        string? Code(Complaint origin, Office? target) =>
            Complaint.None.Decide(Part(origin) with { Target = target }, Given.ProvinceAdmin, At(1)).Refusal?.Code;
        Assert.Equal("assign.no-such-office", Code(letter, Given.Bawaslu));
        Assert.Equal("assign.no-such-office", Code(letter, null));
        Assert.Equal("assign.against-office", Code(letter with { Against = Given.Kaur.Code }, Given.Kaur));
    }

    [Theory(DisplayName = "Rule 50: only a complete unanswered letter is divided")]
    [InlineData(Stage.Received, "split.not-verified")]
    [InlineData(Stage.AwaitingCompletion, "split.not-verified")]
    [InlineData(Stage.Answered, "split.already-answered")]
    [InlineData(Stage.Closed, "complaint.closed")]
    public void Only_a_complete_unanswered_letter_is_divided(Stage stage, string code) =>
        Assert.Equal(code, Complaint.None.Decide(Part(Given.At(stage)), Given.ProvinceAdmin, At(20)).Refusal?.Code);

    private static ComplaintCommand.SplitOff Part(Complaint letter, ComplaintClass @class = ComplaintClass.Complaint) =>
        new(
            Given.Divide.Into,
            new PublicNumber("17-2026-9M2P4XZ"),
            letter,
            Given.Kaur,
            @class,
            "Honor KPPS belum dibayar",
            "Honor saya juga belum dibayar."
        );

    private static Instant At(int hours) => Given.Filed + Duration.FromHours(48 + hours);
}
