using System.Collections.Immutable;
using NetVips;
using NodaTime;
using Padu.Agreements;
using Padu.Coordination;
using Padu.Documents;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Coordination;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Storage;

namespace Padu.Demonstration;

/// <summary>
/// A fictional agenda of both institutions and ten inputs in every state, act by act through the same desks as the pages: proposed, moved, accepted, coming
/// again, called off, an activity with a drawn picture and its outcome; inputs waiting, late, declined, in work and done.
/// </summary>
public sealed class DemonstrationAgenda(IServiceProvider services)
{
    private static readonly OfficeCode Kpu = new($"kpu-{DemonstrationFolder.Province}");
    private static readonly OfficeCode City = new($"kpu-{DemonstrationFolder.Province}.71");
    private static readonly OfficeCode Ombudsman = new($"ombudsman-{DemonstrationFolder.Province}");

    private readonly AgendaDesk desk = services.GetRequiredService<AgendaDesk>();
    private readonly InputDesk inputs = services.GetRequiredService<InputDesk>();
    private readonly ObligationDesk obligations = services.GetRequiredService<ObligationDesk>();
    private readonly ObligationQueries owed = services.GetRequiredService<ObligationQueries>();
    private readonly AgreementQueries agreements = services.GetRequiredService<AgreementQueries>();
    private readonly EvidenceIntake intake = services.GetRequiredService<EvidenceIntake>();

    private Agenda activity = Agenda.None;
    private Agenda weekly = Agenda.None;
    private readonly Dictionary<string, Input> given = [];

    public IEnumerable<DemonstrationStep> Steps(DemonstrationDays days)
    {
        yield return At(-34, Propose(days));
        yield return At(-33, Answer(days));
        yield return At(-30, Suggest);
        yield return At(-28, AnswerEarly);
        yield return At(-11, Hold);
        yield return At(-9, RecordOutcome);
        yield return At(-8, ShowDone);
        yield return At(-4, SuggestMore);
        yield return At(-2, Finish(days));

        DemonstrationStep At(int day, Func<DemonstrationCast, CancellationToken, Task> does) =>
            new DemonstrationStep.Cooperate(days.At(day, new LocalTime(13, 40)), does);
    }

    private Func<DemonstrationCast, CancellationToken, Task> Propose(DemonstrationDays days) =>
        async (cast, cancel) =>
        {
            var signed = await agreements.Public(AgreementShelf.Open, "id", after: null, cancel);
            var agreement = signed.Lines.Count > 0 ? signed.Lines[0].Row.Code : (Domain.Agreements.AgreementCode?)null;
            activity = await Proposed(
                Secretariat(cast),
                new NewAgendaItem(
                    AgendaKind.JointService,
                    AgendaVisibility.Public,
                    [Kpu, City, Ombudsman],
                    Slot(days.Date(-10), 9, 12),
                    null,
                    agreement,
                    agreement is null ? null : 1,
                    "Loket pengaduan bersama di pasar (contoh)",
                    "Pasar contoh, Kota Bengkulu",
                    "Warga dapat menyampaikan pengaduan tentang pelayanan KPU kepada kedua lembaga sekaligus."
                ),
                cancel
            );
            weekly = await Proposed(
                Assistant(cast),
                new NewAgendaItem(
                    AgendaKind.Meeting,
                    AgendaVisibility.Joint,
                    [Kpu, Ombudsman],
                    Slot(days.Date(-28), 10, 11),
                    new AgendaRepeat(AgendaFrequency.Weekly, days.Date(56)),
                    null,
                    null,
                    "Rapat rutin sekretariat kerja sama (contoh)",
                    "Bergantian di kedua kantor",
                    null
                ),
                cancel
            );
        };

