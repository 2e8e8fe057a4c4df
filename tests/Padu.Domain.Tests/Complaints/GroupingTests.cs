using NodaTime;
using Padu.Domain.Complaints;

namespace Padu.Domain.Tests.Complaints;

public sealed class GroupingTests
{
    private static readonly ComplaintCommand.FollowLead Follow = new(Given.Other.Id, 6, "Kami mohon maaf; TPS dikembalikan.", []);

    [Theory]
    [InlineData(Stage.Received)]
    [InlineData(Stage.Verified)]
    [InlineData(Stage.Assigned)]
    public void A_member_is_answered_with_its_lead_and_keeps_number_clocks_and_the_right_to_reply(Stage stage)
    {
        var alone = Given.At(stage);
        var member = alone.After(Given.Join, Given.CityAdmin, At(1));
        Assert.Equal("group.follows-lead", member.Decide(Given.Classify, Given.CityAdmin, At(2)).Refusal?.Code);

        var answered = member.After(Follow, Given.System, At(3));
        Assert.Equal((Stage.Answered, alone.Number), (answered.Stage, answered.Number));
        Assert.Equal(alone.ReceivedAt, answered.ReceivedAt);

        var replied = answered.After(Given.Reply, Given.Reporter, At(4));
        Assert.Equal(stage == Stage.Assigned ? Stage.Assigned : Stage.Verified, replied.Stage);
        Assert.False(replied.IsFollowing);
        Assert.Equal("group.follows-none", replied.Decide(Follow, Given.System, At(5)).Refusal?.Code);
    }

    [Fact]
    public void Who_joins_unverified_is_verified_with_the_leads_class()
    {
        var joined = Given.At(Stage.Received).After(Given.Join, Given.CityAdmin, At(1));
        Assert.Equal((Stage.Verified, Given.Other.Class), (joined.Stage, joined.Class));
    }

    [Fact]
    public void The_title_that_a_joining_case_is_given_holds_what_a_title_holds()
    {
        var received = Given.At(Stage.Received);
        string? Refused(string? title) => received.Decide(Given.Join with { Title = title }, Given.CityAdmin, At(1)).Refusal?.Code;
        Assert.Equal("text.too-long", Refused(new string('x', 121)));
        Assert.NotNull(Refused("dua\nbaris"));
        Assert.Equal("text.required", Refused(" "));
        Assert.Null(Refused(new string('x', 120)));
        Assert.Null(Refused(null));
        // A case that has a title already keeps it.
        var named = Given.At(Stage.Verified).After(Given.Join with { Title = new string('x', 121) }, Given.CityAdmin, At(1));
        Assert.Equal(Given.At(Stage.Verified).TitleVersion, named.TitleVersion);
    }

    [Theory]
    [InlineData(Stage.Verified)]
    [InlineData(Stage.Assigned)]
    public void What_joined_and_parted_is_as_if_it_never_had(Stage stage)
    {
        var alone = Given.At(stage);
        var back = alone.After(Given.Join, Given.CityAdmin, At(1)).After(Given.Part, Given.CityAdmin, At(2));
        Assert.Equal(alone with { Version = back.Version, LastActAt = back.LastActAt, Clocks = back.Clocks }, back);
        Assert.Equal(alone.Clocks.AsEnumerable(), back.Clocks);
    }

    [Theory]
    [InlineData(Stage.AwaitingCompletion, "group.not-waiting-for-us")]
    [InlineData(Stage.Answered, "group.not-waiting-for-us")]
    [InlineData(Stage.Closed, "complaint.closed")]
    public void Who_waits_for_the_complainant_or_is_done_cannot_join(Stage stage, string code) =>
        Assert.Equal(code, Given.At(stage).Decide(Given.Join, Given.CityAdmin, At(20)).Refusal?.Code);

    [Fact]
    public void No_group_hangs_below_another()
    {
        var lead = Given.At(Stage.Assigned).After(Given.TakeMember, Given.CityAdmin, At(1));
        Assert.Equal("group.leads-itself", lead.Decide(Given.Join, Given.CityAdmin, At(2)).Refusal?.Code);
        var member = Given.At(Stage.Assigned).After(Given.Join, Given.CityAdmin, At(1));
        Assert.Equal("group.follows-lead", member.Decide(Given.TakeMember, Given.CityAdmin, At(2)).Refusal?.Code);
        Assert.Equal("group.itself", Given.Other.Decide(Given.Join, Given.CityAdmin, At(2)).Refusal?.Code);
    }

    [Theory]
    [InlineData(Stage.Received, "group.lead-not-verified")]
    [InlineData(Stage.AwaitingCompletion, "group.lead-not-verified")]
    [InlineData(Stage.Answered, "group.lead-answered")]
    public void Only_a_verified_unanswered_case_leads(Stage stage, string code) =>
        Assert.Equal(code, Given.At(stage).Decide(Given.TakeMember, Given.CityAdmin, At(20)).Refusal?.Code);

    [Fact]
    public void Nobody_but_the_follower_carries_an_answer_over()
    {
        var member = Given.Conditions["following"];
        foreach (var (_, actor) in Given.Everybody.Where(one => one.Key != "sistem"))
        {
            Assert.Equal("complaint.unknown", member.Decide(Follow, actor, At(3)).Refusal?.Code);
        }
    }

    [Fact]
    public void Members_stand_for_themselves_again_when_their_lead_ends_without_an_answer()
    {
        var member = Given.Conditions["following"];
        var released = member.After(new ComplaintCommand.Release(Given.Other.Id), Given.System, At(3));
        Assert.Null(released.Lead);
        Assert.Null(released.Decide(Given.Answer, Given.CityOfficer, At(4)).Refusal);
    }

    [Fact]
    public void A_link_is_kept_once_and_shows_nobody_a_case_out_of_scope()
    {
        var linked = Given.At(Stage.Closed).After(Given.Link, Given.CityAdmin, At(20));
        Assert.Equal([new CaseLink(Given.Other.Id, LinkKind.Related)], linked.Links.AsEnumerable());
        Assert.Equal("link.already", linked.Decide(Given.Link, Given.CityAdmin, At(21)).Refusal?.Code);
        Assert.Equal("link.itself", Given.Other.Decide(Given.Link, Given.CityAdmin, At(21)).Refusal?.Code);

        var kaurs = Complaint.None.After(Given.Submit() with { Office = Given.Kaur.Code }, Given.Reporter, Given.Filed);
        var unseen = Given.At(Stage.Verified).Decide(new ComplaintCommand.Link(kaurs, LinkKind.Related, null), Given.CityAdmin, At(1));
        var unknown = Given
            .At(Stage.Verified)
            .Decide(new ComplaintCommand.Link(Complaint.None, LinkKind.Related, null), Given.CityAdmin, At(1));
        Assert.Equal("link.no-such-case", unseen.Refusal?.Code);
        Assert.Equal(unknown.Refusal, unseen.Refusal);
        Assert.Empty(linked.After(new ComplaintCommand.Unlink(Given.Other.Id, "Keliru."), Given.CityAdmin, At(22)).Links);
    }

    private static Instant At(int hours) => Given.Filed + Duration.FromHours(48 + hours);
}
