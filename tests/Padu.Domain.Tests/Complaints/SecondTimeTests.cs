using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Complaints;

/// <summary>What was done is not done again, and what stands in the way is said by its name.</summary>
public sealed class SecondTimeTests
{
    private static readonly Instant Now = Given.Filed + Duration.FromHours(72);
    private static readonly ComplaintCommand.PlaceHold Hold = new("Diminta pengadilan sebagai bukti.");
    private static readonly ComplaintCommand.LiftHold Unhold = new("Putusan sudah berkekuatan hukum tetap.");
    private static readonly ComplaintCommand.Restrict Restrict = new(Given.PrivacyAsked);

    [Fact]
    public void Notes_are_released_once()
    {
        var there = Given.At(Stage.Assigned).After(Given.Escalate, Given.Reporter, Now);
        var release = new ComplaintCommand.ReleaseNotes("Dimintai Ombudsman.");
        Assert.Equal("notes.already-released", Code(there.After(release, Given.CityAdmin, Now), release, Given.CityAdmin));
    }

    [Fact]
    public void Who_is_being_transferred_or_represented_without_a_paper_joins_no_group()
    {
        Assert.Equal("group.being-transferred", Code(Given.Conditions["transfer proposed"], Given.Join, Given.CityAdmin));
        Assert.Equal("verify.no-power-of-attorney", Code(Given.Conditions["represented without power"], Given.Join, Given.CityAdmin));
    }

    [Fact]
    public void A_closed_case_follows_nobody()
    {
        var follow = new ComplaintCommand.FollowLead(Given.Other.Id, 5, "Jawaban bersama.", []);
        Assert.Equal("complaint.closed", Code(Given.At(Stage.Closed), follow, Given.System));
    }

    [Fact(DisplayName = "Rule 09: a letter that did not arrive is an officer's task once, and not in a closed case")]
    public void A_letter_that_did_not_arrive_is_told_of_once()
    {
        var unreached = new ComplaintCommand.ReportUnreached();
        Assert.Equal("complaint.closed", Code(Given.At(Stage.Closed), unreached, Given.System));
        Assert.Equal("contact.already-asked", Code(Given.At(Stage.Answered, email: null), unreached, Given.System));
    }

    [Fact(DisplayName = "Rule 51: nothing is corrected where nothing was told, and a pause is one")]
    public void Rights_are_used_where_they_mean_something()
    {
        var nameless = Given.At(Stage.Verified, IdentityLevel.Anonymous, email: null);
        var correct = new ComplaintCommand.CorrectIdentity(Given.PrivacyAsked, new Identity(null, null, "0812 0000 2222", null));
        Assert.Equal("privacy.nothing-to-correct", Code(nameless, correct, Given.Custodian));

        var assigned = Given.At(Stage.Assigned);
        Assert.Equal("privacy.already-restricted", Code(assigned.After(Restrict, Given.Custodian, Now), Restrict, Given.Custodian));
        Assert.Equal("complaint.at-ombudsman", Code(assigned.After(Given.Escalate, Given.Reporter, Now), Restrict, Given.Custodian));
        Assert.Equal("privacy.not-restricted", Code(assigned, new ComplaintCommand.LiftRestriction(null), Given.Reporter));
    }

    [Fact(DisplayName = "Rule 53: a hold is placed once and lifted once")]
    public void A_hold_is_one()
    {
        var held = Given.At(Stage.Assigned).After(Hold, Given.CityAdmin, Now);
        Assert.Equal("privacy.already-held", Code(held, Hold, Given.CityAdmin));
        Assert.Equal("privacy.not-held", Code(held.After(Unhold, Given.CityAdmin, Now), Unhold, Given.CityAdmin));
    }

    [Fact(DisplayName = "Rule 53: why nothing may be erased is told by its name")]
    public void Why_it_is_kept()
    {
        Assert.Equal("complaint.erased", PersonalData.WhyKept(Given.Conditions["erased"])?.Code);
        Assert.Equal("privacy.held", PersonalData.WhyKept(Given.Conditions["held"])?.Code);
        Assert.Equal("privacy.case-open", PersonalData.WhyKept(Given.At(Stage.Assigned))?.Code);
        Assert.Null(PersonalData.WhyKept(Given.At(Stage.Closed)));
    }

    [Fact(DisplayName = "Rule 02: a power of attorney is shown once")]
    public void A_power_is_shown_once()
    {
        var shown = Complaint.None.After(
            Given.Submit() with
            {
                Representation = Given.Attorney(withPower: true),
            },
            Given.Reporter,
            Given.Filed
        );
        Assert.Equal("representation.already-shown", Code(shown, Given.ShowPower, Given.Reporter));
    }

    [Fact(DisplayName = "Rule 12: what lies with the Ombudsman is not closed by handing all of it on")]
    public void Handing_on_closes_nothing_at_the_Ombudsman()
    {
        var there = Given.Conditions["transfer agreed"].After(Given.Escalate, Given.Reporter, Now);
        Assert.Equal("close.at-ombudsman", Code(there, Given.SendTransfer, Given.ProvinceAdmin));
    }

    private static string? Code(Complaint complaint, ComplaintCommand command, Actor actor) =>
        complaint.Decide(command, actor, Now).Refusal?.Code;
}
