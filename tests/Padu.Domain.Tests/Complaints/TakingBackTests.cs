using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Complaints;

/// <summary>A disposition sent by mistake.</summary>
public sealed class TakingBackTests
{
    private static readonly Instant Now = Given.Filed + Duration.FromHours(5);

    [Fact]
    public void The_case_lies_again_where_it_lay_with_all_its_clocks()
    {
        var verified = Given.At(Stage.Verified);
        var assigned = verified.After(Given.Assign, Given.CityAdmin, Now);
        var back = assigned.After(Back(assigned), Given.CityAdmin, Now + Duration.FromMinutes(5));
        Assert.Equal((Stage.Verified, default(OfficeCode?), default(UnitCode?)), (back.Stage, back.Handler, back.Unit));
        Assert.Equal(verified.Clocks, back.Clocks);
        Assert.Equal(assigned.Version + 1, back.Version);
    }

    [Fact]
    public void From_another_unit_it_goes_back_to_the_officer_and_the_draft_that_had_it()
    {
        var held = Given
            .At(Stage.Assigned)
            .After(new ComplaintCommand.TakeUp(), Given.CityOfficer, Now)
            .After(Given.Propose, Given.CityOfficer, Now, needsApproval: true);
        var moved = held.After(new ComplaintCommand.Assign(Given.City, Given.Data, null), Given.CityAdmin, Now);
        Assert.Null(moved.Officer);
        var back = moved.After(Back(moved), Given.CityAdmin, Now);
        Assert.Equal((Given.Technical, Given.CityOfficer.Post, held.Proposal), (back.Unit, back.Officer, back.Proposal));
    }

    [Fact]
    public void What_anybody_did_since_is_not_overridden()
    {
        var assigned = Given.At(Stage.Verified).After(Given.Assign, Given.CityAdmin, Now);
        var taken = assigned.After(new ComplaintCommand.TakeUp(), Given.CityOfficer, Now);
        Assert.Equal("take-back.acted-since", taken.Decide(Back(assigned), Given.CityAdmin, Now).Refusal?.Code);
        var word = assigned.After(new ComplaintCommand.AddWord("Ada satu hal lagi.", []), Given.Reporter, Now);
        Assert.Equal("take-back.acted-since", word.Decide(Back(assigned), Given.CityAdmin, Now).Refusal?.Code);
    }

    [Fact]
    public void An_earlier_assignment_than_the_last_is_not_taken_back_and_none_twice()
    {
        var first = Given.At(Stage.Verified).After(Given.Assign, Given.CityAdmin, Now);
        var second = first.After(new ComplaintCommand.Assign(Given.City, Given.Data, null), Given.CityAdmin, Now);
        Assert.Equal("take-back.acted-since", second.Decide(Back(first), Given.CityAdmin, Now).Refusal?.Code);
        var back = second.After(Back(second), Given.CityAdmin, Now);
        Assert.Equal("take-back.acted-since", back.Decide(Back(second), Given.CityAdmin, Now).Refusal?.Code);
        Assert.Equal("take-back.acted-since", back.Decide(Back(first), Given.CityAdmin, Now).Refusal?.Code);
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(31, "take-back.too-late")]
    public void Only_for_half_an_hour(int minutes, string? refusal)
    {
        var assigned = Given.At(Stage.Verified).After(Given.Assign, Given.CityAdmin, Now);
        Assert.Equal(refusal, assigned.Decide(Back(assigned), Given.CityAdmin, Now + Duration.FromMinutes(minutes)).Refusal?.Code);
    }

    [Fact]
    public void Not_where_assigning_started_new_periods()
    {
        var closed = Given.At(Stage.Closed).After(Given.Escalate, Given.Reporter, Now);
        Assert.Equal(Stage.AtOmbudsman, closed.Stage);
        var assigned = closed.After(new ComplaintCommand.Assign(Given.City, Given.Data, null), Given.CityAdmin, Now);
        Assert.Equal("take-back.clocks-run", assigned.Decide(Back(assigned), Given.CityAdmin, Now).Refusal?.Code);
    }

    [Fact]
    public void By_who_may_assign_alone()
    {
        var assigned = Given.At(Stage.Verified).After(Given.Assign, Given.CityAdmin, Now);
        Assert.Equal("access.not-yours", assigned.Decide(Back(assigned), Given.CityOfficer, Now).Refusal?.Code);
        Assert.Equal("complaint.unknown", assigned.Decide(Back(assigned), Given.KaurAdmin, Now).Refusal?.Code);
        Assert.Null(assigned.Decide(Back(assigned), Given.ProvinceAdmin, Now).Refusal);
    }

    private static ComplaintCommand.TakeBackAssignment Back(Complaint assigned) => new(assigned.Version);
}
