using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Meetings;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Meetings;
using Padu.Obligations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Demonstration;

/// <summary>
/// Last year's rakor with its decisions in every state over ten offices, this year's with what it inherits and half its answers, and small meetings that
/// stand at every other stage: all fictional, act by act through the desks.
/// </summary>
internal sealed class DemonstrationMeetings(IServiceProvider services)
{
    /// <summary>The day of the first act, about a year before day 0.</summary>
    public const int FirstDay = -240;

    private static readonly OfficeCode Kpu = new($"kpu-{DemonstrationFolder.Province}");
    private static readonly OfficeCode Ombudsman = new($"ombudsman-{DemonstrationFolder.Province}");

    private static readonly ImmutableArray<ThemePlan> Themes =
    [
        new("Pelayanan pengaduan di setiap kantor", null, "Sekretariat kerja sama"),
        new("Pemutakhiran data pemilih", new UnitCode("data"), null),
        new("Layanan ramah disabilitas di TPS", new UnitCode("teknis"), null),
        new("Sosialisasi standar pelayanan", new UnitCode("sdm_parmas"), null),
        new("Evaluasi instrumen divisi teknis", new UnitCode("teknis"), null),
    ];

    private static readonly ImmutableArray<QuestionPlan> First =
    [
        new("pengaduan-masuk", QuestionKind.Number, "Berapa pengaduan layanan diterima tahun ini?", []),
        new("loket-formulir", QuestionKind.YesNo, "Apakah loket memakai formulir penolakan tertulis?", []),
        new("papan-standar", QuestionKind.Choice, "Papan standar layanan", ["terpasang", "dipesan", "belum ada"]),
        new("kendala", QuestionKind.Text, "Kendala utama", []),
    ];

    private static readonly ImmutableArray<QuestionPlan> Second =
    [
        new("desa-uji-publik", QuestionKind.Number, "Di berapa desa daftar pemilih diuji publik?", []),
        new("tanggapan", QuestionKind.YesNo, "Apakah setiap tanggapan warga dijawab?", []),
    ];

    private static readonly ImmutableArray<(int Theme, string Text, int Due)> Decisions =
    [
        (1, "Loket memakai formulir penolakan tertulis", -200),
        (2, "Uji publik daftar pemilih di setiap desa", -190),
        (3, "Bimbingan teknis KPPS ramah disabilitas", -180),
        (4, "Papan standar layanan di setiap kantor", -4),
        (5, "Laporan evaluasi instrumen teknis", 9),
    ];

    private readonly MeetingDesk desk = services.GetRequiredService<MeetingDesk>();
    private readonly ObligationDesk obligations = services.GetRequiredService<ObligationDesk>();
    private readonly ObligationQueries owed = services.GetRequiredService<ObligationQueries>();
    private readonly OfficeRegister offices = services.GetRequiredService<OfficeRegister>();
    private readonly LegalContext legal = services.GetRequiredService<ReferenceCalendar>().For(DemonstrationFolder.Province.Value);

    private Meeting last = Meeting.None;
    private Meeting next = Meeting.None;
    private Meeting camp = Meeting.None;

    private ImmutableArray<OfficeCode> Ten =>
        [
            .. offices
                .Tree.ChildrenOf(Kpu)
                .Where(office => office.Institution == Institution.Kpu)
                .Select(office => office.Code)
                .Order(Ordinal),
        ];

    public IEnumerable<DemonstrationStep> Steps(DemonstrationDays days)
    {
        LocalDate Day(int day) => days.Date(day);
        yield return At(FirstDay, 9, ConveneLast(Day(-232)));
        yield return At(-239, 9, Ask(() => last, Day(-233)));
        yield return At(-238, 9, Invite(() => last));
        yield return At(-235, 10, AnswerAll);
        yield return At(-232, 9, HoldLast);
        yield return At(-231, 9, Conclude(Day));
        yield return At(-229, 9, ApproveLast);
        yield return At(-228, 9, Close);
        yield return At(-205, 10, FirstEvidence);
        yield return At(-203, 10, JudgeEvidence);
        yield return At(-185, 10, SecondEvidence);
        yield return At(-30, 10, Carry(Day(20)));
        yield return At(-20, 9, ConveneNext(Day(6)));
        yield return At(-19, 9, Ask(() => next, Day(4)));
        yield return At(-18, 9, Invite(() => next));
        yield return At(-8, 10, AnswerSome);
        yield return At(-3, 10, LastEvidence);
        yield return At(-9, 9, BeginCamp(Day(-1), Day(2)));
        yield return At(-1, 9, HoldCamp(Day(30)));
        yield return At(-2, 9, LeaveDraft(Day(30)));
        yield return At(-40, 9, LeaveApproved(Day(-40)));
        yield return At(-12, 9, LeaveCancelled(Day(3)));

        DemonstrationStep At(int day, int hour, Func<DemonstrationCast, CancellationToken, Task> does) =>
            new DemonstrationStep.Cooperate(days.At(day, new LocalTime(hour, 35)), does);
    }

