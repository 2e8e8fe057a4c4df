using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Complaints;

/// <summary>People, offices and cases the complaint tests start from.</summary>
internal static partial class Given
{
    public static readonly Office Province = new(
        new("kpu-17"),
        "KPU Provinsi",
        Institution.Kpu,
        OfficeLevel.Province,
        new OfficeCode("kpu"),
        new("17")
    );
    public static readonly Office City = new(
        new("kpu-17.71"),
        "KPU Kota",
        Institution.Kpu,
        OfficeLevel.Regency,
        Province.Code,
        new("17.71")
    );
    public static readonly Office Kaur = new(
        new("kpu-17.04"),
        "KPU Kaur",
        Institution.Kpu,
        OfficeLevel.Regency,
        Province.Code,
        new("17.04")
    );
    public static readonly Office Ombudsman = new(
        new("ombudsman-17"),
        "Ombudsman",
        Institution.Ombudsman,
        OfficeLevel.Province,
        null,
        new("17")
    );
    public static readonly Office OtherOmbudsman = Ombudsman with { Code = new("ombudsman-16"), Region = new("16") };
    public static readonly Office NationalOmbudsman = new(
        new("ombudsman"),
        "Ombudsman RI",
        Institution.Ombudsman,
        OfficeLevel.National,
        null,
        null
    );
    public static readonly ExaminationId Examination = new(Guid.Parse("0193a000-0000-7000-8000-000000000020"));
    public static readonly UnitCode Technical = new("teknis");
    public static readonly UnitCode Data = new("data");

    public static readonly Actor.Complainant Reporter = new(Guid.Parse("0193a000-0000-7000-8000-000000000001"));
    public static readonly Actor.Complainant Stranger = new(Guid.Parse("0193a000-0000-7000-8000-000000000002"));
    public static readonly Actor.Staff ProvinceAdmin = Staff(Role.AgencyAdmin, Province);
    public static readonly Actor.Staff CityAdmin = Staff(Role.AgencyAdmin, City);
    public static readonly Actor.Staff KaurAdmin = Staff(Role.AgencyAdmin, Kaur);
    public static readonly Actor.Staff CityOfficer = Staff(Role.UnitOfficer, City, Technical);
    public static readonly Actor.Staff CityDataOfficer = Staff(Role.UnitOfficer, City, Data);
    public static readonly Actor.Staff Custodian = Staff(Role.Custodian, Province) with
    {
        Account = Guid.Parse("0193a000-0000-7000-8000-0000000000cc"),
    };
    public static readonly Actor.Staff CityDesk = Staff(Role.FrontDesk, City);
    public static readonly Actor.Staff Assistant = Staff(Role.OmbudsmanAssistant, Ombudsman);
    public static readonly Actor.Staff OmbudsmanHead = Staff(Role.OmbudsmanHead, Ombudsman);
    public static readonly Actor System = new Actor.System();

    public static readonly CustodyRequestId Request = new(Guid.Parse("0193a000-0000-7000-8000-0000000000dd"));

    /// <summary>Thursday 12 November 2026, 08.44 in Bengkulu.</summary>
    public static readonly Instant Filed = Instant.FromUtc(2026, 11, 12, 1, 44);

    public static IReadOnlyDictionary<string, Actor> Everybody { get; } =
        new Dictionary<string, Actor>
        {
            ["publik"] = new Actor.Public(),
            ["pelapor"] = Reporter,
            ["pelapor lain"] = Stranger,
            ["sistem"] = System,
            ["admin provinsi"] = ProvinceAdmin,
            ["admin kota"] = CityAdmin,
            ["admin kaur"] = KaurAdmin,
            ["penghubung kota/teknis"] = CityOfficer,
            ["penghubung kota/data"] = CityDataOfficer,
            ["pimpinan kota"] = Staff(Role.Head, City),
            ["pimpinan provinsi"] = Staff(Role.Head, Province),
            ["petugas kota"] = CityDesk,
            ["kustodian"] = Custodian,
            ["auditor provinsi"] = Staff(Role.Auditor, Province),
            ["operator"] = Staff(Role.Operator, Province),
            ["sekretariat"] = Staff(Role.CooperationSecretariat, Province),
            ["asisten ombudsman"] = Staff(Role.OmbudsmanAssistant, Ombudsman),
            ["kepala perwakilan"] = Staff(Role.OmbudsmanHead, Ombudsman),
            ["auditor ombudsman"] = Staff(Role.Auditor, Ombudsman),
            ["asisten ombudsman lain"] = Staff(Role.OmbudsmanAssistant, OtherOmbudsman),
            ["ketua ombudsman"] = Staff(Role.OmbudsmanNationalHead, NationalOmbudsman),
        };

