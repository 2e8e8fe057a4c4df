using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Complaints;

/// <summary>Every state × every act × everybody: lawful, or refused with its code. The table is read by people: <c>transitions.md</c>.</summary>
public sealed class TransitionTests
{
    internal static readonly (string Name, ComplaintCommand Command)[] Acts =
    [
        ("ajukan", Given.Submit()),
        ("minta lengkap", Given.Ask),
        ("lengkapi", Given.Complete),
        ("verifikasi", Given.Verify),
        ("ubah kelas", Given.Classify),
        ("sebut badan", Given.Concern),
        ("tugaskan", new ComplaintCommand.Assign(Given.City, Given.Data, null)),
        ("tarik penugasan", new ComplaintCommand.TakeBackAssignment(3)),
        ("ambil", new ComplaintCommand.TakeUp()),
        ("kembalikan", new ComplaintCommand.Return("Ini urusan divisi data.")),
        ("beri arahan", new ComplaintCommand.Direct("Jawab minggu ini juga.")),
        ("tanya", Given.Question),
        ("jawab pertanyaan", Given.AnswerQuestion),
        ("usulkan jawaban", Given.Propose),
        ("setujui", new ComplaintCommand.Approve(Proposed, "Mohon maaf. TPS 15 masih ada kuota.", [])),
        ("kembalikan jawaban", new ComplaintCommand.ReturnAnswer("Sebutkan dasar hukumnya.")),
        ("jawab", Given.Answer),
        ("balas", Given.Reply),
        ("terima", Given.Accept),
        ("nilai", new ComplaintCommand.Rate(4, 5, "Cepat.")),
        ("cabut", new ComplaintCommand.Withdraw(null)),
        ("berkeberatan", Given.Contest),
        ("buka kembali", new ComplaintCommand.Reopen("Surat yang dijanjikan belum dikirim.")),
        ("tambahkan", new ComplaintCommand.AddWord("Ada satu hal lagi.", [])),
        ("sudah dibaca", new ComplaintCommand.ReadWord()),
        ("catat", new ComplaintCommand.AddNote("Kuota TPS 15 sudah dicek.")),
        ("nyatakan benturan", new ComplaintCommand.DeclareConflict("Pelapor adalah saudara saya.")),
        ("catat terkait", new ComplaintCommand.NamePerson([Guid.Parse("0193a000-0000-7000-8000-0000000000cc")], "Disebut dalam cerita.")),
        ("cabut penjauhan", new ComplaintCommand.LiftBar([Guid.Parse("0193a000-0000-7000-8000-0000000000cc")], "Salah orang.")),
        ("tutup", new ComplaintCommand.Close(ClosingReason.NotCompetent, "Bukan kewenangan KPU; silakan ke Dukcapil.")),
        ("buka identitas", new ComplaintCommand.RevealIdentity("Perlu menghubungi pelapor lewat surat.")),
        ("keluarkan asli", Given.ReleaseOriginal),
        ("karantina berkas", new ComplaintCommand.QuarantineFile(new FileRef(1, 0), "Eicar-Signature")),
        ("minta identitas", new ComplaintCommand.RequestUnmasking(Given.Request, "Perlu menghubungi pelapor lewat surat.")),
        ("putus permintaan", new ComplaintCommand.JudgeRequest(Given.Request, Ruling.Allowed, "Alasan cukup dan perlu.")),
        ("ubah tingkat", new ComplaintCommand.ChangeLevel(IdentityLevel.Anonymous, null, "Pelapor meminta lewat surat.")),
        ("lapor kode hilang", new ComplaintCommand.ReportCodeLoss(Given.Request, [IdentityProof.IdentityCard], true, null)),
        ("terbitkan kode", new ComplaintCommand.ReissueCode(Given.Request, new CodeVerifier(new string('c', 64)))),
        ("catat hubungi", new ComplaintCommand.RecordContact("Ditelepon, sudah mendengar jawabannya.")),
        ("usul alih", Given.ProposeTransfer),
        ("tautkan", Given.Link),
        ("ambil anggota", Given.TakeMember),
        ("ikut induk", Given.Join),
        ("lepas", Given.Part),
        ("pecah", Given.Divide),
        ("kirim kuasa", Given.ShowPower),
        ("hitung ulang", new ComplaintCommand.Recount()),
        ("impor", Given.Import),
        ("ke Ombudsman", Given.Escalate),
        ("rujuk", Given.Refer),
        ("bagikan identitas", new ComplaintCommand.ShareIdentity()),
        ("lepas catatan", new ComplaintCommand.ReleaseNotes("Dimintai Ombudsman.")),
        ("selesai di Ombudsman", Given.End),
        ("terima di loket", Given.TakeIn),
        (
            "langsung ke Ombudsman",
            new ComplaintCommand.FileDirectly(Given.Submit(), Given.Examination, Given.Ombudsman, IsClosedToKpu: false)
        ),
        ("jawab usul alih", new ComplaintCommand.AnswerTransfer(false, "Saya takut.")),
        ("catat jawaban alih", Given.RecordConsent),
        ("kirim surat alih", Given.SendTransfer),
        ("lepas tautan", new ComplaintCommand.Unlink(Given.Other.Id, "Keliru.")),
        ("lepas anggota", Given.DropMember),
        ("terima jawaban induk", new ComplaintCommand.FollowLead(Given.Other.Id, 5, "Jawaban bersama.", [])),
        ("lepas dari induk", new ComplaintCommand.Release(Given.Other.Id)),
        ("jadikan perkara sendiri", Given.SplitOff),
        ("beri izin", new ComplaintCommand.GiveConsent(ConsentKind.Story, Wordings.Notice)),
        ("cabut izin", new ComplaintCommand.WithdrawConsent(ConsentKind.Email)),
        (
            "betulkan identitas",
            new ComplaintCommand.CorrectIdentity(Given.PrivacyAsked, new Identity("Ibu Benar", "Jalan Baru 2", "0812 0000 2222", null))
        ),
        ("batasi pemrosesan", new ComplaintCommand.Restrict(Given.PrivacyAsked)),
        ("akhiri pembatasan", new ComplaintCommand.LiftRestriction("Pelapor memintanya lewat surat.")),
        ("tahan", new ComplaintCommand.PlaceHold("Diminta pengadilan sebagai bukti.")),
        ("akhiri penahanan", new ComplaintCommand.LiftHold("Putusan sudah berkekuatan hukum tetap.")),
        ("hapus data pribadi", new ComplaintCommand.Erase(Given.PrivacyAsked, ErasureReason.Request, null)),
        ("tenggat lewat", new ComplaintCommand.Lapse(ClockKind.Resolution)),
        ("surat tidak sampai", new ComplaintCommand.ReportUnreached()),
    ];

