using System.Collections.Immutable;
using NodaTime;
using Padu.Agreements;
using Padu.Domain;
using Padu.Domain.Agreements;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Organisations;

namespace Padu.Demonstration;

/// <summary>
/// A fictional cycle of the cooperation, act by act through the same desks as the pages: drafts, approvals, signatures, a plan, activities, and
/// obligations of the province and its ten offices in every state, some late.
/// </summary>
public sealed class DemonstrationCooperation(IServiceProvider services)
{
    private static readonly OfficeCode Kpu = new($"kpu-{DemonstrationFolder.Province}");
    private static readonly OfficeCode Ombudsman = new($"ombudsman-{DemonstrationFolder.Province}");

    private readonly AgreementDesk desk = services.GetRequiredService<AgreementDesk>();
    private readonly ObligationDesk obligations = services.GetRequiredService<ObligationDesk>();
    private readonly ObligationQueries owed = services.GetRequiredService<ObligationQueries>();
    private readonly OfficeRegister offices = services.GetRequiredService<OfficeRegister>();

    private Agreement agreement = Agreement.None;
    private Agreement plan = Agreement.None;
    private Agreement activity = Agreement.None;

    public IEnumerable<DemonstrationStep> Steps(DemonstrationDays days)
    {
        LocalDate Day(int day) => days.Date(day);
        yield return At(-39, 9, Begin(Day(-39), Day(200)));
        yield return At(-38, 10, Redraft(Day(-39), Day(200)));
        yield return At(-37, 9, Approve);
        yield return At(-36, 9, Sign(Day(-36)));
        yield return At(-35, 9, BeginPlan(Day(-35), Day(60)));
        yield return At(-34, 9, BeginActivity(Day(-10)));
        yield return At(-33, 9, Promise(Day(-8), Day(30)));
        yield return At(-20, 10, GiveEvidence);
        yield return At(-18, 10, Judge);
        yield return At(-6, 10, CarryOver(Day(20)));
        yield return At(-5, 9, Memorandum(Day(-5)));
        yield return At(-3, 9, LeaveDrafts);
        yield return At(-2, 10, GiveMore);
        yield return At(-1, 11, Evaluate(Day(-1).Year));

        DemonstrationStep At(int day, int hour, Func<DemonstrationCast, CancellationToken, Task> does) =>
            new DemonstrationStep.Cooperate(days.At(day, new LocalTime(hour, 20)), does);
    }

    private static readonly ImmutableArray<string> Clauses =
    [
        "Para pihak menangani pengaduan masyarakat tentang pelayanan KPU secara terkoordinasi.",
        "Setiap kantor KPU memasang maklumat pelayanan dan alamat pengaduan di tempat yang mudah dilihat.",
        "Para pihak menyampaikan agenda dan masukan tentang pelayanan KPU satu sama lain.",
        "Ombudsman melatih petugas pengaduan setiap kantor KPU sekali setahun.",
    ];

    private Func<DemonstrationCast, CancellationToken, Task> Begin(LocalDate starts, LocalDate ends) =>
        async (cast, cancel) =>
            agreement = Written(
                await desk.Begin(
                    Secretariat(cast),
                    new NewAgreement(AgreementKind.Cooperation, null, null, Ombudsman, Draft(starts, ends, Clauses[..3], null)),
                    cancel
                )
            );

    private Func<DemonstrationCast, CancellationToken, Task> Redraft(LocalDate starts, LocalDate ends) =>
        async (cast, cancel) =>
        {
            var draft = Draft(starts, ends, Clauses, "Ditambah: pelatihan petugas pengaduan.");
            agreement = Written(await desk.Act(agreement.Id, Assistant(cast), draft, cancel: cancel));
        };

    private async Task Approve(DemonstrationCast cast, CancellationToken cancel) => agreement = await Approved(agreement, cast, cancel);

