using NodaTime;
using Padu.Domain.Complaints;

namespace Padu.Domain.Tests.Complaints;

public sealed class IntakeTests
{
    public static TheoryData<string, string, Func<ComplaintCommand.Submit, ComplaintCommand.Submit>> Wrong() =>
        new()
        {
            { "empty story", "text.required", c => c with { Story = " \n " } },
            { "story too long", "text.too-long", c => c with { Story = new string('a', Wording.LongestText + 1) } },
            { "NUL in the story", "text.forbidden-character", c => c with { Story = "a\0b" } },
            { "bidi override in the story", "text.forbidden-character", c => c with { Story = "abc \u202E def" } },
            { "line break in the place", "text.forbidden-character", c => c with { Place = "satu\ndua" } },
            { "bidi isolate in the name", "text.forbidden-character", c => c with { Identity = c.Identity with { Name = "Ibu\u2066" } } },
            { "open without a name", "text.required", c => c with { Identity = c.Identity with { Name = null } } },
            { "anonymous with a name", "identity.anonymous-with-name", c => c with { Level = IdentityLevel.Anonymous } },
            { "phone of letters", "identity.phone-unreadable", c => c with { Identity = c.Identity with { Phone = "nomor saya" } } },
            { "e-mail without at", "identity.email-unreadable", c => c with { Identity = c.Identity with { Email = "ibu.contoh" } } },
            { "e-mail with a comma", "identity.email-unreadable", c => c with { Identity = c.Identity with { Email = "a@b.id,c@d.id" } } },
            { "happened tomorrow", "submit.happened-in-future", c => c with { HappenedOn = new LocalDate(2026, 11, 13) } },
            { "eleven files", "evidence.too-many", c => c with { Evidence = [.. Enumerable.Repeat(File, 11)] } },
        };

    [Theory(DisplayName = "Rule 04: what a complaint cannot do without")]
    [MemberData(nameof(Wrong))]
    public void A_filing_that_cannot_be_a_complaint_is_refused_by_code(
        string because,
        string code,
        Func<ComplaintCommand.Submit, ComplaintCommand.Submit> spoil
    )
    {
        var decision = Complaint.None.Decide(spoil(Given.Submit()), Given.Reporter, Given.Filed);
        Assert.True(decision.Refusal?.Code == code, $"{because}: {decision.Refusal?.Code}");
    }

    [Fact(DisplayName = "Rule 04: what may be asked for afterwards")]
    public void What_the_law_wants_but_a_person_left_out_does_not_stop_the_filing()
    {
        var bare = Given.Submit() with { Place = null, Service = null, RequestedResolution = null, HappenedOn = null, Region = null };
        Assert.Null(Complaint.None.Decide(bare, Given.Reporter, Given.Filed).Refusal);
    }

    [Fact(DisplayName = "Rule 01: what the receipt must say stands in the filing from the first moment")]
    public void A_filing_holds_what_its_receipt_says()
    {
        var submit = Given.Submit();
        var events = Complaint.None.Decide(submit, Given.Reporter, Given.Filed).Events;
        var filed = Assert.IsType<ComplaintEvent.Submitted>(events[0]);
        Assert.Equal((submit.Number, submit.Office, submit.Story, submit.Place), (filed.Number, filed.Office, filed.Story, filed.Place));
        Assert.Equal(submit.Identity, Assert.IsType<ComplaintEvent.Identified>(events[1]).Identity);
        Assert.Equal(Given.Filed, Given.Fold(Complaint.None, events, Given.Filed).ReceivedAt);
        Assert.All(filed.Clocks, clock => Assert.Equal(Given.Filed, clock.TriggeredAt));
    }

    [Fact(DisplayName = "Rule 03: late filing is taken")]
    public void Late_filing_is_taken() =>
        Assert.Null(
            Complaint.None.Decide(Given.Submit() with { HappenedOn = new LocalDate(2024, 10, 1) }, Given.Reporter, Given.Filed).Refusal
        );

    [Fact(DisplayName = "Rule 05: who filed is kept apart from what was filed")]
    public void Who_filed_is_a_fact_of_its_own_and_an_anonymous_one_without_contact_has_none()
    {
        Assert.Equal(2, Complaint.None.Decide(Given.Submit(), Given.Reporter, Given.Filed).Events.Length);
        Assert.Single(Complaint.None.Decide(Given.Submit(IdentityLevel.Anonymous, null), Given.Reporter, Given.Filed).Events);
    }

    [Fact]
    public void The_same_filing_twice_is_refused() =>
        Assert.Equal("complaint.already-filed", Given.At(Stage.Received).Decide(Given.Submit(), Given.Reporter, Given.Filed).Refusal!.Code);

    private static readonly Evidence File = new(new ContentHash(new string('c', 64)), "foto.jpg", "image/jpeg", 1000, "");
}