    private Func<DemonstrationCast, CancellationToken, Task> Answer(DemonstrationDays days) =>
        async (cast, cancel) =>
        {
            activity = await Act(activity, Assistant(cast), new AgendaCommand.Accept(), cancel);
            weekly = await Act(weekly, Secretariat(cast), new AgendaCommand.Accept(), cancel);
            var training = await Proposed(
                Secretariat(cast),
                new NewAgendaItem(
                    AgendaKind.Training,
                    AgendaVisibility.Public,
                    [Kpu, Ombudsman],
                    Slot(days.Date(8), 9, 15),
                    null,
                    null,
                    null,
                    "Pelatihan petugas pengaduan (contoh)",
                    "Aula contoh, Kota Bengkulu",
                    "Untuk petugas pengaduan sepuluh kantor."
                ),
                cancel
            );
            var move = new AgendaCommand.Move(Slot(days.Date(12), 9, 15), null, null, "Pelatih belum ada pada hari itu.");
            training = await Act(training, Assistant(cast), move, cancel);
            await Act(training, Secretariat(cast), new AgendaCommand.Accept(), cancel);
            var visit = await Proposed(
                Assistant(cast),
                new NewAgendaItem(
                    AgendaKind.Visit,
                    AgendaVisibility.Public,
                    [City, Ombudsman],
                    Slot(days.Date(5), 13, 15),
                    null,
                    null,
                    null,
                    "Kunjungan ke ruang pelayanan (contoh)",
                    "KPU Kota Bengkulu",
                    null
                ),
                cancel
            );
            visit = await Act(visit, cast.In(City, Role.AgencyAdmin), new AgendaCommand.Accept(), cancel);
            await Act(visit, Assistant(cast), new AgendaCommand.Cancel("Gedung sedang diperbaiki; dijadwalkan lagi kemudian."), cancel);
            var outreach = await Proposed(
                Secretariat(cast),
                new NewAgendaItem(
                    AgendaKind.Outreach,
                    AgendaVisibility.Public,
                    [Kpu, Ombudsman],
                    Slot(days.Date(20), 8, 10),
                    new AgendaRepeat(AgendaFrequency.Monthly, days.Date(120)),
                    null,
                    null,
                    "Siaran radio bersama (contoh)",
                    "Radio contoh",
                    "Tanya jawab tentang hak pengadu."
                ),
                cancel
            );
            await Act(outreach, Assistant(cast), new AgendaCommand.Accept(), cancel);
        };

    private async Task Suggest(DemonstrationCast cast, CancellationToken cancel)
    {
        await Public(
            "ram",
            InputAuthor.Public,
            InputTopic.Accessibility,
            City,
            "Pasang ram di pintu masuk",
            "Ibu saya memakai kursi roda dan harus diangkat.",
            cancel
        );
        await Public(
            "jadwal",
            InputAuthor.Participant,
            InputTopic.Candidacy,
            Kpu,
            "Umumkan jadwal lebih awal",
            "Kami perlu waktu menyiapkan berkas.",
            cancel
        );
        await Public(
            "malam",
            InputAuthor.Public,
            InputTopic.Information,
            City,
            "Buka loket sampai malam",
            "Saya bekerja sampai pukul enam.",
            cancel
        );
        await Public(
            "papan",
            InputAuthor.Public,
            InputTopic.ComplaintHandling,
            Kpu,
            "Tulis alamat pengaduan di papan depan",
            "Saya tidak tahu ke mana harus mengadu.",
            cancel
        );
        await Office(
            "cepat",
            Assistant(cast),
            InputTopic.ComplaintHandling,
            City,
            "Jawaban pertama lebih cepat",
            "Rata-rata jawaban pertama datang setelah enam hari kerja.",
            cancel
        );
        await Office(
            "data",
            Secretariat(cast),
            InputTopic.Cooperation,
            Ombudsman,
            "Bertukar angka setiap bulan",
            "Angka triwulan datang terlalu lambat untuk perbaikan.",
            cancel
        );
    }

    private async Task AnswerEarly(DemonstrationCast cast, CancellationToken cancel)
    {
        var admin = cast.In(City, Role.AgencyAdmin);
        await Answered(
            "ram",
            admin,
            InputVerdict.Partly,
            "Ram dipasang; lift belum mungkin karena gedung sewa.",
            ["Ram dipasang di pintu masuk"],
            Kpu,
            cancel
        );
        await Answered(
            "malam",
            admin,
            InputVerdict.Decline,
            "Petugas tidak cukup untuk dua giliran. Formulir daring buka sepanjang hari.",
            [],
            null,
            cancel
        );
        await Answered(
            "papan",
            Secretariat(cast),
            InputVerdict.Accept,
            "Betul, alamatnya kurang terlihat.",
            ["Papan alamat dipasang", "Alamat ditulis pada setiap surat"],
            Ombudsman,
            cancel
        );
        await Answered(
            "data",
            Assistant(cast),
            InputVerdict.Accept,
            "Setuju, kami kirim pada minggu pertama.",
            ["Angka bulanan dikirim"],
            Kpu,
            cancel
        );
        var acknowledge = new InputCommand.Acknowledge("Kami bicarakan dengan bagian teknis.");
        given["jadwal"] = Written(await inputs.Act(given["jadwal"].Id, Secretariat(cast), acknowledge, cancel: cancel));
        await Published("malam", admin, "Seorang warga meminta loket buka sampai malam.", cancel);
    }