    private static IComparer<OfficeCode> Ordinal =>
        Comparer<OfficeCode>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    private Func<DemonstrationCast, CancellationToken, Task> ConveneLast(LocalDate on) =>
        async (cast, cancel) => last = await Convened(null, Ombudsman, Plan("Rakor Terpadu (contoh)", on, on, Themes), cast, cancel);

    private Func<DemonstrationCast, CancellationToken, Task> ConveneNext(LocalDate on) =>
        async (cast, cancel) => next = await Convened(last.Id, Ombudsman, Plan("Rakor Terpadu (contoh)", on, on, Themes), cast, cancel);

    private Func<DemonstrationCast, CancellationToken, Task> Ask(Func<Meeting> which, LocalDate by) =>
        async (cast, cancel) =>
        {
            await Do(which(), Secretariat(cast), new MeetingCommand.SetInstrument(1, 0, by, First), cancel);
            await Do(which(), Secretariat(cast), new MeetingCommand.SetInstrument(2, 0, by, Second), cancel);
        };

    private Func<DemonstrationCast, CancellationToken, Task> Invite(Func<Meeting> which) =>
        (cast, cancel) =>
            Do(
                which(),
                Secretariat(cast),
                new MeetingCommand.Invite("Mohon hadir ketua dan pejabat divisi yang menangani tema. Bawa jawaban instrumen."),
                cancel
            );

    private async Task AnswerAll(DemonstrationCast cast, CancellationToken cancel)
    {
        foreach (var (office, index) in Ten.Select((office, index) => (office, index)))
        {
            await Answer(last, 1, office, submit: true, FirstAnswers(index, better: false), cast, cancel);
            await Answer(last, 2, office, submit: true, SecondAnswers(index), cast, cancel);
        }
    }

    /// <summary>Five of ten have submitted the first, two the second, one keeps a draft: who is missing is seen.</summary>
    private async Task AnswerSome(DemonstrationCast cast, CancellationToken cancel)
    {
        foreach (var (office, index) in Ten.Take(5).Select((office, index) => (office, index)))
        {
            await Answer(next, 1, office, submit: true, FirstAnswers(index, better: true), cast, cancel);
        }

        await Answer(next, 1, Ten[5], submit: false, FirstAnswers(5, better: true)[..2], cast, cancel);
        await Answer(next, 2, Ten[0], submit: true, SecondAnswers(3), cast, cancel);
        await Answer(next, 2, Ten[9], submit: true, SecondAnswers(7), cast, cancel);
    }

    private async Task HoldLast(DemonstrationCast cast, CancellationToken cancel)
    {
        await Do(last, Secretariat(cast), new MeetingCommand.Hold(), cancel);
        await Attend(last, [.. Ten.Where((_, index) => index != 6), Kpu, Ombudsman], cast, cancel);
    }

    private Func<DemonstrationCast, CancellationToken, Task> Conclude(Func<int, LocalDate> day) =>
        async (cast, cancel) =>
        {
            await Do(
                last,
                Secretariat(cast),
                Minutes(0, "Rapat dibuka ketua KPU provinsi dan kepala perwakilan Ombudsman (contoh)."),
                cancel
            );
            foreach (var (theme, index) in Themes.Select((theme, index) => (theme, index)))
            {
                var writer = index % 2 == 0 ? Secretariat(cast) : Assistant(cast);
                var words =
                    $"Contoh: sepuluh kantor memaparkan “{theme.Title}”. Kendala dan contoh baik dicatat; disepakati satu keputusan.";
                await Do(last, writer, Minutes(index + 1, words), cancel);
            }

            foreach (var (decision, index) in Decisions.Select((decision, index) => (decision, index)))
            {
                last = await Decided(last, index + 1, decision.Theme, Ten, Ombudsman, day(decision.Due), decision.Text, cast, cancel);
            }
        };

