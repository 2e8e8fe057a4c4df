using NodaTime;
using Padu.Domain.Complaints;

namespace Padu.Domain.Tests.Complaints;

public sealed class RepresentingTests
{
    public static TheoryData<string?, IdentityLevel, Representation> Claims() =>
        new()
        {
            { null, IdentityLevel.Open, Given.Attorney() },
            { null, IdentityLevel.Protected, Given.Guardian() },
            { "representation.anonymous", IdentityLevel.Anonymous, Given.Guardian() },
            { "representation.consent-required", IdentityLevel.Open, Given.Guardian(consents: false) },
            { "representation.contact-required", IdentityLevel.Open, Given.Guardian(phone: null) },
            { "text.required", IdentityLevel.Open, Given.Attorney() with { Who = new Representative(null, null, null, null, null) } },
            {
                "identity.phone-unreadable",
                IdentityLevel.Open,
                Given.Attorney() with
                {
                    Who = new Representative("Pak Kuasa", null, "tidak ada", null, null),
                }
            },
        };

    [Theory(DisplayName = "Rule 02: by which right another files")]
    [MemberData(nameof(Claims))]
    public void A_representation_is_taken_or_refused(string? code, IdentityLevel level, Representation claim) =>
        Assert.Equal(
            code,
            Complaint.None.Decide(Given.Submit(level) with { Representation = claim }, Given.Reporter, Given.Filed).Refusal?.Code
        );

    [Fact(DisplayName = "Rule 02: who files for another shows the power of attorney before it is complete")]
    public void Without_the_power_of_attorney_it_is_not_complete_and_with_it_it_is()
    {
        var complaint = Represented();
        Assert.Equal("verify.no-power-of-attorney", complaint.Decide(Given.Verify, Given.CityAdmin, Later).Refusal?.Code);

        var asked = complaint.After(
            new ComplaintCommand.RequestCompletion([MissingItem.PowerOfAttorney], "Mohon kirim surat kuasa."),
            Given.CityAdmin,
            Later
        );
        var shown = asked.After(Given.ShowPower, Given.Reporter, Later + Duration.FromHours(1));

        Assert.Equal(Stage.Received, shown.Stage);
        Assert.Equal(Stage.Verified, shown.After(Given.Verify, Given.CityAdmin, Later + Duration.FromHours(2)).Stage);
    }

    [Fact]
    public void Where_more_is_missing_the_power_alone_does_not_complete()
    {
        var asked = Represented()
            .After(
                new ComplaintCommand.RequestCompletion([MissingItem.PowerOfAttorney, MissingItem.PlaceAndTime], "Kapan?"),
                Given.CityAdmin,
                Later
            );
        Assert.Equal(Stage.AwaitingCompletion, asked.After(Given.ShowPower, Given.Reporter, Later).Stage);
    }

    [Fact]
    public void A_guardian_needs_no_power_of_attorney() =>
        Assert.Equal(
            Stage.Verified,
            Complaint
                .None.After(Given.Submit() with { Representation = Given.Guardian() }, Given.Reporter, Given.Filed)
                .After(Given.Verify, Given.CityAdmin, Later)
                .Stage
        );

    [Fact]
    public void Whoever_files_for_oneself_has_no_power_to_show() =>
        Assert.Equal(
            "representation.nobody-represents",
            Given.At(Stage.Received).Decide(Given.ShowPower, Given.Reporter, Later).Refusal?.Code
        );

    private static Instant Later => Given.Filed + Duration.FromHours(20);

    private static Complaint Represented() =>
        Complaint.None.After(Given.Submit() with { Representation = Given.Attorney() }, Given.Reporter, Given.Filed);
}