    private async Task Hold(DemonstrationCast cast, CancellationToken cancel)
    {
        var plan = new AgendaCommand.Plan(
            [City, Ombudsman],
            "Dua meja, satu petugas dari setiap lembaga; nomor antrean dari pukul sembilan.",
            "Nama Rekaan Satu\nNama Rekaan Dua"
        );
        activity = await Act(activity, Secretariat(cast), plan, cancel);
    }

    private async Task RecordOutcome(DemonstrationCast cast, CancellationToken cancel)
    {
        using var drawn = new MemoryStream(Draw());
        var file = new FormFile(drawn, 0, drawn.Length, "Files", "loket-contoh.png") { Headers = new HeaderDictionary() };
        var taken = await intake.Take([file], [], visitor: null, cancel);
        var picture = new AgendaFile(taken.Evidence.Single(), "Gambar contoh: dua meja di bawah tenda biru, tanpa orang.");
        activity = await Act(activity, Secretariat(cast), new AgendaCommand.AddFile(picture, IsPicture: true), cancel);
        var outcome = new AgendaCommand.RecordOutcome(
            37,
            "Tiga puluh tujuh warga datang; sebelas pengaduan dicatat dan enam langsung dijawab."
        );
        activity = await Act(activity, Assistant(cast), outcome, cancel);
    }

    private async Task ShowDone(DemonstrationCast cast, CancellationToken cancel)
    {
        foreach (var line in await owed.From(given["papan"].Id.Value, cancel))
        {
            var id = new ObligationId(line.Row.Id);
            var evidence = new ObligationCommand.GiveEvidence("Sudah terpasang; difoto.", null, []);
            Check((await obligations.Act(id, Secretariat(cast), evidence, cancel: cancel)).Refusal, "evidence");
            Check((await obligations.Act(id, Assistant(cast), new ObligationCommand.Accept(null), cancel: cancel)).Refusal, "judgement");
        }

        const string Change = "Papan alamat pengaduan terpasang di depan kantor, dan setiap surat memuat alamatnya.";
        Check((await inputs.TellChange(given["papan"], Secretariat(cast), Change, cancel: cancel)).Refusal, "papan");
        await Published("papan", Secretariat(cast), "Seorang warga meminta alamat pengaduan ditulis di papan depan.", cancel);
        await Published("ram", cast.In(City, Role.AgencyAdmin), "Seorang warga meminta jalan masuk untuk kursi roda.", cancel);
    }

    private async Task SuggestMore(DemonstrationCast cast, CancellationToken cancel)
    {
        await Public(
            "braille",
            InputAuthor.Public,
            InputTopic.Polling,
            Kpu,
            "Contoh surat suara braille",
            "Agar dapat dicoba sebelum hari pemungutan.",
            cancel
        );
        await Public(
            "daring",
            InputAuthor.Participant,
            InputTopic.Information,
            Kpu,
            "Siarkan rapat pleno secara daring",
            "Agar yang jauh dapat mengikuti.",
            cancel
        );
        await Office(
            "petugas",
            Assistant(cast),
            InputTopic.Accessibility,
            Kpu,
            "Petugas yang bisa bahasa isyarat",
            "Dua pengadu tuli tidak terlayani bulan ini.",
            cancel
        );
        await Office(
            "kabupaten",
            cast.In(City, Role.AgencyAdmin),
            InputTopic.Cooperation,
            Ombudsman,
            "Pelatihan di kantor kami",
            "Pelatihan selalu di ibu kota provinsi.",
            cancel
        );
        given["braille"] = Written(
            await inputs.Act(given["braille"].Id, Secretariat(cast), new InputCommand.Acknowledge(null), cancel: cancel)
        );
    }

