using NodaTime;
using Padu.Domain.Complaints;

namespace Padu.Domain.Tests.Complaints;

public sealed class PartyEntryTests
{
    private const string Proof = "Tangkapan layar SIPOL 12 November 2026, lampiran jawaban.";
    private static readonly Instant Now = Given.Filed + Duration.FromHours(72);
    private static readonly Complaint Named = Given.At(Stage.Verified) with { Kind = PartyEntry.Kind };

    [Theory(DisplayName = "Rule 49: a case about an entry in a party's register is closed as done only with what shows that it is gone")]
    [InlineData(ClosingReason.AlreadyResolved, true)]
    [InlineData(ClosingReason.Settled, true)]
    [InlineData(ClosingReason.NotCompetent, false)]
    [InlineData(ClosingReason.HandledElsewhere, false)]
    [InlineData(ClosingReason.BeforeACourt, false)]
    public void Closed_as_done_only_with_proof(ClosingReason reason, bool needs)
    {
        var close = new ComplaintCommand.Close(reason, "Nama Ibu sudah dihapus oleh partainya.");
        var refusal = Named.Decide(close, Given.CityAdmin, Now).Refusal;
        Assert.Equal(needs ? ("close.removal-unproven", "Removal") : default, refusal is { } no ? (no.Code, no.Field) : default);
        Assert.Equal(needs, PartyEntry.NeedsProof(Named, reason));

        var proven = Named.Decide(close with { Removal = Proof }, Given.CityAdmin, Now);
        Assert.Equal([typeof(ComplaintEvent.EntryRemoved), typeof(ComplaintEvent.Closed)], proven.Events.Select(fact => fact.GetType()));
        Assert.Equal(Proof, proven.Events.OfType<ComplaintEvent.EntryRemoved>().Single().Proof);
        Assert.Equal(reason, Named.After(close with { Removal = Proof }, Given.CityAdmin, Now).ClosingReason);
    }

    [Fact(DisplayName = "Rule 49: any other case is closed as before, and an empty proof is none")]
    public void Another_kind_is_asked_for_nothing()
    {
        var close = new ComplaintCommand.Close(ClosingReason.AlreadyResolved, "Sudah dibayar.");
        var other = Named with { Kind = new GrievanceCode("layanan_kpu") };
        Assert.False(PartyEntry.NeedsProof(other, ClosingReason.AlreadyResolved));
        Assert.Single(other.Decide(close, Given.CityAdmin, Now).Events);
        // What was typed into a form that is not about an entry is no fact of the case.
        Assert.Single(other.Decide(close with { Removal = Proof }, Given.CityAdmin, Now).Events);
        Assert.Equal("close.removal-unproven", Named.Decide(close with { Removal = " " }, Given.CityAdmin, Now).Refusal?.Code);
        var elsewhere = close with { Reason = ClosingReason.NotCompetent, Removal = " " };
        Assert.Single(Named.Decide(elsewhere, Given.CityAdmin, Now).Events);
        Assert.Equal("text.too-long", Named.Decide(close with { Removal = new string('x', 501) }, Given.CityAdmin, Now).Refusal?.Code);
    }
}
