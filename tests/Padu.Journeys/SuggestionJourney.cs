using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>
/// Two suggestions of somebody without an account: one is declined with a reason, one accepted; its obligation is done, and what changed is shown to the author
/// and to everybody.
/// </summary>
public sealed class SuggestionJourney(Site site) : Journey(site)
{
    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Suggestion_IsAnsweredBecomesAnObligationAndIsShownBack(string language)
    {
        var manner = language == "id" ? Manner.Phone : Manner.English;
        var author = await Arrive(manner);
        var office = await (await Arrive(manner)).SignIn("admin.kaur");
        var judge = await (await Arrive(manner)).SignIn("kerjasama.provinsi");
        var tale = Guid.NewGuid().ToString("N")[..8];

        var declined = await Suggest(author, $"Buka malam {tale}");
        await Answer(office, declined.Number, "tolak", "Petugas tidak cukup untuk dua giliran.", "");
        await Track(author, declined);
        await Assertions.Expect(author.Page.Locator("main")).ToContainTextAsync("Petugas tidak cukup untuk dua giliran.");

        var accepted = await Suggest(author, $"Papan alamat {tale}");
        await Answer(office, accepted.Number, "terima", "Betul, alamatnya kurang terlihat.", $"Papan {tale} dipasang");
        await office.Open($"/kerja-sama/masukan/{accepted.Number}");
        var obligation = (await office.Page.Locator("main table tbody a").First.GetAttributeAsync("href"))!;
        await office.Open($"{obligation}/bukti");
        await office.Page.FillAsync("#Text", "Papan terpasang di depan kantor.");
        await office.Press("obligation.bukti.send");
        await judge.Open($"{obligation}/nilai");
        await judge.Page.CheckAsync("input[name=Verdict][value=terima]");
        await judge.Press("obligation.nilai.send");

        await office.Open($"/kerja-sama/masukan/{accepted.Number}/perubahan");
        await office.Page.FillAsync("#Change", $"Papan {tale} kini di depan kantor.");
        await office.Press("input.perubahan.send");
        await office.Open($"/kerja-sama/masukan/{accepted.Number}/terbitkan");
        await office.Page.FillAsync("#Asked", $"Seorang warga meminta papan alamat ({tale}).");
        await office.Press("input.terbitkan.send");

        await Track(author, accepted);
        Assert.Empty(await Axe.Findings(author));
        await Assertions.Expect(author.Page.Locator("main")).ToContainTextAsync($"Papan {tale} kini di depan kantor.");
        Assert.False(await Overflows(author), "The tracking page is wider than the screen.");
        await author.Open("/masukan");
        await Assertions.Expect(author.Page.Locator("main")).ToContainTextAsync($"Seorang warga meminta papan alamat ({tale}).");
        await Assertions.Expect(author.Page.Locator("main")).Not.ToContainTextAsync($"Papan alamat {tale}");
        Assert.False(await Overflows(author), "The list is wider than the screen.");
    }

    private static async Task<(string Number, string Code)> Suggest(Visitor author, string title)
    {
        await author.Open("/masukan/baru");
        await author.Page.CheckAsync("input[name=Author][value=masyarakat]");
        await author.Page.SelectOptionAsync("#To", "kpu-17.04");
        await author.Page.SelectOptionAsync("#Topic", "layanan_informasi");
        await author.Page.FillAsync("#Title", title);
        await author.Page.FillAsync("#Text", $"{title}: supaya semua orang terlayani.");
        await author.Press("input.new.send");
        Assert.Empty(await Axe.Findings(author));
        return (await author.Page.InnerTextAsync("#nomor"), await author.Page.InnerTextAsync("#kode"));
    }

    private static async Task Answer(Visitor office, string number, string verdict, string words, string parts)
    {
        await office.Open($"/kerja-sama/masukan/{number}/jawab");
        await office.Page.CheckAsync($"input[name=Verdict][value={verdict}]");
        await office.Page.FillAsync("#Words", words);
        await office.Page.FillAsync("#Parts", parts);
        if (parts.Length > 0)
        {
            await office.Page.SelectOptionAsync("#Judge", "kpu-17");
        }

        await office.Press("input.jawab.send");
        await office.IsAt($"/kerja-sama/masukan/{number}");
    }

    private static async Task Track(Visitor author, (string Number, string Code) receipt)
    {
        await author.Open("/masukan/lacak");
        await author.Page.FillAsync("#Number", receipt.Number);
        await author.Page.FillAsync("#Code", receipt.Code);
        await author.Press("track.open");
    }

    /// <summary>Asked of the browser itself, which can measure without the page's own script.</summary>
    private static async Task<bool> Overflows(Visitor visitor)
    {
        var wire = await visitor.Wire();
        var metrics = await wire.SendAsync("Page.getLayoutMetrics");
        var content = metrics!.Value.GetProperty("cssContentSize").GetProperty("width").GetDouble();
        var view = metrics.Value.GetProperty("cssLayoutViewport").GetProperty("clientWidth").GetDouble();
        return content > view + 1;
    }
}
