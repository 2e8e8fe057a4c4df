using System.Net;

namespace Padu.Tests.Obligations;

/// <summary>A decision of Bawaslu or DKPP is entered where it arrived and stands on the boards with the law that counts its days.</summary>
public sealed class RulingPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly Dictionary<string, string> Decided = new()
    {
        ["Body"] = "bawaslu",
        ["Election"] = "pilkada",
        ["DecidedOn"] = "2026-11-09",
        ["ReceivedOn"] = "2026-11-10",
        ["Title"] = "Nomor 3/2026: perbaiki rekapitulasi zqtps.",
        ["Owner"] = TestSite.City.Value,
        ["Judge"] = TestSite.Province.Value,
    };

    [Fact(
        DisplayName = "Rules 42, 43: a regional decision is owed within seven days of its receipt, with its source, and the public reads it"
    )]
    public async Task A_decision_becomes_an_obligation()
    {
        using var admin = await site.Enter("admin-kota");
        var board = await admin.Get("/kerja-sama/kewajiban");
        Assert.Contains("Catat putusan Bawaslu atau DKPP", board.Words);
        var owed = await admin.Submit(await admin.Get("/kerja-sama/kewajiban/putusan"), "main form", new(Decided));
        Assert.Contains("17 November 2026", owed.Words);
        Assert.Contains("MK 104/PUU-XXIII/2025", owed.Words);
        using var visitor = new Browser(site.Address);
        var seen = await visitor.Get("/kewajiban");
        Assert.Contains("perbaiki rekapitulasi zqtps", seen.Words);
        Assert.Contains("Putusan lembaga lain", seen.Words);
    }

    [Fact(DisplayName = "Rule 43: what was given before 30 July 2025 is entered as the recommendation it was")]
    public async Task An_earlier_outcome_is_a_recommendation()
    {
        using var admin = await site.Enter("admin-kota");
        var owed = await admin.Submit(
            await admin.Get("/kerja-sama/kewajiban/putusan"),
            "main form",
            new(Decided) { ["DecidedOn"] = "2025-07-29", ["ReceivedOn"] = "2025-08-01" }
        );
        Assert.Contains("8 Agustus 2025", owed.Words);
        Assert.DoesNotContain("MK 104/PUU-XXIII/2025", owed.Words);
    }

    [Fact(DisplayName = "Rule 42: what cannot be true comes back with what was typed, and whoever may not enter it finds no page")]
    public async Task What_cannot_be_true_comes_back()
    {
        using var admin = await site.Enter("admin-kota");
        var form = await admin.Get("/kerja-sama/kewajiban/putusan");
        var before = await admin.Submit(form, "main form", new(Decided) { ["ReceivedOn"] = "2026-11-08" });
        Assert.Contains("tidak dapat diterima sebelum diputus", before.TextOf(".error-summary"));
        Assert.Contains("perbaiki rekapitulasi zqtps", before.TextOf("#Title"));
        var ahead = await admin.Submit(form, "main form", new(Decided) { ["ReceivedOn"] = "2026-12-24" });
        Assert.Contains("belum tiba", ahead.TextOf(".error-summary"));
        var nothing = await admin.Submit(form, "main form", new() { ["Body"] = "mk", ["DecidedOn"] = "" });
        Assert.Equal("/kerja-sama/kewajiban/putusan", nothing.Path);
        var others = await admin.Submit(form, "main form", new(Decided) { ["Owner"] = TestSite.Kaur.Value });
        Assert.Equal("/kerja-sama/kewajiban/putusan", others.Path);
        foreach (var person in new[] { "asisten-ombudsman", "teknis-kota", "ketua-kota" })
        {
            using var other = await site.Enter(person);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get("/kerja-sama/kewajiban/putusan")).Status);
        }
    }
}
