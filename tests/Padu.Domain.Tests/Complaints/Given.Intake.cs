using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Complaints;

/// <summary>What receiving, handing on and grouping start from.</summary>
internal static partial class Given
{
    public static readonly Office Bawaslu = new(
        new("bawaslu-17.71"),
        "Bawaslu Kota",
        Institution.Other,
        OfficeLevel.Regency,
        new OfficeCode("bawaslu-17"),
        new("17.71")
    );
    public static readonly Office Dukcapil = new(
        new("dukcapil-17.71"),
        "Dukcapil Kota",
        Institution.Other,
        OfficeLevel.Regency,
        null,
        new("17.71")
    );

    /// <summary>Another case of the same office, verified and waiting.</summary>
    public static readonly Complaint Other = Complaint
        .None.After(Submit() with { Id = new ComplaintId(Guid.Parse("0193a000-0000-7000-8000-000000000020")) }, Reporter, Filed)
        .After(Verify, CityAdmin, Filed + Duration.FromHours(2));

    public static readonly Evidence Paper = new(new ContentHash(new string('c', 64)), "kuasa.pdf", "application/pdf", 1_200, "a2V5");

    /// <summary>The PPS of a village of the city, in an election that is under way.</summary>
    public static readonly AdHocBody Pps = new(
        new AdHocCode("pps/17.71.01.1001/pemilihan-uji"),
        AdHocKind.Village,
        City.Code,
        new RegionCode("17.71.01.1001"),
        null,
        new ElectionCode("pemilihan-uji"),
        new LocalDate(2026, 9, 1),
        new LocalDate(2027, 3, 31)
    );

    public static readonly ComplaintCommand.NameStage Concern = new(null, Pps);

    public static readonly ComplaintCommand.Classify Classify = new(ComplaintClass.Supervision, false, "Menyangkut dugaan penyalahgunaan.");
    public static readonly ComplaintCommand.ProposeTransfer ProposeTransfer = new(
        Dukcapil,
        TransferExtent.Whole,
        NeedsIdentity: false,
        new LocalDate(2026, 11, 11),
        "Perekaman KTP-el adalah wewenang Dukcapil."
    );

    /// <summary>Name and address, as Bawaslu demands them.</summary>
    public static readonly Particulars Told = new(AddressDemanded: true, HasName: true, HasAddress: true);
    public static readonly ComplaintCommand.AnswerTransfer AnswerTransfer = new(true, null) { Told = Told };
    public static readonly ComplaintCommand.RecordConsent RecordConsent = new(true, "Ditelepon; setuju.") { Told = Told };
    public static readonly ComplaintCommand.SendTransfer SendTransfer = new(new LocalDate(2026, 11, 13), "12/PL/2026") { Told = Told };
    public static readonly ComplaintCommand.Link Link = new(Other, LinkKind.Related, null);
    public static readonly ComplaintCommand.TakeMember TakeMember = new(Other.Id, GroupKind.MassIncident);
    public static readonly ComplaintCommand.Join Join = new(Other, GroupKind.MassIncident, "TPS dipindah tanpa pemberitahuan");

    /// <summary>The other case, while it follows this one.</summary>
    public static readonly Complaint Member = Other.After(
        new ComplaintCommand.Join(At(Stage.Assigned), GroupKind.MassIncident, null),
        CityAdmin,
        Filed + Duration.FromHours(40)
    );
    public static readonly ComplaintCommand.DropMember DropMember = new(Member);
    public static readonly ComplaintCommand.Part Part = new("Ternyata perkara lain.");
    public static readonly ComplaintCommand.Divide Divide = new(new ComplaintId(Guid.Parse("0193a000-0000-7000-8000-000000000030")));
    public static readonly ComplaintCommand.ShowPower ShowPower = new([Paper]);

    /// <summary>Told at the counter and typed in three days later, after the network came back.</summary>
    public static readonly ComplaintCommand.TakeIn TakeIn = new(
        Submit() with
        {
            Channel = IntakeChannel.WalkIn,
        },
        Filed + Duration.FromHours(73),
        null,
        ReadBack: true,
        "Jaringan putus."
    );

    public static readonly ComplaintCommand.SplitOff SplitOff = new(
        Divide.Into,
        new PublicNumber("17-2026-9M2P4XZ"),
        At(Stage.Verified),
        City,
        ComplaintClass.Complaint,
        "Honor",
        "Honor saya juga."
    );
    public static readonly ComplaintCommand.RequestUnmasking Unmask = new(Request, "Perlu menghubungi pelapor lewat surat.");
    public static readonly ComplaintCommand.ReportCodeLoss LostCode = new(Request, [IdentityProof.IdentityCard], true, null);

