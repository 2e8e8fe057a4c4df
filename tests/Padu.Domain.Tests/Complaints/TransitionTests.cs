using NodaTime;
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
    ];

    /// <summary>The version at which the state with a proposed answer proposes it.</summary>
    private const int Proposed = 5;

    [Fact]
    public void Every_state_act_and_actor_is_lawful_or_refused_as_the_table_says()
    {
        var states = Given.States(IdentityLevel.Protected, email: null).ToList();
        var table = new TransitionTable(states.Select(state => state.Name));
        foreach (var (act, command) in Acts)
        {
            table.Add(act, Given.Everybody.Select(one => (one.Key, states.Select(state => Outcome(state, command, one.Value)))));
        }

        Golden.Matches("Complaints/transitions.md", table.Text("complaints"));
    }

    [Theory]
    [MemberData(nameof(OutOfScope))]
    public void Somebody_out_of_scope_learns_nothing_but_that_there_is_no_such_case(string name)
    {
        foreach (
            var (_, command) in Acts.Where(act => act.Command is not (ComplaintCommand.Submit or ComplaintCommand.Import))
                .Where(act => !Serves(name, act.Command))
        )
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
            "kustodian" => command is ComplaintCommand.RevealIdentity or ComplaintCommand.JudgeRequest or ComplaintCommand.ChangeLevel,
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
