using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Complaints;

public sealed class FrontDeskTests
{
    private static readonly Instant Entered = Given.Filed + Duration.FromHours(2);

    [Fact(DisplayName = "Rule 01: a receipt dates from when the office received it and names that office")]
    public void What_was_received_on_a_day_without_network_counts_from_that_day()
    {
        var taken = Taken(IntakeChannel.Letter) with
        {
            Reason = "Jaringan mati sehari penuh.",
            EnteredAt = Given.Filed + Duration.FromDays(5),
        };

        var complaint = Complaint.None.After(taken, Given.CityDesk, Given.Filed);

        Assert.Equal(Given.Filed, complaint.ReceivedAt);
        Assert.Equal(Given.City.Code, complaint.TakenInBy);
        Assert.All(complaint.Clocks, clock => Assert.Equal(Given.Filed, clock.TriggeredAt));
    }

    public static TheoryData<string, ComplaintCommand.TakeIn> Refused() =>
        new()
        {
            { "take-in.channel-missing", Taken(IntakeChannel.Web) },
            { "take-in.in-future", Taken(IntakeChannel.Letter) with { EnteredAt = Given.Filed - Duration.FromMinutes(1) } },
            { "take-in.reason-required", Taken(IntakeChannel.Letter) with { EnteredAt = Given.Filed + Duration.FromHours(25) } },
            { "take-in.letter-later", Taken(IntakeChannel.Letter) with { LetterDate = new LocalDate(2026, 11, 13) } },
            { "take-in.not-read-back", Taken(IntakeChannel.WalkIn) with { ReadBack = false } },
            { "take-in.not-read-back", Taken(IntakeChannel.Telephone) with { ReadBack = false } },
            { "take-in.not-read-back", Taken(IntakeChannel.VoiceRecording) with { ReadBack = false } },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void An_entry_that_cannot_be_true_or_was_not_agreed_is_refused(string code, ComplaintCommand.TakeIn taken) =>
        Assert.Equal(code, Complaint.None.Decide(taken, Given.CityDesk, Given.Filed).Refusal?.Code);

    [Fact]
    public void A_letter_needs_no_reading_back() =>
        Assert.Null(Complaint.None.Decide(Taken(IntakeChannel.Letter) with { ReadBack = false }, Given.CityDesk, Given.Filed).Refusal);

    [Fact]
    public void Only_the_counter_and_the_admin_of_an_election_commission_take_in()
    {
        string[] may = ["admin provinsi", "admin kota", "admin kaur", "petugas kota"];
        var taken = Given.Everybody.Where(one => !Complaint.None.Decide(Taken(IntakeChannel.WalkIn), one.Value, Given.Filed).IsRefused);
        Assert.Equal(may.Order(), taken.Select(one => one.Key).Order());
    }

    private static ComplaintCommand.TakeIn Taken(IntakeChannel channel) =>
        new(Given.Submit() with { Channel = channel }, Entered, null, ReadBack: true, null);
}