    private Func<DemonstrationCast, CancellationToken, Task> Sign(LocalDate on) =>
        async (cast, cancel) =>
        {
            const string Hall = "Aula contoh, Kota Bengkulu";
            var ours = new AgreementCommand.Sign(
                on,
                Hall,
                "Nurul Hidayah (rekaan)",
                "Ketua KPU Provinsi Bengkulu (contoh)",
                "01/CONTOH/KPU"
            );
            var theirs = new AgreementCommand.Sign(on, Hall, "Ismail Daulay (rekaan)", "Kepala Perwakilan (contoh)", null);
            agreement = Written(await desk.Act(agreement.Id, Chair(cast), ours, cancel: cancel));
            agreement = Written(await desk.Act(agreement.Id, HeadOfOffice(cast), theirs, cancel: cancel));
        };

    private Func<DemonstrationCast, CancellationToken, Task> BeginPlan(LocalDate starts, LocalDate ends) =>
        async (cast, cancel) =>
        {
            var draft = new AgreementCommand.Draft(
                [ElectionScope.General, ElectionScope.Regional],
                new Term(starts, ends),
                "Rencana aksi pelayanan publik KPU se-Bengkulu (contoh)",
                "Menjalankan butir perjanjian di provinsi dan sepuluh kabupaten/kota.",
                null,
                [
                    "Memeriksa kotak dan alamat pengaduan di setiap kantor dan memperbaikinya.",
                    "Menyusun daftar masalah layanan yang paling sering diadukan.",
                    "Melatih petugas pengaduan.",
                ],
                null
            );
            var wanted = new NewAgreement(AgreementKind.Plan, agreement.Id, null, null, draft);
            plan = await Approved(Written(await desk.Begin(Secretariat(cast), wanted, cancel)), cast, cancel);
        };

    private Func<DemonstrationCast, CancellationToken, Task> BeginActivity(LocalDate on) =>
        async (cast, cancel) =>
        {
            var draft = new AgreementCommand.Draft(
                [ElectionScope.General],
                new Term(on, on),
                "Pelatihan petugas pengaduan (contoh)",
                null,
                "Aula contoh, Kota Bengkulu",
                ["Menyiapkan materi pelatihan.", "Mengirim dua petugas dari setiap kantor."],
                null
            );
            var wanted = new NewAgreement(AgreementKind.Activity, plan.Id, null, null, draft);
            activity = await Approved(Written(await desk.Begin(Assistant(cast), wanted, cancel)), cast, cancel);
        };

    private Func<DemonstrationCast, CancellationToken, Task> Promise(LocalDate soon, LocalDate later) =>
        async (cast, cancel) =>
        {
            var ten = offices
                .Tree.ChildrenOf(Kpu)
                .Where(office => office.Institution == Institution.Kpu)
                .Select(office => office.Code)
                .ToList();
            await Promised(plan, 1, ten, Kpu, soon, "Kotak dan alamat pengaduan diperiksa dan diperbaiki", cast, cancel);
            await Promised(agreement, 2, [Kpu, .. ten], Ombudsman, later, "Maklumat pelayanan terpasang di ruang pelayanan", cast, cancel);
            await Promised(plan, 2, [Kpu], Ombudsman, null, "Daftar masalah layanan tersusun", cast, cancel);
            await Promised(activity, 1, [Ombudsman], Kpu, soon, "Materi pelatihan siap", cast, cancel);
            await Promised(agreement, 4, [Ombudsman], Kpu, later, "Petugas setiap kantor dilatih", cast, cancel);
            await Promised(activity, 2, ten.Take(2).ToList(), Ombudsman, later, "Dua petugas dikirim ke pelatihan", cast, cancel);
        };

