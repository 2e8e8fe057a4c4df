using Microsoft.Playwright;

namespace Padu.Journeys;

/// <summary>What the Ombudsman's people do on their desk, by the ids and words of its pages.</summary>
public static class ReportSteps
{
    public static async Task FindReport(this Visitor person, string number)
    {
        await person.Open("/ombudsman");
        await person.Page.FillAsync("#nomor", number);
        await person.Press("desk.find.go");
        await person.IsAt($"/ombudsman/perkara/{number}");
    }

    public static async Task AskForCompletion(this Visitor assistant, string message)
    {
        await assistant.Begin("kelengkapan");
        await assistant.Page.CheckAsync("input[name=Missing][value=bukti]");
        await assistant.Page.FillAsync("#Message", message);
        await assistant.Done("ombudsman.completion.send");
    }

    public static async Task Propose(this Visitor assistant, string note)
    {
        await assistant.Begin("verifikasi");
        await assistant.Page.CheckAsync("input[name=Met][value=kronologi]");
        await assistant.Page.CheckAsync("input[name=Outcome][value=terima]");
        await assistant.Page.FillAsync("#Note", note);
        await assistant.Done("ombudsman.verify.send");
    }

    /// <summary>Writes one, and reads it back by the act that leaves a trace.</summary>
    public static async Task Deliberate(this Visitor assistant, string text)
    {
        await assistant.Begin("pertimbangan");
        await assistant.Page.FillAsync("#Text", text);
        await assistant.Done("ombudsman.deliberation.send");
        await Assertions.Expect(assistant.Page.Locator("body")).Not.ToContainTextAsync(text);
        await assistant.Begin("pertimbangan");
        await assistant.Press("ombudsman.deliberation.open");
        await Assertions.Expect(assistant.Page.Locator("main")).ToContainTextAsync(text);
    }

    public static async Task AcceptInPlenary(this Visitor head, string proposal)
    {
        await head.Begin("pleno");
        await Assertions.Expect(head.Page.Locator("main")).ToContainTextAsync(proposal);
        await head.Page.CheckAsync("input[name=Decision][value=terima]");
        await head.Done("ombudsman.plenary.send");
    }

    public static async Task BeginExamination(this Visitor assistant)
    {
        await assistant.Begin("periksa");
        await assistant.Done("ombudsman.begin.send");
    }

    public static async Task Conclude(this Visitor head, string text)
    {
        await head.Begin("simpulkan");
        await head.Page.CheckAsync("input[name=Conclusion][value=ditemukan_maladministrasi]");
        await head.Page.FillAsync("#Text", text);
        await head.Done("ombudsman.conclude.send");
    }

    public static async Task CloseReport(this Visitor assistant)
    {
        await assistant.Begin("tutup");
        await assistant.Done("ombudsman.close.send");
    }

    private static Task Begin(this Visitor person, string act) => person.Page.Locator($"a[href$='/{act}']").First.ClickAsync();

    /// <summary>The report says that the act was written.</summary>
    private static async Task Done(this Visitor person, string key)
    {
        await person.Press(key);
        await Assertions.Expect(person.Page.Locator(".panel.leaf[role=status]")).ToBeVisibleAsync();
    }
}