    /// <summary>What the heads find when the demonstration opens: a day that moved, a day that is off, a proposal to answer, one that was declined.</summary>
    private Func<DemonstrationCast, CancellationToken, Task> Finish(DemonstrationDays days) =>
        async (cast, cancel) =>
        {
            var coming = weekly.Occurrences.Where(day => day.Original > days.Date(0)).ToList();
            var move = new AgendaCommand.MoveOccurrence(
                coming[0].Original,
                Slot(coming[0].Original.PlusDays(1), 14, 15),
                "Ruang rapat dipakai."
            );
            weekly = await Act(weekly, Secretariat(cast), move, cancel);
            weekly = await Act(weekly, Assistant(cast), new AgendaCommand.CancelOccurrence(coming[2].Original, "Cuti bersama."), cancel);
            await Proposed(
                Assistant(cast),
                new NewAgendaItem(
                    AgendaKind.Signing,
                    AgendaVisibility.Public,
                    [Kpu, Ombudsman],
                    Slot(days.Date(15), 9, 10),
                    null,
                    null,
                    null,
                    "Penandatanganan perpanjangan perjanjian (contoh)",
                    "Aula contoh, Kota Bengkulu",
                    null
                ),
                cancel
            );
            var declined = await Proposed(
                Secretariat(cast),
                new NewAgendaItem(
                    AgendaKind.Visit,
                    AgendaVisibility.Joint,
                    [Kpu, Ombudsman],
                    Slot(days.Date(3), 9, 10),
                    null,
                    null,
                    null,
                    "Kunjungan balasan (contoh)",
                    null,
                    null
                ),
                cancel
            );
            await Act(declined, Assistant(cast), new AgendaCommand.Decline("Bersamaan dengan rapat pleno kami."), cancel);
        };

    private async Task Public(
        string key,
        InputAuthor author,
        InputTopic topic,
        OfficeCode to,
        string title,
        string text,
        CancellationToken cancel
    )
    {
        var written = await inputs.Give(
            new NewInput(Guid.CreateVersion7(), author, topic, to, Language.Indonesian, title, text, "pemberi.masukan@contoh.example"),
            cancel
        );
        Check(written.Refusal, key);
        given[key] = written.Input;
    }

    private async Task Office(
        string key,
        Actor.Staff staff,
        InputTopic topic,
        OfficeCode to,
        string title,
        string text,
        CancellationToken cancel
    )
    {
        var input = new NewInput(Guid.Empty, InputAuthor.KpuOffice, topic, to, Language.Indonesian, title, text, Email: null);
        var written = await inputs.Give(staff, input, cancel);
        Check(written.Refusal, key);
        given[key] = written.Input;
    }

    private async Task Answered(
        string key,
        Actor.Staff staff,
        InputVerdict verdict,
        string words,
        ImmutableArray<string> parts,
        OfficeCode? judge,
        CancellationToken cancel
    ) => Check(await inputs.Answer(given[key], staff, new InputAnswerForm(verdict, words, parts, judge, null), cancel: cancel), key);

    private async Task Published(string key, Actor.Staff staff, string asked, CancellationToken cancel) =>
        given[key] = Written(await inputs.Act(given[key].Id, staff, new InputCommand.Publish(asked), cancel: cancel));

    private async Task<Agenda> Proposed(Actor.Staff staff, NewAgendaItem item, CancellationToken cancel)
    {
        var acted = await desk.Propose(staff, item, cancel);
        Check(acted.Refusal, item.Title);
        return acted.State;
    }

    private async Task<Agenda> Act(Agenda agenda, Actor.Staff staff, AgendaCommand command, CancellationToken cancel)
    {
        var acted = await desk.Act(agenda.Id, staff, command, cancel: cancel);
        Check(acted.Refusal, agenda.Code.Value);
        return acted.State;
    }

    private static Input Written(Acted<Input> acted)
    {
        Check(acted.Refusal, acted.State.Number.Value);
        return acted.State;
    }

    private static void Check(Refusal? refusal, string what)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"{what} is refused: {refusal}.");
        }
    }

    /// <summary>A picture without anybody in it: a tent, two tables, the ground.</summary>
    private static byte[] Draw()
    {
        using var sky = Image.Black(640, 360, bands: 3).NewFromImage(214, 232, 240).Cast(Enums.BandFormat.Uchar);
        using var drawn = sky.Mutate(picture =>
        {
            picture.DrawRect([196, 180, 150], 0, 260, 640, 100, fill: true);
            picture.DrawRect([31, 92, 135], 90, 70, 460, 60, fill: true);
            picture.DrawRect([90, 90, 90], 100, 130, 10, 150, fill: true);
            picture.DrawRect([90, 90, 90], 530, 130, 10, 150, fill: true);
            picture.DrawRect([140, 96, 60], 150, 220, 130, 60, fill: true);
            picture.DrawRect([140, 96, 60], 360, 220, 130, 60, fill: true);
        });
        return drawn.PngsaveBuffer();
    }

    private static AgendaSlot Slot(LocalDate on, int from, int until) => new(on, new LocalTime(from, 0), new LocalTime(until, 0));

    private static Actor.Staff Secretariat(DemonstrationCast cast) => cast.In(Kpu, Role.CooperationSecretariat);

    private static Actor.Staff Assistant(DemonstrationCast cast) => cast.In(Ombudsman, Role.OmbudsmanAssistant);
}