    private async Task ApproveLast(DemonstrationCast cast, CancellationToken cancel) => last = await Approved(last, cast, cancel);

    private async Task Close(DemonstrationCast cast, CancellationToken cancel) =>
        last = await Do(last, Chair(cast), new MeetingCommand.Close(), cancel);

    /// <summary>Nine offices show the first decision done, seven the second.</summary>
    private async Task FirstEvidence(DemonstrationCast cast, CancellationToken cancel)
    {
        await Give(
            1,
            Ten.Where((_, index) => index != 6),
            "Formulir dipakai di loket sejak bulan ini; contoh terlampir di map.",
            cast,
            cancel
        );
        await Give(
            2,
            Ten.Where((_, index) => index is not (1 or 4 or 7)),
            "Uji publik selesai di semua desa; berita acara ada.",
            cast,
            cancel
        );
    }

    /// <summary>All but one of each are accepted.</summary>
    private async Task JudgeEvidence(DemonstrationCast cast, CancellationToken cancel)
    {
        var given = (await Owed(cancel)).Where(line => line.Row.State == ObligationState.EvidenceGiven).ToList();
        var refused = new[] { (1, Ten[7]), (2, Ten[8]) };
        foreach (var line in given)
        {
            ObligationCommand command = refused.Contains((line.Row.SourceItem, line.Row.Owner))
                ? new ObligationCommand.RefuseEvidence("Contoh formulir yang terisi belum dilampirkan.")
                : new ObligationCommand.Accept("Jelas dan lengkap.");
            await Act(line, Assistant(cast), command, cancel);
        }
    }

    /// <summary>The third decision is done by seven, one after its day; one waits to be judged.</summary>
    private async Task SecondEvidence(DemonstrationCast cast, CancellationToken cancel)
    {
        await Give(
            3,
            Ten.Where((_, index) => index is not (5 or 6 or 8)),
            "Bimbingan teknis diikuti semua KPPS; daftar hadir ada.",
            cast,
            cancel
        );
        foreach (var line in (await Owed(cancel)).Where(line => line.Row is { SourceItem: 3, State: ObligationState.EvidenceGiven }))
        {
            if (line.Row.Owner != Ten[9])
            {
                await Act(line, Assistant(cast), new ObligationCommand.Accept(null), cancel);
            }
        }
    }

    /// <summary>What was not done goes on with a new day; one duty is no longer asked.</summary>
    private Func<DemonstrationCast, CancellationToken, Task> Carry(LocalDate on) =>
        async (cast, cancel) =>
        {
            var open = (await Owed(cancel)).Where(line => line.Row.SourceItem is 1 or 2 && IsOpen(line)).ToList();
            foreach (var line in open.Take(3))
            {
                var acted = await obligations.CarryOver(
                    new ObligationId(line.Row.Id),
                    Assistant(cast),
                    on,
                    "Kantor kekurangan petugas; disepakati tanggal baru.",
                    cancel: cancel
                );
                Check(acted.Refusal, "carry over");
            }

            var moot = (await Owed(cancel)).First(line => line.Row is { SourceItem: 3, State: ObligationState.Promised });
            await Act(moot, Assistant(cast), new ObligationCommand.Withdraw("KPPS dibentuk ulang; bimbingan diulang tahun ini."), cancel);
        };

    /// <summary>Boards are up in six offices, four of them judged; the rest is late when the demonstration opens.</summary>
    private async Task LastEvidence(DemonstrationCast cast, CancellationToken cancel)
    {
        await Give(4, Ten.Take(6), "Papan terpasang di ruang tunggu.", cast, cancel);
        await Give(5, Ten.Take(2), "Laporan dikirim ke divisi teknis provinsi.", cast, cancel);
        foreach (
            var line in (await Owed(cancel)).Where(line => line.Row is { SourceItem: 4, State: ObligationState.EvidenceGiven }).Take(4)
        )
        {
            await Act(line, Assistant(cast), new ObligationCommand.Accept("Foto jelas."), cancel);
        }
    }

