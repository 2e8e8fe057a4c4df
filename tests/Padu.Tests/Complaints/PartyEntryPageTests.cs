using Padu.Complaints;
using Padu.Domain.Complaints;

namespace Padu.Tests.Complaints;

/// <summary>A name in a party's register, from the desk's form to what the complainant reads.</summary>
public sealed class PartyEntryPageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Proof = "Tangkapan layar SIPOL 12 November 2026.";

    [Fact(DisplayName = "Rule 49: the desk asks what shows that the name is gone, keeps what was typed, and the complainant reads it")]
    public async Task The_desk_asks_for_proof()
    {
        var filed = await site.File(TestSite.City, story: "Nama saya dicatut sebagai anggota partai di SIPOL.");
        var verify = new ComplaintCommand.Verify(ComplaintClass.Complaint, "Nama dicatut") { Kind = PartyEntry.Kind };
        var complaint = await site.Do(filed, site.Post("admin-kota"), verify);
        using var admin = await site.SignIn("admin-kota");
        var form = await admin.Get($"/meja/pengaduan/{complaint.Number}/tutup");
        var refused = await admin.Submit(
            form,
            "main form[method=post]",
            new() { ["Reason"] = "sudah_diselesaikan_instansi", ["Explanation"] = "Nama sudah dihapus oleh partainya." }
        );
        Assert.Contains("Sebutkan bukti bahwa nama pelapor sudah dihapus dari SIPOL.", refused.TextOf(".error-summary"));
        Assert.NotNull(refused.Page.QuerySelector(".error-summary a[href='#Removal']"));
        Assert.Equal("Nama sudah dihapus oleh partainya.", refused.TextOf("#Explanation"));
        Assert.True((await site.Queries.State(complaint.Id, TestContext.Current.CancellationToken)).IsOpen);

        var closed = await admin.Submit(
            refused,
            "main form[method=post]",
            new() { ["Reason"] = "sudah_diselesaikan_instansi", ["Removal"] = Proof }
        );
        Assert.Contains(Proof, closed.Words);
        var history = await site.Queries.History(complaint.Id, TestContext.Current.CancellationToken);
        Assert.Contains(
            CaseTimeline.For(TimelineReader.Complainant, history),
            entry => entry.Key == "timeline.entry-removed" && entry.Body == Proof
        );
    }

    [Fact(DisplayName = "Rule 49: no other case is asked for it")]
    public async Task No_other_case_is_asked()
    {
        var complaint = await site.Verified(await site.File(TestSite.City));
        using var admin = await site.SignIn("admin-kota");
        Assert.Null((await admin.Get($"/meja/pengaduan/{complaint.Number}/tutup")).Page.QuerySelector("#Removal"));
    }
}
