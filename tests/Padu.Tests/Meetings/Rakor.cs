using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Meetings;
using Padu.Organisations;

namespace Padu.Tests.Meetings;

/// <summary>Meetings brought to a state through the desk; today is Thursday 12 November 2026, 08.44 in Bengkulu.</summary>
internal static class Rakor
{
    public static readonly Instant Starts = Instant.FromUtc(2026, 11, 12, 2, 0);
    public static readonly Instant Ends = Instant.FromUtc(2026, 11, 12, 8, 0);
    public static readonly LocalDate Today = new(2026, 11, 12);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static MeetingDesk Desk(TestSite site) => site.Services.GetRequiredService<MeetingDesk>();

    public static Office Office(TestSite site, OfficeCode code) => site.Services.GetRequiredService<OfficeRegister>().Find(code)!;

    public static IReadOnlyList<Office> Ten(TestSite site) =>
        [
            .. site
                .Services.GetRequiredService<OfficeRegister>()
                .Tree.ChildrenOf(TestSite.Province)
                .OrderBy(office => office.Code.Value, StringComparer.Ordinal),
        ];

    public static MeetingCommand.Plan Plan(TestSite site, string title = "Rakor uji", Instant? starts = null) =>
        new(
            0,
            2026,
            title,
            "12/UND/2026",
            "Aula uji",
            "Bengkulu",
            starts ?? Starts,
            (starts ?? Starts) + (Ends - Starts),
            [new ThemePlan("Pelayanan di loket", null, "Sekretariat"), new ThemePlan("Data pemilih", new UnitCode("data"), null)],
            [.. Ten(site)],
            ["Bawaslu Provinsi"]
        );

    public static async Task<Meeting> Planned(
        this TestSite site,
        MeetingId? previous = null,
        bool joint = false,
        string title = "Rakor uji",
        Instant? starts = null
    )
    {
        var acted = await Desk(site)
            .Convene(site.Post("sekretariat"), previous, joint ? TestSite.Ombudsman : null, Plan(site, title, starts), Cancel);
        Assert.Null(acted.Refusal);
        return acted.State;
    }

    public static async Task<Meeting> Do(this TestSite site, Meeting meeting, string person, MeetingCommand command)
    {
        var acted = await Desk(site).Act(meeting.Id, site.Post(person), command, Cancel);
        Assert.Null(acted.Refusal);
        return acted.State;
    }

    public static readonly MeetingCommand.SetInstrument Questions = new(
        1,
        0,
        Today,
        [
            new QuestionPlan("pengaduan", QuestionKind.Number, "Berapa pengaduan?", []),
            new QuestionPlan("formulir", QuestionKind.YesNo, "Formulir dipakai?", []),
            new QuestionPlan("papan", QuestionKind.Choice, "Papan layanan", ["terpasang", "belum"]),
            new QuestionPlan("kendala", QuestionKind.Text, "Kendala", []),
        ]
    );

    public static MeetingCommand.GiveAnswers Answers(string number, int seen = 0, bool submit = true) =>
        new(1, seen, submit, [new(1, number, null), new(2, "ya", null), new(3, "2", null), new(4, $"Kendala {number}", null)]);

    public static async Task<Meeting> Invited(
        this TestSite site,
        MeetingId? previous = null,
        bool joint = false,
        string title = "Rakor uji",
        Instant? starts = null
    )
    {
        var draft = await site.Planned(previous, joint, title, starts);
        await site.Do(draft, "sekretariat", Questions);
        return await site.Do(draft, "sekretariat", new MeetingCommand.Invite("Mohon hadir."));
    }

    public static async Task<Meeting> Held(
        this TestSite site,
        MeetingId? previous = null,
        bool joint = false,
        string title = "Rakor uji"
    ) => await site.Do(await site.Invited(previous, joint, title), "sekretariat", new MeetingCommand.Hold());

    public static async Task<Meeting> Written(this TestSite site, bool joint = false)
    {
        var held = await site.Held(joint: joint);
        await site.Do(held, "sekretariat", new MeetingCommand.WriteMinutes(1, 0, "Loket dibahas."));
        return await site.Do(held, "sekretariat", new MeetingCommand.WriteMinutes(2, 0, "Data dibahas."));
    }

    public static async Task<Meeting> Approved(this TestSite site)
    {
        var written = await site.Written();
        return await site.Do(written, "ketua-provinsi", new MeetingCommand.ApproveMinutes(written.MinutesVersion));
    }

    /// <summary>The next decision, owed by each of these offices.</summary>
    public static async Task<Meeting> Decide(
        this TestSite site,
        Meeting meeting,
        IEnumerable<OfficeCode> owners,
        string text,
        LocalDate? due = null,
        OfficeCode? judge = null
    )
    {
        var decide = new MeetingCommand.Decide(
            meeting.Decisions.Length + 1,
            1,
            [.. owners.Select(owner => Office(site, owner))],
            Office(site, judge ?? TestSite.Province),
            due ?? Today.PlusDays(20),
            text
        );
        Assert.Null(await Desk(site).Decide(meeting, site.Post("sekretariat"), decide, Cancel));
        return (await site.Services.GetRequiredService<MeetingQueries>().Open(meeting.Id, Cancel))!.Meeting;
    }

    /// <summary>The address of the link shown now.</summary>
    public static async Task<string> Link(this TestSite site, Meeting meeting)
    {
        var opened = (await Desk(site).OpenAttendance(meeting.Id, site.Post("sekretariat"), Cancel)).State;
        return $"/rakor/{meeting.Code}/hadir/{await Desk(site).AttendanceWord(opened, Cancel)}";
    }
}