    /// <summary>A meeting of several days that is going on when the demonstration opens: KPU's own, without the Ombudsman.</summary>
    private Func<DemonstrationCast, CancellationToken, Task> BeginCamp(LocalDate from, LocalDate until) =>
        async (cast, cancel) =>
        {
            camp = await Convened(null, null, Plan("Konsinyering data pemilih (contoh)", from, until, Themes[1..3]), cast, cancel);
            await Do(camp, Secretariat(cast), new MeetingCommand.Invite(null), cancel);
        };

    private Func<DemonstrationCast, CancellationToken, Task> HoldCamp(LocalDate due) =>
        async (cast, cancel) =>
        {
            await Do(camp, Secretariat(cast), new MeetingCommand.Hold(), cancel);
            Written(await desk.OpenAttendance(camp.Id, Secretariat(cast), cancel));
            await Attend(camp, Ten.Take(7), cast, cancel);
            await Do(camp, Secretariat(cast), Minutes(1, "Contoh: daftar pemilih ganda dibahas per kecamatan."), cancel);
            camp = await Decided(camp, 1, 1, [Ten[0], Ten[3]], Kpu, due, "Daftar pemilih ganda diperbaiki", cast, cancel);
        };

    private Func<DemonstrationCast, CancellationToken, Task> LeaveDraft(LocalDate on) =>
        (cast, cancel) => Convened(null, null, Plan("Rakor logistik (contoh)", on, on, Themes[..1]), cast, cancel);

    private Func<DemonstrationCast, CancellationToken, Task> LeaveApproved(LocalDate on) =>
        async (cast, cancel) =>
        {
            var small = await Convened(null, null, Plan("Rapat evaluasi pengaduan (contoh)", on, on, Themes[..1]), cast, cancel);
            await Do(small, Secretariat(cast), new MeetingCommand.Invite(null), cancel);
            await Do(small, Secretariat(cast), new MeetingCommand.Hold(), cancel);
            small = await Do(small, Secretariat(cast), Minutes(1, "Contoh: angka pengaduan dibacakan; tidak ada keputusan."), cancel);
            await Do(small, Chair(cast), new MeetingCommand.ApproveMinutes(small.MinutesVersion), cancel);
        };

    private Func<DemonstrationCast, CancellationToken, Task> LeaveCancelled(LocalDate on) =>
        async (cast, cancel) =>
        {
            var off = await Convened(null, Ombudsman, Plan("Rapat persiapan kunjungan (contoh)", on, on, Themes[3..4]), cast, cancel);
            await Do(off, Secretariat(cast), new MeetingCommand.Invite(null), cancel);
            await Do(off, Secretariat(cast), new MeetingCommand.Cancel("Digabung dengan Rakor Terpadu."), cancel);
        };

    private MeetingCommand.Plan Plan(string title, LocalDate from, LocalDate until, ImmutableArray<ThemePlan> themes) =>
        new(
            0,
            from.Year,
            title,
            null,
            "Aula contoh",
            "Kota Bengkulu",
            Moment(from, 10),
            Moment(until, 16),
            themes,
            [.. Ten.Select(offices.Find)],
            []
        );

    private Instant Moment(LocalDate day, int hour) => day.At(new LocalTime(hour, 0)).InZoneLeniently(legal.Zone).ToInstant();

    private async Task<Meeting> Convened(
        MeetingId? previous,
        OfficeCode? joint,
        MeetingCommand.Plan plan,
        DemonstrationCast cast,
        CancellationToken cancel
    ) => Written(await desk.Convene(Secretariat(cast), previous, joint, plan, cancel));

    private Task Answer(
        Meeting meeting,
        int theme,
        OfficeCode office,
        bool submit,
        ImmutableArray<string> answers,
        DemonstrationCast cast,
        CancellationToken cancel
    ) =>
        Do(
            meeting,
            cast.In(office, Role.AgencyAdmin),
            new MeetingCommand.GiveAnswers(theme, 0, submit, [.. answers.Select((value, index) => new Answer(index + 1, value, null))]),
            cancel
        );