    /// <summary>A neighbour who files for an old woman.</summary>
    public static Representation Attorney(bool withPower = false) =>
        new(
            RepresentationKind.Attorney,
            new Representative("Pak Kuasa", null, "0812 0000 2222", null, "tetangga"),
            Consents: false,
            withPower ? [Paper] : []
        );

    public static Representation Guardian(bool consents = true, string? phone = "0812 0000 3333") =>
        new(RepresentationKind.Guardian, new Representative("Ibu Wali", null, phone, null, "ibu"), consents, []);

    public static readonly PrivacyRequestId PrivacyAsked = new(Guid.Parse("0193a000-0000-7000-8000-0000000000e0"));

    public static IReadOnlyDictionary<string, Complaint> Conditions { get; } =
        new Dictionary<string, Complaint>
        {
            ["following"] = At(Stage.Assigned).After(Join, CityAdmin, Filed + Duration.FromHours(40)),
            ["answered with its lead"] = At(Stage.Verified)
                .After(Join, CityAdmin, Filed + Duration.FromHours(40))
                .After(new ComplaintCommand.FollowLead(Other.Id, 5, "Jawaban bersama.", []), System, Filed + Duration.FromHours(41)),
            ["leading"] = At(Stage.Assigned).After(TakeMember, CityAdmin, Filed + Duration.FromHours(40)),
            ["transfer proposed"] = At(Stage.Assigned)
                .After(ProposeTransfer with { Addressee = Bawaslu }, ProvinceAdmin, Filed + Duration.FromHours(40)),
            ["transfer agreed"] = At(Stage.Assigned)
                .After(ProposeTransfer, ProvinceAdmin, Filed + Duration.FromHours(40))
                .After(new ComplaintCommand.AnswerTransfer(true, null), Reporter, Filed + Duration.FromHours(41)),
            ["processing restricted"] = At(Stage.Assigned)
                .After(new ComplaintCommand.Restrict(PrivacyAsked), Custodian, Filed + Duration.FromHours(40)),
            ["held"] = At(Stage.Closed)
                .After(new ComplaintCommand.PlaceHold("Diminta pengadilan sebagai bukti."), CityAdmin, Filed + Duration.FromHours(70)),
            ["erased"] = At(Stage.Closed)
                .After(new ComplaintCommand.Erase(PrivacyAsked, ErasureReason.Request, null), Custodian, Filed + Duration.FromHours(71)),
            ["linked"] = At(Stage.Verified).After(Link, CityAdmin, Filed + Duration.FromHours(30)),
            ["somebody named in it"] = At(Stage.Assigned)
                .After(
                    new ComplaintCommand.NamePerson([Custodian.Account], "Disebut dalam cerita."),
                    CityAdmin,
                    Filed + Duration.FromHours(40)
                ),
            ["unmasking asked"] = At(Stage.Assigned, IdentityLevel.Protected).After(Unmask, CityAdmin, Filed + Duration.FromHours(60)),
            ["unmasking allowed"] = At(Stage.Assigned, IdentityLevel.Protected)
                .After(Unmask, CityAdmin, Filed + Duration.FromHours(70))
                .After(
                    new ComplaintCommand.JudgeRequest(Request, Ruling.Allowed, "Alasan cukup dan perlu."),
                    Custodian,
                    Filed + Duration.FromHours(71)
                ),
            ["new code asked"] = At(Stage.Assigned).After(LostCode, CityDesk, Filed + Duration.FromHours(60)),
            ["new code allowed"] = At(Stage.Assigned)
                .After(LostCode, CityDesk, Filed + Duration.FromHours(70))
                .After(
                    new ComplaintCommand.JudgeRequest(Request, Ruling.Allowed, "Tahu isi pengaduannya."),
                    Custodian,
                    Filed + Duration.FromHours(71)
                ),
            ["to be told by telephone"] = At(Stage.Answered, email: null),
            ["represented without power"] = Complaint.None.After(Submit() with { Representation = Attorney() }, Reporter, Filed),
            ["about the city's own office"] = Complaint.None.After(
                Submit() with
                {
                    IsAboutOffice = true,
                    Above = Province.Code,
                },
                Reporter,
                Filed
            ),
        };
}
