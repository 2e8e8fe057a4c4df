using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Complaints;

/// <summary>A complaint about an office itself or its head (access.md): the next one up has it, the office never sees it.</summary>
public sealed class AgainstOfficeTests
{
    private static readonly ComplaintCommand.Submit AboutCity = Given.Submit() with { IsAboutOffice = true, Above = Given.Province.Code };

    [Fact]
    public void The_next_office_up_receives_verifies_and_assigns_it_elsewhere()
    {
        var received = Complaint.None.After(AboutCity, Given.Reporter, Given.Filed);
        Assert.Equal((Given.Province.Code, (OfficeCode?)Given.City.Code), (received.Owner, received.Against));

        var verified = received.After(Given.Verify, Given.ProvinceAdmin, At(1));
        Assert.Equal("assign.against-office", verified.Decide(Given.Assign, Given.ProvinceAdmin, At(2)).Refusal?.Code);
        verified.After(Given.Assign with { Target = Given.Province }, Given.ProvinceAdmin, At(2));
    }

    [Fact]
    public void Nobody_of_that_office_sees_it_and_the_province_does_not_see_one_about_itself()
    {
        var aboutCity = Complaint.None.After(AboutCity, Given.Reporter, Given.Filed).Subject;
        string[] see = ["admin provinsi", "auditor provinsi", "pimpinan provinsi"];
        Assert.Equal(see.Order(), WhoReads(aboutCity));

        var aboutProvince = Complaint
            .None.After(
                Given.Submit() with
                {
                    Office = Given.Province.Code,
                    IsAboutOffice = true,
                    Above = new OfficeCode("kpu"),
                },
                Given.Reporter,
                Given.Filed
            )
            .Subject;
        Assert.Empty(WhoReads(aboutProvince));
        var nationalAdmin = Given.Staff(
            Role.AgencyAdmin,
            new Office(new("kpu"), "KPU RI", Institution.Kpu, OfficeLevel.National, null, null)
        );
        Assert.True(Access.May(nationalAdmin, Act.Verify, aboutProvince));
    }

    [Fact]
    public void Where_no_office_above_has_a_desk_the_sender_is_told_so() =>
        Assert.Equal(
            "submit.no-office-above",
            Complaint.None.Decide(AboutCity with { Above = null }, Given.Reporter, Given.Filed).Refusal?.Code
        );

    private static IEnumerable<string> WhoReads(CaseSubject subject) =>
        Given.Everybody.Where(one => Access.May(one.Value, Act.Read, subject)).Select(one => one.Key).Order();

    private static Instant At(int hours) => Given.Filed + Duration.FromHours(hours);
}