    private static ImmutableArray<string> FirstAnswers(int index, bool better) =>
        [
            ((index * 7) + (better ? 18 : 11)).ToString(CultureInfo.InvariantCulture),
            better || index % 3 != 0 ? Asking.Yes : Asking.No,
            better ? "1" : ((index % 3) + 1).ToString(CultureInfo.InvariantCulture),
            index % 2 == 0 ? "Petugas loket sering berganti." : "Ruang tunggu sempit.",
        ];

    private static ImmutableArray<string> SecondAnswers(int index) =>
        [((index * 13) + 40).ToString(CultureInfo.InvariantCulture), index % 4 == 0 ? Asking.No : Asking.Yes];

    private async Task Attend(Meeting meeting, IEnumerable<OfficeCode> present, DemonstrationCast cast, CancellationToken cancel)
    {
        foreach (var office in present)
        {
            var attend = new MeetingCommand.Attend(office, AttendanceWay.List, "Peserta rekaan", "Ketua (contoh)");
            await Do(meeting, Secretariat(cast), attend, cancel);
        }
    }

    private static MeetingCommand.WriteMinutes Minutes(int theme, string text) => new(theme, 0, text);

    private async Task<Meeting> Decided(
        Meeting meeting,
        int number,
        int theme,
        IEnumerable<OfficeCode> owners,
        OfficeCode judge,
        LocalDate due,
        string text,
        DemonstrationCast cast,
        CancellationToken cancel
    )
    {
        var decide = new MeetingCommand.Decide(number, theme, [.. owners.Select(offices.Find)], offices.Find(judge), due, text);
        Check(await desk.Decide(meeting, Secretariat(cast), decide, cancel), text);
        return (await services.GetRequiredService<MeetingQueries>().Open(meeting.Id, cancel))!.Meeting;
    }

    private async Task<Meeting> Approved(Meeting meeting, DemonstrationCast cast, CancellationToken cancel)
    {
        var approve = new MeetingCommand.ApproveMinutes(meeting.MinutesVersion);
        await Do(meeting, Chair(cast), approve, cancel);
        return await Do(meeting, HeadOfOffice(cast), approve, cancel);
    }

    private async Task Give(int decision, IEnumerable<OfficeCode> owners, string words, DemonstrationCast cast, CancellationToken cancel)
    {
        var asked = owners.ToHashSet();
        var lines = (await Owed(cancel)).Where(line => line.Row.SourceItem == decision && asked.Contains(line.Row.Owner) && IsOpen(line));
        foreach (var line in lines.ToList())
        {
            var evidence = new ObligationCommand.GiveEvidence(words, null, []);
            await Act(line, cast.In(line.Row.Owner, Role.AgencyAdmin), evidence, cancel);
        }
    }

    private static bool IsOpen(ObligationLine line) => line.Row.State is ObligationState.Promised or ObligationState.EvidenceRefused;

    private Task<IReadOnlyList<ObligationLine>> Owed(CancellationToken cancel) => owed.From(last.Id.Value, cancel);

    private async Task Act(ObligationLine line, Actor.Staff actor, ObligationCommand command, CancellationToken cancel) =>
        Check((await obligations.Act(new ObligationId(line.Row.Id), actor, command, cancel: cancel)).Refusal, line.Title ?? "");

    private async Task<Meeting> Do(Meeting meeting, Actor.Staff actor, MeetingCommand command, CancellationToken cancel) =>
        Written(await desk.Act(meeting.Id, actor, command, cancel));

    private static Meeting Written(Acted<Meeting> acted)
    {
        Check(acted.Refusal, acted.State.Code.Value);
        return acted.State;
    }

    private static void Check(Refusal? refusal, string what)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"{what} is refused: {refusal}.");
        }
    }

    private static Actor.Staff Secretariat(DemonstrationCast cast) => cast.In(Kpu, Role.CooperationSecretariat);

    private static Actor.Staff Assistant(DemonstrationCast cast) => cast.In(Ombudsman, Role.OmbudsmanAssistant);

    private static Actor.Staff Chair(DemonstrationCast cast) => cast.In(Kpu, Role.Head);

    private static Actor.Staff HeadOfOffice(DemonstrationCast cast) => cast.In(Ombudsman, Role.OmbudsmanHead);
}
