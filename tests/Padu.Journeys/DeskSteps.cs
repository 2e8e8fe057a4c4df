using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>What an officer does on the desk, by the ids and words of its pages.</summary>
public static class DeskSteps
{
    public static async Task FindCase(this Visitor officer, string number)
    {
        await officer.Open("/meja");
        await officer.Page.FillAsync("#nomor", number);
        await officer.Press("desk.find.go");
        await officer.IsAt($"/meja/pengaduan/{number}");
    }

    public static async Task RequestCompletion(this Visitor officer, string message)
    {
        await officer.Begin("kelengkapan");
        await officer.Page.CheckAsync("input[name=Missing][value=tempat_waktu]");
        await officer.Page.FillAsync("#Message", message);
        await officer.Done("completion.send");
    }

    public static async Task Verify(this Visitor officer, string title)
    {
        await officer.Begin("verifikasi");
        await officer.Page.FillAsync("#Title", title);
        await officer.Page.CheckAsync("input[name=Class][value=pengaduan]");
        await officer.Done("verify.send");
    }

    public static async Task AssignTo(this Visitor officer, string unit)
    {
        await officer.Begin("tugaskan");
        await officer.Page.SelectOptionAsync("#Unit", unit);
        await officer.Page.FillAsync("#Instruction", "Mohon dicari berkasnya dan dijawab minggu ini.");
        await officer.Done("assign.send");
    }

    public static async Task Answer(this Visitor officer, string answer)
    {
        await officer.Begin("jawab");
        await officer.Page.FillAsync("#Text", answer);
        await officer.Done("answer.send");
    }

    /// <summary>An act whose page asks for one text.</summary>
    /// <param name="staysIn">False where the case leaves the writer's own desk with it.</param>
    public static async Task Write(this Visitor officer, string act, string field, string words, string send, bool staysIn = true)
    {
        await officer.Begin(act);
        await officer.Page.FillAsync(field, words);
        await officer.Press(send);
        if (staysIn)
        {
            await Assertions.Expect(officer.Page.Locator(".panel.leaf[role=status]")).ToBeVisibleAsync();
        }
    }

    private static Task Begin(this Visitor officer, string act) => officer.Page.Locator($"a[href$='/{act}']").First.ClickAsync();

    /// <summary>The case says that the act was written.</summary>
    private static async Task Done(this Visitor officer, string key)
    {
        await officer.Press(key);
        await Assertions.Expect(officer.Page.Locator(".panel.leaf[role=status]")).ToBeVisibleAsync();
    }
}
