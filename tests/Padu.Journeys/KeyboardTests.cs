using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>Nothing but keys: the first page of filing, and the way out of a mistake.</summary>
public sealed class KeyboardTests(Site site) : Journey(site)
{
    private const int FarEnough = 40;

    [Fact]
    public async Task FirstTab_LeadsToTheContent()
    {
        var visitor = await Arrive();
        await visitor.Open("/pengaduan/baru");

        await visitor.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visitor.Page.Locator("a.skip")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visitor.Page.Locator("main#isi")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ErrorSummary_TakesTheFocusAndLeadsToItsField(bool script)
    {
        var visitor = await Arrive(new Manner { Script = script });
        var keyboard = visitor.Page.Keyboard;
        await visitor.Open("/pengaduan/baru");
        await TabTo(visitor, visitor.Page.GetByRole(AriaRole.Button, new() { Name = visitor.T["filing.next"], Exact = true }));
        await keyboard.PressAsync("Enter");

        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToBeFocusedAsync();
        await Assertions.Expect(visitor.Page.Locator("#Story")).ToHaveAttributeAsync("aria-invalid", "true");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator("#Story")).ToBeFocusedAsync();

        await keyboard.TypeAsync("Loket tutup sebelum jam pelayanan berakhir.");
        await TabTo(visitor, visitor.Page.GetByRole(AriaRole.Button, new() { Name = visitor.T["filing.next"], Exact = true }));
        await keyboard.PressAsync("Enter");

        await visitor.IsAt("/pengaduan/baru/layanan");
    }

    private static async Task TabTo(Visitor visitor, ILocator goal)
    {
        for (var step = 0; step < FarEnough; step++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            if (await goal.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{FarEnough} tabs do not lead to the button.");
    }
}
