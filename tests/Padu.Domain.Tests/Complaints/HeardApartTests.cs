using NodaTime;
using Padu.Domain.Complaints;

namespace Padu.Domain.Tests.Complaints;

/// <summary>Who is afraid of the other side says so, at filing or later, and everybody who works on the case knows it.</summary>
public sealed class HeardApartTests
{
    [Fact(DisplayName = "Rule 13: who fears a meeting says so when filing, and the officer is told")]
    public void Wished_at_filing_it_stands_before_the_officer()
    {
        var filed = Complaint.None.After(Given.Submit() with { WishesApart = true }, Given.Reporter, Given.Filed);
        Assert.Contains(AdmissibilityHint.HeardApart, Admissibility.HintsOf(filed, Law.Bengkulu));
        Assert.DoesNotContain(AdmissibilityHint.HeardApart, Admissibility.HintsOf(Given.At(Stage.Received), Law.Bengkulu));
    }

    [Theory(DisplayName = "Rule 13: or at any time later, once")]
    [InlineData(Stage.Received)]
    [InlineData(Stage.Assigned)]
    [InlineData(Stage.AtOmbudsman)]
    public void Wished_later_it_holds_from_then_on(Stage stage)
    {
        var word = new ComplaintCommand.AddWord("Saya takut bertemu petugas itu.", []) { WishesApart = true };
        var after = Given.At(stage).After(word, Given.Reporter, Later);
        Assert.True(after is { WishesApart: true, HasNewWord: true });
        Assert.Single(after.Decide(word, Given.Reporter, Later).Events);
        Assert.False(Given.At(stage).After(word with { WishesApart = false }, Given.Reporter, Later).WishesApart);
    }

    [Fact(DisplayName = "Rule 13: a part of the letter keeps the wish")]
    public void A_part_keeps_it()
    {
        var letter = Given.At(Stage.Assigned);
        var part = new ComplaintCommand.SplitOff(
            Given.Divide.Into,
            new PublicNumber("17-2026-9M2P4XZ"),
            letter with
            {
                WishesApart = true,
            },
            Given.City,
            ComplaintClass.Complaint,
            "Honor KPPS belum dibayar",
            "Honor saya juga belum dibayar."
        );
        Assert.True(Complaint.None.After(part, Given.ProvinceAdmin, Later).WishesApart);
        Assert.False(Complaint.None.After(part with { Origin = letter }, Given.ProvinceAdmin, Later).WishesApart);
    }

    private static Instant Later => Given.Filed + Duration.FromHours(72);
}
