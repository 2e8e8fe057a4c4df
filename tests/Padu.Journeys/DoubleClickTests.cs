using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>An impatient finger and the back button: one complaint, one receipt.</summary>
public sealed class DoubleClickTests(Site site) : Journey(site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_PressedTwiceQuickly_FilesOnce(bool script)
    {
        var tale = Tale.New();
        var visitor = await Arrive(new Manner { Script = script });
        var office = await visitor.FileUpToCheck(tale);

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = visitor.T["filing.send"], Exact = true }).DblClickAsync();
        await visitor.ReadReceipt(office);

        Assert.Equal(1, await LettersTo(tale));
    }

    [Fact]
    public async Task Send_AgainAfterTheBackButton_GivesTheSameReceipt()
    {
        var tale = Tale.New();
        var visitor = await Arrive();
        var office = await visitor.FileUpToCheck(tale);
        await visitor.Press("filing.send");
        var first = await visitor.ReadReceipt(office);

        await visitor.Page.GoBackAsync();
        if (visitor.Path == "/pengaduan/baru/periksa")
        {
            await visitor.Press("filing.send");
        }

        Assert.Equal(first, await visitor.ReadReceipt(office));
        Assert.Equal(1, await LettersTo(tale));
    }

    /// <summary>Every complaint filed with a mail address sends one letter: so many letters, so many complaints.</summary>
    private async Task<int> LettersTo(Tale tale)
    {
        var reader = await Arrive(new Manner { Script = false });
        var own = reader.Page.Locator("article.letter").Filter(new() { HasText = tale.Email });
        await reader.Open("/contoh/surat");
        for (var tries = 0; tries < 40 && await own.CountAsync() == 0; tries++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            await reader.Open("/contoh/surat");
        }

        // A second letter would come with the next round of the post.
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        await reader.Open("/contoh/surat");
        return await own.CountAsync();
    }
}
