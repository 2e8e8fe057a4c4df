using System.Collections.Immutable;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Triage;

/// <summary>The body that decides a kind of grievance.</summary>
public enum Body
{
    [Code("kpu")]
    Kpu,

    [Code("ombudsman")]
    Ombudsman,

    [Code("bawaslu")]
    Bawaslu,

    [Code("dkpp")]
    Dkpp,

    [Code("mk")]
    ConstitutionalCourt,

    [Code("ptun")]
    AdministrativeCourt,

    [Code("ppid")]
    InformationOfficer,

    [Code("komisi_informasi")]
    InformationCommission,

    [Code("inspektorat")]
    Inspectorate,

    [Code("dukcapil")]
    CivilRegistry,

    [Code("komdigi")]
    Media,
}

/// <summary>What somebody has to bring to the body that decides.</summary>
public enum Bring
{
    /// <summary>Name and address: without them that body takes no report.</summary>
    [Code("identitas")]
    Identity,

    [Code("ktp")]
    IdentityCard,

    [Code("terlapor")]
    Accused,

    [Code("tempat_waktu")]
    PlaceAndTime,

    [Code("uraian")]
    Description,

    [Code("permintaan")]
    Wish,

    [Code("saksi")]
    Witness,

    [Code("bukti")]
    Evidence,

    /// <summary>That the matter was brought to the office complained about, or why not.</summary>
    [Code("upaya")]
    EarlierEffort,

    /// <summary>Standing: only a participant may ask.</summary>
    [Code("peserta")]
    Participant,

    [Code("keputusan")]
    Decision,

    /// <summary>Coming in person to the hearing.</summary>
    [Code("hadir")]
    Attendance,

    [Code("permintaan_informasi")]
    InformationRequest,

    [Code("penolakan")]
    WrittenRefusal,

    [Code("tautan")]
    Link,
}

/// <summary>One of the kinds of grievance of the jurisdiction table: whose matter it is, by which law, and how long there is.</summary>
/// <param name="Row">Its row in the table, from 1.</param>
/// <param name="Addressee">The pattern of the office's code (<c>bawaslu-{r}</c>) for a letter onward; null where it is decided here or no letter leads there.</param>
/// <param name="Limits">The rules by which time runs, the shortest first to be told; none where no limit is known.</param>
/// <param name="Class">The class an officer gives it as a rule.</param>
/// <param name="InformationOnly">Disputes and results: Padu tells where they belong and takes no part in them (rules 44, 45).</param>
/// <param name="Confidence">How sure we are of the row.</param>
public sealed record GrievanceKind(
    GrievanceCode Code,
    int Row,
    string NameId,
    string NameEn,
    Body Body,
    string? Addressee,
    string Basis,
    ImmutableArray<RuleCode> Limits,
    ComplaintClass Class,
    ImmutableArray<Bring> Brings,
    bool InformationOnly,
    Confidence Confidence
)
{
    /// <summary>What one should know beside, in Indonesian and in English; null where there is nothing.</summary>
    public (string Id, string En)? Note { get; init; }

    /// <summary>Decided by KPU itself, so that it is complained of here.</summary>
    public bool IsHere => Body == Body.Kpu;

    /// <summary>The name in a language, by its two letters.</summary>
    public string Name(string language) => language == "en" ? NameEn : NameId;

    public string? NoteIn(string language) => language == "en" ? Note?.En : Note?.Id;

    /// <summary>The letter's addressee depends on where it happened.</summary>
    public bool IsRegional => Addressee?.Contains("{r}", StringComparison.Ordinal) == true;

    /// <summary>The office a letter would go to; of the province where the region is unknown.</summary>
    /// <param name="region">Where it happened.</param>
    public OfficeCode? AddresseeIn(RegionCode province, RegionCode? region)
    {
        if (Addressee is null)
        {
            return null;
        }

        // A regency's code is five characters, 17.71; a district's begins with it.
        var regency = region is { Value.Length: >= 5 } known ? known.Value[..5] : province.Value;
        return new OfficeCode(
            Addressee.Replace("{p}", province.Value, StringComparison.Ordinal).Replace("{r}", regency, StringComparison.Ordinal)
        );
    }
}
