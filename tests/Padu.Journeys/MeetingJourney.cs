using Microsoft.Playwright;
using NodaTime;
using NodaTime.Text;

namespace Padu.Journeys;

/// <summary>
/// A rakor from the plan to the next one: questionnaires answered, attendance by the link in the room, minutes of two hands approved by both heads, a decision
/// for two offices, one judged done, the other carried on to the agenda of the meeting that follows. All ten offices answer.
/// </summary>
public sealed class MeetingJourney(Site site) : Journey(site)
{
    /// <summary>The other eight of the ten.</summary>
    private static readonly string[] Others =
    [
        "admin.bengkuluselatan",
        "admin.rejanglebong",
        "admin.bengkuluutara",
        "admin.mukomuko",
        "admin.lebong",
        "admin.kepahiang",
        "admin.bengkulutengah",
        "admin.kota",
    ];

    private static string Today =>
        LocalDatePattern.Iso.Format(SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Asia/Jakarta"]).Date);

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Meeting_BecomesDutiesAndTheNextAgenda(string language)
    {
        var manner = language == "id" ? Manner.Phone : Manner.English;
        var secretariat = await (await Arrive(manner)).SignIn("kerjasama.provinsi");
        var assistant = await (await Arrive(manner)).SignIn("asisten.pvl");
        var chair = await (await Arrive(manner)).SignIn("ketua.provinsi");
        var head = await (await Arrive(manner)).SignIn("kepala.perwakilan");
        var kaur = await (await Arrive(manner)).SignIn("admin.kaur");
        var seluma = await (await Arrive(manner)).SignIn("admin.seluma");
        var visitor = await Arrive(manner);
        var tale = Guid.NewGuid().ToString("N")[..8];

        var meeting = await Convene(secretariat, null, $"Rakor {tale}");
        await secretariat.Open($"{meeting}/instrumen/1/susun");
        await secretariat.Page.FillAsync("#Questions", "pengaduan | angka | Berapa pengaduan?\nformulir | ya_tidak | Formulir dipakai?");
        await secretariat.Page.FillAsync("#FillBy", Today);
        await secretariat.Press("meeting.susun.send");
        await secretariat.IsAt(meeting);
        Assert.Equal(404, (await visitor.Ask(Public(meeting))).Status);
        await Send(secretariat, $"{meeting}/undang", "meeting.undang.send");

        await Fill(kaur, meeting, "17");
        await Fill(seluma, meeting, "9");
        await kaur.Open($"{meeting}/instrumen");
        await Assertions.Expect(kaur.Page.Locator("main")).ToContainTextAsync(kaur.T["meeting.missing", 8]);
        Assert.False(await Overflows(kaur), "The compiled questionnaire is wider than the screen.");

        foreach (var (name, number) in Others.Select((name, at) => (name, at + 20)))
        {
            var other = await (await Arrive(manner)).SignIn(name);
            await other.Open($"{meeting}/instrumen/1/isi");
            await Answer(other, $"{number}");
            await other.IsAt(meeting);
        }

        await secretariat.Open($"{meeting}/instrumen");
        await Assertions.Expect(secretariat.Page.Locator("main .panel")).ToContainTextAsync(secretariat.T["meeting.missing.none"]);

        await secretariat.Open($"{meeting}/hadir/buka");
        await secretariat.Press("meeting.hadir-buka.send");
        var link = (await secretariat.Page.Locator("main .fingerprint a").GetAttributeAsync("href"))!;
        await visitor.Open(link);
        await visitor.Page.SelectOptionAsync("#Office", "kpu-17.05");
        await visitor.Page.FillAsync("#Name", $"Nama Hadir {tale}");
        await visitor.Press("meeting.attend.send");
        await Assertions.Expect(visitor.Page.Locator("main .panel")).ToBeVisibleAsync();
        await Send(secretariat, $"{meeting}/mulai", "meeting.mulai.send");

        await Write(secretariat, meeting, 1, $"Loket dibahas {tale}.");
        await Write(assistant, meeting, 2, $"Data dibahas {tale}.");
        await secretariat.Open($"{meeting}/putuskan");
        await secretariat.Page.CheckAsync("input[name=Theme][value='1']");
        await secretariat.Page.FillAsync("#Text", $"Formulir {tale} dipakai");
        foreach (var box in await secretariat.Page.Locator("input[name=Owners]").AllAsync())
        {
            await box.SetCheckedAsync(await box.GetAttributeAsync("value") is "kpu-17.04" or "kpu-17.05");
        }

        await secretariat.Page.FillAsync("#Due", Today);
        await secretariat.Page.SelectOptionAsync("#Judge", "kpu-17");
        await secretariat.Press("meeting.putuskan.send");
        await secretariat.IsAt(meeting);
        await Send(chair, $"{meeting}/notula/setujui", "meeting.setujui.send");
        Assert.Equal(404, (await visitor.Ask($"{Public(meeting)}/notula")).Status);
        await Send(head, $"{meeting}/notula/setujui", "meeting.setujui.send");
        await visitor.Open($"{Public(meeting)}/notula");
        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync($"Data dibahas {tale}.");
        await Assertions.Expect(visitor.Page.Locator("main")).Not.ToContainTextAsync($"Nama Hadir {tale}");

        var duty = await DutyOf(kaur, meeting);
        await kaur.Open($"{duty}/bukti");
        await kaur.Page.FillAsync("#Text", "Formulir dipakai sejak hari ini.");
        await kaur.Press("obligation.bukti.send");
        await kaur.IsAt(duty);
        await secretariat.Open($"{duty}/nilai");
        await secretariat.Page.CheckAsync("input[name=Verdict][value=terima]");
        await secretariat.Press("obligation.nilai.send");
        await secretariat.IsAt(duty);
        await visitor.Open(Public(meeting));
        await Assertions.Expect(visitor.Page.Locator(".figures .ok")).ToContainTextAsync("1");
        Assert.False(await Overflows(visitor), "The matrix is wider than the screen.");
        await Send(chair, $"{meeting}/tutup", "meeting.tutup.send");

        // What the other office did not do goes on with a later day, and from there to the next meeting.
        var late = await DutyOf(seluma, meeting);
        await secretariat.Open($"{late}/teruskan");
        await secretariat.Page.FillAsync("#On", NextMonth);
        await secretariat.Page.FillAsync("#Reason", "Jalan ke loket terputus.");
        await secretariat.Press("obligation.teruskan.send");
        await secretariat.IsAt(late);

        var next = await Convene(secretariat, meeting, $"Rakor lanjutan {tale}");
        var carried = secretariat.Page.Locator("#dibawa ~ details tbody tr");
        await Assertions.Expect(carried).ToHaveCountAsync(1);
        await Assertions.Expect(carried).ToContainTextAsync($"Formulir {tale} dipakai");
        Assert.NotEqual(late, await carried.Locator("a").First.GetAttributeAsync("href"));
        Assert.NotEqual(meeting, next);
    }

    private static string NextMonth => LocalDatePattern.Iso.Format(LocalDatePattern.Iso.Parse(Today).Value.PlusDays(30));

    private static string Public(string desk) => desk["/meja".Length..];

    private static async Task<string> Convene(Visitor writer, string? previous, string title)
    {
        await writer.Open(previous is null ? "/meja/rakor/baru" : $"/meja/rakor/baru?setelah={previous.Split('/')[^1]}");
        await writer.Page.FillAsync("#Title", title);
        await writer.Page.FillAsync("#BudgetYear", Today[..4]);
        await writer.Page.FillAsync("#Starts", Today);
        await writer.Page.FillAsync("#StartsAt", "00:01");
        await writer.Page.FillAsync("#EndsAt", "23:58");
        await writer.Page.FillAsync("#Venue", "Aula contoh");
        await writer.Page.FillAsync("#Themes", "Pelayanan di loket | teknis\nData pemilih | data | Kepala divisi");
        await writer.Page.SetCheckedAsync("input[name=Joint]", true);
        await writer.Press("meeting.new.send");
        await Assertions.Expect(writer.Page.Locator("h1")).ToHaveTextAsync(title);
        return writer.Path;
    }

    private static async Task Send(Visitor who, string path, string button)
    {
        await who.Open(path);
        await who.Press(button);
        await who.IsAt(string.Join('/', path.Split('/')[..4]));
    }

    private static async Task Fill(Visitor office, string meeting, string number)
    {
        await office.Open($"{meeting}/instrumen/1/isi");
        await office.Page.FillAsync("input[name='Answers[0]']", number);
        await office.Press("meeting.isi.keep");
        await office.IsAt(meeting);
        await office.Open($"{meeting}/instrumen/1/isi");
        await Assertions.Expect(office.Page.Locator("input[name='Answers[0]']")).ToHaveValueAsync(number);
        await Answer(office, number);
        await office.IsAt(meeting);
    }

    private static async Task Answer(Visitor office, string number)
    {
        await office.Page.FillAsync("input[name='Answers[0]']", number);
        await office.Page.CheckAsync("input[name='Answers[1]'][value=ya]");
        await office.Press("meeting.isi.send");
    }

    private static async Task Write(Visitor writer, string meeting, int theme, string words)
    {
        await writer.Open($"{meeting}/notula/{theme}");
        await writer.Page.FillAsync("#Text", words);
        await writer.Press("meeting.notula.send");
        await writer.IsAt(meeting);
    }

    /// <summary>The only cell of the matrix that leads somewhere is the own office's.</summary>
    private static async Task<string> DutyOf(Visitor office, string meeting)
    {
        await office.Open($"{meeting}/keputusan");
        return (await office.Page.Locator("a[href^='/kerja-sama/kewajiban/']").First.GetAttributeAsync("href"))!;
    }

    private static async Task<bool> Overflows(Visitor visitor)
    {
        var wire = await visitor.Wire();
        var metrics = await wire.SendAsync("Page.getLayoutMetrics");
        var content = metrics!.Value.GetProperty("cssContentSize").GetProperty("width").GetDouble();
        var view = metrics.Value.GetProperty("cssLayoutViewport").GetProperty("clientWidth").GetDouble();
        return content > view + 1;
    }
}