    /// <summary>What makes a case of its own: no question of this case's scope.</summary>
    private static bool IsNoAskingOf(ComplaintCommand command) =>
        command
            is ComplaintCommand.Submit
                or ComplaintCommand.Import
                or ComplaintCommand.TakeIn
                or ComplaintCommand.FileDirectly
                or ComplaintCommand.SplitOff;

    /// <summary>The version at which the state with a proposed answer proposes it.</summary>
    private const int Proposed = 5;

    [Fact]
    public void Every_state_act_and_actor_is_lawful_or_refused_as_the_table_says()
    {
        List<GivenState> states =
        [
            .. Given.States(IdentityLevel.Protected, email: null),
            new GivenState("belum ada", Complaint.None, Given.Filed),
        ];
        Golden.Matches("Complaints/transitions.md", Table(states).Text("complaints"));
    }

    /// <summary>The turns that a stage does not tell: following another, being handed on, held, asked to unmask. Read beside: <c>conditions.md</c>.</summary>
    [Fact]
    public void Every_condition_act_and_actor_is_lawful_or_refused_as_the_table_says()
    {
        var states = Given.Conditions.Select(one => new GivenState(one.Key, one.Value, Later));
        Golden.Matches("Complaints/conditions.md", Table([.. states]).Text("complaints in which something else is going on"));
    }

    [Fact]
    public void No_act_is_missing_from_the_tables() => Assert.Empty(TransitionTable.Missing(Acts.Select(act => act.Command)));

    private static TransitionTable Table(IReadOnlyCollection<GivenState> states)
    {
        var table = new TransitionTable(states.Select(state => state.Name));
        foreach (var (act, command) in Acts)
        {
            table.Add(act, Given.Everybody.Select(one => (one.Key, states.Select(state => Outcome(state, command, one.Value)))));
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(OutOfScope))]
    public void Somebody_out_of_scope_learns_nothing_but_that_there_is_no_such_case(string name)
    {
        foreach (var (_, command) in Acts.Where(act => !IsNoAskingOf(act.Command) && !Serves(name, act.Command)))
        {
            var decision = Given.At(Stage.Assigned).Decide(command, Given.Everybody[name], Later);
            Assert.Equal("complaint.unknown", decision.Refusal?.Code);
        }
    }

    public static TheoryData<string> OutOfScope() =>
        [
            "publik",
            "pelapor lain",
            "admin kaur",
            "penghubung kota/data",
            "petugas kota",
            "kustodian",
            "operator",
            "sekretariat",
            "asisten ombudsman",
            "ketua ombudsman",
        ];

    /// <summary>A custodian and a front desk have no case list, but each its own acts on a case somebody brings before them.</summary>
    private static bool Serves(string name, ComplaintCommand command) =>
        name switch
        {
            "kustodian" => command
                is ComplaintCommand.RevealIdentity
                    or ComplaintCommand.JudgeRequest
                    or ComplaintCommand.ChangeLevel
                    or ComplaintCommand.CorrectIdentity
                    or ComplaintCommand.Restrict
                    or ComplaintCommand.LiftRestriction
                    or ComplaintCommand.Erase,
            "petugas kota" => command is ComplaintCommand.ReportCodeLoss or ComplaintCommand.ReissueCode,
            _ => false,
        };

    private static Instant Later => Given.Filed + Duration.FromHours(72);

    private static string Outcome(GivenState state, ComplaintCommand command, Actor actor)
    {
        var decision = state.Complaint.Decide(command, actor, state.Now, state.NeedsApproval);
        return TransitionTable.Cell(decision);
    }
}
