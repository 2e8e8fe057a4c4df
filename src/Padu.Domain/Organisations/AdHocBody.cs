using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Organisations;

/// <summary>Names an ad hoc body of one election for ever: <c>pps/17.71.01.1001/pemilu-2024</c>.</summary>
public readonly record struct AdHocCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The bodies that exist only during stages (section 7 of the rule list).</summary>
public enum AdHocKind
{
    /// <summary>Panitia Pemilihan Kecamatan: one in each district.</summary>
    [Code("ppk")]
    District,

    /// <summary>Panitia Pemungutan Suara: one in each village.</summary>
    [Code("pps")]
    Village,

    /// <summary>Kelompok Penyelenggara Pemungutan Suara: one at each polling station.</summary>
    [Code("kpps")]
    PollingStation,

    /// <summary>Petugas Pemutakhiran Data Pemilih: door to door, by polling station.</summary>
    [Code("pantarlih")]
    VoterData,
}

/// <summary>A body under an office that lives with an election.</summary>
/// <param name="Parent">The office that formed it and answers for it, also afterwards.</param>
/// <param name="Region">The district of a PPK, the village of any other.</param>
/// <param name="PollingStation">Its number, of a KPPS or Pantarlih; null of others.</param>
/// <param name="Until">Last day.</param>
public sealed record AdHocBody(
    AdHocCode Code,
    AdHocKind Kind,
    OfficeCode Parent,
    RegionCode Region,
    int? PollingStation,
    ElectionCode Election,
    LocalDate From,
    LocalDate Until
)
{
    public bool LivesOn(LocalDate day) => From <= day && day <= Until;

    public static AdHocCode CodeFor(AdHocKind kind, RegionCode region, int? pollingStation, ElectionCode election) =>
        new(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{kind.Code()}/{region}{(pollingStation is { } number ? $"-{number:000}" : "")}/{election}"
            )
        );
}

/// <summary>Forming and dissolving ad hoc bodies.</summary>
public static class AdHocRules
{
    /// <summary>Polling stations of one village; more is a slip of the pen.</summary>
    public const int MostStations = 999;

    /// <summary>No body lives longer; longer is a slip of the pen.</summary>
    private const int MostDays = 1_100;

    /// <summary>The election commission's admin of that office, or of the province above it.</summary>
    public static bool MayKeep(Actor actor, Office? parent) =>
        actor is Actor.System
        || (
            parent is { Institution: Institution.Kpu }
            && actor is Actor.Staff { Role: Role.AgencyAdmin, Office: { Institution: Institution.Kpu } own }
            && (own.Code == parent.Code || own is { Level: OfficeLevel.Province } && parent.Region?.Province == own.Region?.Province)
        );

    /// <law>Section 7 of the rule list: PPK in a district, PPS, KPPS and Pantarlih in a village; under the office of that regency, during stages only.</law>
    /// <param name="depth">How deep the region lies: 3 a district, 4 a village; 0 where the table does not know it.</param>
    public static Refusal? Form(AdHocBody body, Actor actor, Office? parent, int depth, Election? election) =>
        body switch
        {
            _ when !MayKeep(actor, parent) => new Refusal("adhoc.not-yours"),
            _ when election is null => new Refusal("adhoc.no-such-election"),
            _ when depth != (body.Kind == AdHocKind.District ? 3 : 4) => new Refusal("adhoc.wrong-region", null, body.Region.Value),
            _ when parent!.Region is not { } own || !body.Region.Value.StartsWith(own.Value + ".", StringComparison.Ordinal) => new Refusal(
                "adhoc.outside-office",
                null,
                body.Region.Value
            ),
            _ when !election.Covers(body.Region.Value) => new Refusal("adhoc.outside-election", null, body.Region.Value),
            { Kind: AdHocKind.District or AdHocKind.Village, PollingStation: not null } => new Refusal("adhoc.station-not-wanted"),
            { Kind: AdHocKind.PollingStation or AdHocKind.VoterData, PollingStation: not (>= 1 and <= MostStations) } => new Refusal(
                "adhoc.station-missing"
            ),
            _ when body.Until < body.From => new Refusal("adhoc.ends-before-it-begins", null, body.From, body.Until),
            _ when Period.DaysBetween(body.From, body.Until) > MostDays => new Refusal("adhoc.too-long"),
            _ => null,
        };

    /// <summary>The body's last day becomes another one; a body that is over stays so.</summary>
    public static Refusal? Dissolve(AdHocBody body, Actor actor, Office? parent, LocalDate last, LocalDate today) =>
        body switch
        {
            _ when !MayKeep(actor, parent) => new Refusal("adhoc.not-yours"),
            _ when body.Until < today => new Refusal("adhoc.already-dissolved", null, body.Until),
            _ when last < body.From => new Refusal("adhoc.ends-before-it-begins", "Last", body.From, last),
            _ when last >= body.Until => new Refusal("adhoc.not-earlier", "Last", body.Until),
            _ => null,
        };
}