    /// <summary>Five of the ten and the Ombudsman show what was done.</summary>
    private async Task GiveEvidence(DemonstrationCast cast, CancellationToken cancel)
    {
        foreach (var line in (await owed.From(plan.Id.Value, cancel)).Where(line => line.Row.SourceItem == 1).Take(5))
        {
            await Act(
                line,
                cast.In(line.Row.Owner, Role.AgencyAdmin),
                new ObligationCommand.GiveEvidence("Kotak diganti dan alamat ditempel di pintu masuk; difoto bersama petugas.", null, []),
                cancel
            );
        }

        foreach (var line in await owed.From(activity.Id.Value, cancel))
        {
            if (line.Row.Owner == Ombudsman)
            {
                await Act(line, Assistant(cast), new ObligationCommand.GiveEvidence("Materi 24 halaman selesai.", null, []), cancel);
            }
        }
    }

    /// <summary>Three are accepted, one is refused, one still waits; the Ombudsman's own is accepted by KPU.</summary>
    private async Task Judge(DemonstrationCast cast, CancellationToken cancel)
    {
        var given = (await owed.From(plan.Id.Value, cancel)).Where(line => line.Row.State == ObligationState.EvidenceGiven).ToList();
        foreach (var line in given.Take(3))
        {
            await Act(line, Secretariat(cast), new ObligationCommand.Accept("Foto jelas."), cancel);
        }

        var refusal = new ObligationCommand.RefuseEvidence("Alamat surel pengaduan belum ada pada papan.");
        await Act(given[3], Secretariat(cast), refusal, cancel);
        foreach (var line in (await owed.From(activity.Id.Value, cancel)).Where(line => line.Row.State == ObligationState.EvidenceGiven))
        {
            await Act(line, Secretariat(cast), new ObligationCommand.Accept(null), cancel);
        }
    }

    private Func<DemonstrationCast, CancellationToken, Task> CarryOver(LocalDate on) =>
        async (cast, cancel) =>
        {
            var open = (await owed.From(plan.Id.Value, cancel))
                .Where(line => line.Row is { SourceItem: 1, State: ObligationState.Promised })
                .ToList();
            var acted = await obligations.CarryOver(
                new ObligationId(open[0].Row.Id),
                Secretariat(cast),
                on,
                "Kantor sedang direnovasi.",
                cancel: cancel
            );
            Check(acted.Refusal, "carry over");
            await Act(open[1], Secretariat(cast), new ObligationCommand.Withdraw("Kantor pindah; papan lama tidak dipakai lagi."), cancel);
        };

    /// <summary>What waits for a judgement when the demonstration opens: one in time, one after its day.</summary>
    private async Task GiveMore(DemonstrationCast cast, CancellationToken cancel)
    {
        var evidence = new ObligationCommand.GiveEvidence("Maklumat terpasang di loket dan di ruang tunggu.", null, []);
        var posted = (await owed.From(agreement.Id.Value, cancel)).First(line => line.Row is { SourceItem: 2 } && line.Row.Owner != Kpu);
        await Act(posted, cast.In(posted.Row.Owner, Role.AgencyAdmin), evidence, cancel);
    }

    /// <summary>In force, with what the Ombudsman says of the year: KPU has not agreed with it yet.</summary>
    private Func<DemonstrationCast, CancellationToken, Task> Memorandum(LocalDate on) =>
        async (cast, cancel) =>
        {
            var draft = new AgreementCommand.Draft(
                [ElectionScope.General, ElectionScope.Regional],
                new Term(on, null),
                "Nota kesepahaman pertukaran data layanan (contoh)",
                null,
                null,
                ["Para pihak bertukar angka pengaduan setiap tiga bulan."],
                null
            );
            var wanted = new NewAgreement(AgreementKind.Memorandum, null, null, Kpu, draft);
            var memorandum = await Approved(Written(await desk.Begin(Assistant(cast), wanted, cancel)), cast, cancel);
            var sign = new AgreementCommand.Sign(on, "Kota Bengkulu", "Nama rekaan", "Pimpinan (contoh)", null);
            Written(await desk.Act(memorandum.Id, Chair(cast), sign, cancel: cancel));
            Written(await desk.Act(memorandum.Id, HeadOfOffice(cast), sign, cancel: cancel));
            var words = new AgreementCommand.Evaluate(on.Year, "Contoh: angka triwulan pertama sudah dipertukarkan.");
            Written(await desk.Act(memorandum.Id, Assistant(cast), words, cancel: cancel));
        };

