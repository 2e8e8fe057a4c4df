using System.Net;
using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>The one thing Padu is for, from the first word to the closed case, as each side meets it.</summary>
public sealed class ThreadJourney(Site site) : Journey(site)
{
    private const string Picture = "tanda-bukti.png";
    private const string Question = "Di kecamatan mana dan pada tanggal berapa Anda menyerahkan berkas?";
    private const string FirstAnswer = "Berkas Anda ditemukan dan sedang diproses.";
    private const string SecondAnswer = "Surat pindah memilih Anda sudah terbit hari ini dan dapat diambil.";

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Complaint_IsFiledCompletedAnsweredTwiceAndAccepted(string language)
    {
        var manner = language == "id" ? Manner.Phone : Manner.English;
        var tale = Tale.New();
        var receipt = await File(manner, tale);

        var complainant = await Arrive(manner);
        await complainant.Track(receipt.Number.ToLowerInvariant(), receipt.Code);
        await Shows(complainant, "timeline.submitted.you", receipt.Office);

        var admin = await (await Arrive(manner)).SignIn("admin.kota");
        await admin.FindCase(receipt.Number);
        await Assertions.Expect(admin.Page.Locator("main")).Not.ToContainTextAsync(tale.Name);
        await admin.RequestCompletion(Question);

        await complainant.Page.ReloadAsync();
        await Shows(complainant, "timeline.completion-requested.you", receipt.Office);
        await complainant.Page.FillAsync("#Text", "Di Kecamatan Gading Cempaka, dua minggu yang lalu.");
        await complainant.Press("track.complete.send");
        await Shows(complainant, "timeline.completed.you");

        await admin.FindCase(receipt.Number);
        await admin.Verify("Surat pindah memilih tertunda");
        await admin.AssignTo("teknis");

        var officer = await (await Arrive(manner)).SignIn("teknis.kota");
        await officer.FindCase(receipt.Number);
        await Assertions.Expect(officer.Page.Locator("main")).Not.ToContainTextAsync(tale.Name);
        await officer.Answer(FirstAnswer);

        await complainant.Page.ReloadAsync();
        await Assertions.Expect(complainant.Page.Locator("main")).ToContainTextAsync(FirstAnswer);
        await complainant.Page.GetByText(complainant.T["track.reply.open"]).ClickAsync();
        await complainant.Page.FillAsync("#Text", "Sudah seminggu diproses; kapan selesai?");
        await complainant.Press("track.reply.send");
        await Shows(complainant, "timeline.replied.you");

        await officer.FindCase(receipt.Number);
        await officer.Answer(SecondAnswer);

        await complainant.Page.ReloadAsync();
        await complainant.Page.GetByText(complainant.T["track.accept.open"]).ClickAsync();
        await complainant.Page.FillAsync("#Thanks", "Terima kasih.");
        await complainant.Press("track.accept.send");

        await IsClosedWithItsWholeHistory(complainant, receipt);
        await LettersTellNothing(tale, receipt);
    }

    private async Task<Receipt> File(Manner manner, Tale tale)
    {
        var teller = await Arrive(manner);
        await teller.TellOnHomePage(tale);
        // The home page's box is the first step; its own page shows what was typed and can be left again.
        await teller.Page.GetByRole(AriaRole.Link, new() { Name = teller.T["filing.back"] }).ClickAsync();
        await Assertions.Expect(teller.Page.Locator("#Story")).ToHaveValueAsync(tale.Story);
        await teller.Press("filing.next");
        var office = await teller.NameService();
        await teller.AttachPicture(Picture);
        await teller.StayProtected(tale);
        await Assertions.Expect(teller.Page.Locator("main")).ToContainTextAsync(tale.Story);
        await Assertions.Expect(teller.Page.Locator("main")).ToContainTextAsync(Picture);
        await teller.Press("filing.send");
        var receipt = await teller.ReadReceipt(office);
        await Assertions.Expect(teller.Page.Locator("h1")).ToContainTextAsync(teller.T["receipt.heading"]);
        Assert.DoesNotContain(receipt.Code, teller.Page.Url, StringComparison.Ordinal);
        return receipt;
    }

    private static async Task IsClosedWithItsWholeHistory(Visitor complainant, Receipt receipt)
    {
        await Assertions.Expect(complainant.Page.Locator(".case-line")).ToContainTextAsync(complainant.T["stage.ditutup"]);
        (string Key, bool NamesOffice)[] newestFirst =
        [
            ("timeline.accepted.you", false),
            ("timeline.answered.you", true),
            ("timeline.replied.you", false),
            ("timeline.answered.you", true),
            ("timeline.assigned.you", true),
            ("timeline.verified.you", true),
            ("timeline.completed.you", false),
            ("timeline.completion-requested.you", true),
            ("timeline.submitted.you", true),
        ];
        var titles = await complainant.Page.Locator("ol.timeline > li > .title").AllInnerTextsAsync();
        var expected = newestFirst.Select(one => complainant.T[one.Key, receipt.Office]).ToList();
        var seen = titles.Where(title => expected.Any(words => title.StartsWith(words, StringComparison.Ordinal))).ToList();
        Assert.Equal(expected.Count, seen.Count);
        Assert.All(expected.Zip(seen), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    /// <summary>Mails leave a moment after the act; their words are for anybody who looks over a shoulder.</summary>
    private async Task LettersTellNothing(Tale tale, Receipt receipt)
    {
        var reader = await Arrive(new Manner { Script = false });
        var own = reader.Page.Locator("article.letter").Filter(new() { HasText = tale.Email });
        for (var tries = 0; tries < 40 && await own.CountAsync() < 4; tries++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            await reader.Open("/contoh/surat");
        }

        // Received, asked, answered, answered again.
        Assert.InRange(await own.CountAsync(), 4, 10);
        var words = WebUtility.HtmlDecode(await reader.Page.ContentAsync());
        foreach (
            var secret in new[]
            {
                tale.Story,
                tale.Name,
                receipt.Code,
                receipt.Code.Replace("-", "", StringComparison.Ordinal),
                FirstAnswer,
            }
        )
        {
            Assert.DoesNotContain(secret, words, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static Task Shows(Visitor visitor, string key, string? office = null) =>
        Assertions.Expect(visitor.Page.Locator("ol.timeline")).ToContainTextAsync(visitor.T[key, office]);
}