    /// <summary>Everybody is a person of their own in a post of their own, the same ones in each run.</summary>
    public static Actor.Staff Staff(Role role, Office office, UnitCode? unit = null) =>
        new(new PostId(IdOf($"jabatan {role} {office.Code} {unit}")), IdOf($"akun {role} {office.Code} {unit}"), role, office, unit);

    private static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16), bigEndian: true);

    public static ComplaintCommand.Submit Submit(IdentityLevel level = IdentityLevel.Open, string? email = "ibu@contoh.example") =>
        new(
            new ComplaintId(Guid.Parse("0193a000-0000-7000-8000-000000000010")),
            new PublicNumber("17-2026-7K3Q9TM"),
            Reporter.Id,
            new CodeVerifier(new string('a', 64)),
            City.Code,
            IntakeChannel.Web,
            Language.Indonesian,
            level,
            level == IdentityLevel.Anonymous
                ? new Identity(null, null, null, email)
                : new Identity("Ibu Contoh", "Jalan Contoh 1", null, email),
            "Permohonan pindah memilih saya ditolak tanpa surat apa pun.",
            "Loket KPU Kota Bengkulu",
            "Pindah memilih",
            "Mohon alasan tertulis.",
            City.Region,
            new LocalDate(2026, 11, 10),
            []
        );

    public static readonly ComplaintCommand.RequestCompletion Ask = new([MissingItem.PlaceAndTime], "Kapan Ibu datang ke kantor?");
    public static readonly ComplaintCommand.Complete Complete = new("Tanggal 10 November, pagi.", []);
    public static readonly ComplaintCommand.Verify Verify = new(ComplaintClass.Complaint, "Pindah memilih ditolak tanpa alasan tertulis");
    public static readonly ComplaintCommand.Assign Assign = new(City, Technical, "Mohon dijawab.");
    public static readonly ComplaintCommand.Answer Answer = new("Mohon maaf. TPS 15 masih ada kuota.", []);
    public static readonly ComplaintCommand.Ask Question = new("Tanggal berapa Ibu menyerahkan berkas?");
    public static readonly ComplaintCommand.AnswerQuestion AnswerQuestion = new("Tanggal 10 November.", []);
    public static readonly ComplaintCommand.Propose Propose = new("Mohon maaf. TPS 15 masih ada kuota.", []);
    public static readonly ComplaintCommand.Contest Contest = new("Belum selesai: suratnya tidak pernah datang.", []);
    public static readonly ComplaintCommand.Reply Reply = new("Saya tetap tidak menerima surat.", []);
    public static readonly ComplaintCommand.ReleaseOriginal ReleaseOriginal = new(
        new FileRef(1, 0),
        new Evidence(new(new string('a', 64)), "foto.jpg", "image/jpeg", 10, "kunci")
        {
            Original = new OriginalFile(new(new string('b', 64)), 20, "kunci asli"),
        },
        "Diminta penyidik untuk sidang."
    );
    public static readonly ComplaintCommand.Accept Accept = new("Terima kasih.");
    public static readonly ComplaintCommand.Escalate Escalate = new(Examination, Ombudsman, SharesIdentity: true);
    public static readonly ComplaintCommand.Refer Refer = new(
        Examination,
        Ombudsman,
        "Pemeriksaan oleh lembaga lain lebih tepat.",
        "Lewat telepon, kemarin.",
        SharesIdentity: true
    );
    public static readonly ComplaintCommand.EndEscalation End = new(Examination, Conclusion.NotFound);

    /// <summary>Decides and folds, requiring the act to be lawful.</summary>
    public static Complaint After(this Complaint complaint, ComplaintCommand command, Actor actor, Instant at, bool needsApproval = false)
    {
        var decision = Decide(complaint, command, actor, at, needsApproval);
        Assert.Null(decision.Refusal);
        return Fold(complaint, decision.Events, at);
    }

    public static Decision<ComplaintEvent> Decide(
        this Complaint complaint,
        ComplaintCommand command,
        Actor actor,
        Instant at,
        bool needsApproval = false
    ) => ComplaintRules.Decide(complaint, command, new ComplaintContext(actor, at, Law.Bengkulu, needsApproval));

    public static Complaint Fold(Complaint complaint, ImmutableArray<ComplaintEvent> events, Instant at) =>
        events.Aggregate(complaint, (state, fact) => Complaint.Evolve(state, fact, at));

    /// <summary>A case at each stage, every act at its own hour.</summary>
    public static Complaint At(Stage stage, IdentityLevel level = IdentityLevel.Open, string? email = "ibu@contoh.example")
    {
        var received = Complaint.None.After(Submit(level, email), Reporter, Filed);
        var verified = () => received.After(Verify, CityAdmin, Filed + Duration.FromHours(20));
        var assigned = () => verified().After(Assign, CityAdmin, Filed + Duration.FromHours(21));
        var answered = () => assigned().After(Answer, CityOfficer, Filed + Duration.FromHours(48));
        return stage switch
        {
            Stage.Received => received,
            Stage.AwaitingCompletion => received.After(Ask, CityAdmin, Filed + Duration.FromHours(20)),
            Stage.Verified => verified(),
            Stage.Assigned => assigned(),
            Stage.Asked => assigned().After(Question, CityOfficer, Filed + Duration.FromHours(24)),
            Stage.Answered => answered(),
            Stage.AtOmbudsman => answered()
                .After(Accept, Reporter, Filed + Duration.FromHours(60))
                .After(Escalate, Reporter, Filed + Duration.FromHours(61)),
            Stage.Closed => answered().After(Accept, Reporter, Filed + Duration.FromHours(60)),
            Stage.Archived => Complaint.None.After(Import, System, Filed),
            _ => throw new ArgumentOutOfRangeException(nameof(stage)),
        };
    }

    /// <summary>A case at each stage, and at each of the turns within one that change what may be done.</summary>
    public static IEnumerable<GivenState> States(IdentityLevel level, string? email)
    {
        foreach (var stage in Enum.GetValues<Stage>())
        {
            yield return new GivenState(stage.Code(), At(stage, level, email), Filed + Duration.FromHours(72));
        }

        var assigned = At(Stage.Assigned, level, email);
        var later = Filed + Duration.FromHours(48);
        yield return new GivenState(
            "ditugaskan, diambil penghubung teknis",
            assigned.After(new ComplaintCommand.TakeUp(), CityOfficer, later),
            Filed + Duration.FromHours(72)
        );
        yield return new GivenState("ditugaskan, jawaban perlu persetujuan", assigned, Filed + Duration.FromHours(72), NeedsApproval: true);
        yield return new GivenState(
            "ditugaskan, jawaban diusulkan",
            assigned.After(Propose, CityOfficer, later, needsApproval: true),
            Filed + Duration.FromHours(72),
            NeedsApproval: true
        );
        yield return new GivenState(
            "ditugaskan, pelapor menambahkan",
            assigned.After(new ComplaintCommand.AddWord("Ada satu hal lagi.", []), Reporter, later),
            Filed + Duration.FromHours(72)
        );
        yield return new GivenState(
            "ditutup, kesempatan berkeberatan lewat",
            At(Stage.Closed, level, email),
            Filed + Duration.FromDays(60)
        );
        yield return new GivenState(
            "ditutup, dinilai",
            At(Stage.Closed, level, email).After(new ComplaintCommand.Rate(4, 5, null), Reporter, Filed + Duration.FromHours(61)),
            Filed + Duration.FromHours(72)
        );
    }

    public static ComplaintCommand.Import Import =>
        new(
            new ComplaintId(Guid.Parse("0193a000-0000-7000-8000-000000000011")),
            new PublicNumber("17-2015-7K3Q9TM"),
            City.Code,
            new ContentHash(new string('b', 64)),
            new LocalDate(2015, 1, 1),
            new LocalDate(2015, 1, 12),
            "arsip-uji",
            "A-1",
            "Lampu jalan mati",
            null,
            null,
            []
        );
}

/// <summary>A case as it stands, and the moment at which somebody asks for the next act.</summary>
internal sealed record GivenState(string Name, Complaint Complaint, Instant Now, bool NeedsApproval = false);