    /// <summary>What lies on both heads' tables when the demonstration opens: a draft to approve, and one that both approved and nobody signed.</summary>
    private async Task LeaveDrafts(DemonstrationCast cast, CancellationToken cancel)
    {
        var renewal = Draft(agreement.Term.Ends!.Value.PlusDays(1), agreement.Term.Ends.Value.PlusYears(1), Clauses, null) with
        {
            Title = "Perpanjangan perjanjian kerja sama (contoh)",
        };
        Written(
            await desk.Begin(Secretariat(cast), new NewAgreement(AgreementKind.Cooperation, null, agreement.Id, Ombudsman, renewal), cancel)
        );
        var visits = Draft(agreement.Term.Starts!.Value, agreement.Term.Ends.Value, ["Ombudsman mengunjungi sepuluh kantor."], null) with
        {
            Title = "Perjanjian kunjungan bersama (contoh)",
        };
        var wanted = new NewAgreement(AgreementKind.Cooperation, null, null, Ombudsman, visits);
        await Approved(Written(await desk.Begin(Secretariat(cast), wanted, cancel)), cast, cancel);
    }

    private Func<DemonstrationCast, CancellationToken, Task> Evaluate(int year) =>
        async (cast, cancel) =>
        {
            var words = new AgreementCommand.Evaluate(
                year,
                "Contoh: kotak pengaduan di sebagian besar kantor sudah diperbaiki. Dua kantor terlambat karena pindah gedung. "
                    + "Tahun depan pelatihan diadakan lebih awal."
            );
            agreement = Written(await desk.Act(agreement.Id, Secretariat(cast), words, cancel: cancel));
            agreement = Written(await desk.AgreeEvaluation(agreement.Id, HeadOfOffice(cast), year, cancel: cancel));
        };

    private static AgreementCommand.Draft Draft(LocalDate starts, LocalDate ends, ImmutableArray<string> clauses, string? note) =>
        new(
            [ElectionScope.General, ElectionScope.Regional],
            new Term(starts, ends),
            "Perjanjian kerja sama pelayanan publik dan penanganan pengaduan (contoh)",
            "Pelayanan KPU yang lebih baik dan pengaduan yang ditangani bersama.",
            null,
            clauses,
            note
        );

    private async Task<Agreement> Approved(Agreement draft, DemonstrationCast cast, CancellationToken cancel)
    {
        var approve = new AgreementCommand.Approve(draft.Draft);
        Written(await desk.Act(draft.Id, Chair(cast), approve, cancel: cancel));
        return Written(await desk.Act(draft.Id, HeadOfOffice(cast), approve, cancel: cancel));
    }

    private async Task Promised(
        Agreement source,
        int item,
        IReadOnlyCollection<OfficeCode> owners,
        OfficeCode judge,
        LocalDate? on,
        string title,
        DemonstrationCast cast,
        CancellationToken cancel
    )
    {
        var term = on is { } day ? DueTerm.Date(day) : DueTerm.Counted(ObligationRules.StandardTerm);
        Check(await desk.PromiseForEach(source.Id, Secretariat(cast), item, owners, judge, term, title, cancel), title);
    }

    private async Task Act(ObligationLine line, Actor.Staff actor, ObligationCommand command, CancellationToken cancel) =>
        Check((await obligations.Act(new ObligationId(line.Row.Id), actor, command, cancel: cancel)).Refusal, line.Title ?? "");

    private static Agreement Written(Storage.Acted<Agreement> acted)
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
