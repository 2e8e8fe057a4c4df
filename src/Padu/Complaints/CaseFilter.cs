using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Complaints;

/// <summary>What a worklist is narrowed to beside its tab; whatever is null narrows nothing. It stands in the address, so that a list can be shared by link.</summary>
public sealed record CaseFilter
{
    public static readonly CaseFilter None = new();

    /// <summary>The days ahead that the desk offers; what is late already is among each.</summary>
    public static readonly IReadOnlyList<int> Days = [0, 3, 7, 14, 30];

    private const int LongestCode = 40;

    public ComplaintClass? Class { get; init; }

    /// <summary>Where the case lies; asked only where the reader has several.</summary>
    public OfficeCode? Office { get; init; }

    public UnitCode? Unit { get; init; }

    /// <summary>The post that took the case on.</summary>
    public PostId? Officer { get; init; }

    public RegionCode? Region { get; init; }

    public IntakeChannel? Channel { get; init; }

    /// <summary>Open cases whose next date falls within so many calendar days from today.</summary>
    public int? DueWithin { get; init; }

    public IdentityLevel? Level { get; init; }

    /// <summary>Received on this day or later.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Received on this day or before.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>A piece of the public number, in capitals.</summary>
    public string? Number { get; init; }

    public bool IsEmpty => this == None;

    /// <summary>Beside the office, which the overview of offices narrows to by itself.</summary>
    public bool IsChosen => this with { Office = null } != None;

    /// <summary>Each condition by its word in an address.</summary>
    public IEnumerable<(string Key, string Value)> Pairs =>
        new (string Key, string? Value)[]
        {
            ("kelas", Class?.Code()),
            ("kantor", Office?.Value),
            ("unit", Unit?.Value),
            ("petugas", Officer?.Value.ToString("D", CultureInfo.InvariantCulture)),
            ("wilayah", Region?.Value),
            ("kanal", Channel?.Code()),
            ("tenggat", DueWithin?.ToString(CultureInfo.InvariantCulture)),
            ("tingkat", Level?.Code()),
            ("dari", From is { } from ? LocalDatePattern.Iso.Format(from) : null),
            ("sampai", Until is { } until ? LocalDatePattern.Iso.Format(until) : null),
            ("bagian", Number),
        }
            .Where(pair => pair.Value is not null)
            .Select(pair => (pair.Key, pair.Value!));

    /// <summary>The rest of an address, each condition with its ampersand.</summary>
    public string Query => string.Concat(Pairs.Select(pair => $"&{pair.Key}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>What an address says; a word that means nothing narrows nothing.</summary>
    public static CaseFilter Read(Func<string, string?> value) =>
        new()
        {
            Class = CodeOf.TryParse<ComplaintClass>(value("kelas"), out var @class) ? @class : null,
            Office = Code(value("kantor")) is { } office ? new OfficeCode(office) : null,
            Unit = Code(value("unit")) is { } unit ? new UnitCode(unit) : null,
            Officer = Guid.TryParse(value("petugas"), out var post) ? new PostId(post) : null,
            Region = Code(value("wilayah")) is { } region ? new RegionCode(region) : null,
            Channel = CodeOf.TryParse<IntakeChannel>(value("kanal"), out var channel) ? channel : null,
            DueWithin =
                int.TryParse(value("tenggat"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && Days.Contains(days)
                    ? days
                    : null,
            Level = CodeOf.TryParse<IdentityLevel>(value("tingkat"), out var level) ? level : null,
            From = Day(value("dari")),
            Until = Day(value("sampai")),
            Number = PieceOf(value("bagian")),
        };

    /// <summary>A piece of a number as it is compared: capitals without blanks; null where it could be part of none.</summary>
    public static string? PieceOf(string? typed)
    {
        var piece = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return piece.Length is > 0 and <= 15 && piece.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? piece : null;
    }

    /// <summary>
    /// The rows that meet every condition. A condition that an index of another order begins with is asked through a choice, because a planner without
    /// figures would take that index and sort what it finds: a list is read in its own order, and the index of that order carries what is asked.
    /// </summary>
    internal IQueryable<ComplaintRow> Apply(IQueryable<ComplaintRow> rows, Tab tab, DateTimeZone zone, Instant now)
    {
        var always = NodaConstants.UnixEpoch;
        if (Class is { } @class)
        {
            rows = rows.Where(row => row.Class == @class);
        }

        if (Office is { } office)
        {
            rows = rows.Where(row => row.Office == office);
        }

        if (Unit is { } unit)
        {
            rows = tab is Tab.Contact or Tab.Word or Tab.Ombudsman
                ? rows.Where(row => (row.SortDue > always ? row.Unit : null) == unit)
                : rows.Where(row => row.Unit == unit);
        }

        if (Officer is { Value: var officer })
        {
            rows =
                tab == Tab.Held
                    ? rows.Where(row => (row.SortDue > always ? row.Officer : null) == officer)
                    : rows.Where(row => row.Officer == officer);
        }

        if (Region is { } region)
        {
            rows = rows.Where(row => row.Region == region);
        }

        if (Channel is { } channel)
        {
            rows = rows.Where(row => row.Channel == channel);
        }

        if (Level is { } level)
        {
            rows = rows.Where(row => row.Level == level);
        }

        if (DueWithin is { } days)
        {
            var end = now.InZone(zone).Date.PlusDays(days + 1).AtStartOfDayInZone(zone).ToInstant();
            rows =
                tab == Tab.All
                    ? rows.Where(row => (row.IsOpen ? row.SortDue : end) < end)
                    : rows.Where(row => row.IsOpen && row.SortDue < end);
        }

        if (From is { } from)
        {
            var begin = from.AtStartOfDayInZone(zone).ToInstant();
            rows =
                tab == Tab.All
                    ? rows.Where(row => row.ReceivedAt >= begin)
                    : rows.Where(row => (row.SortDue > always ? row.ReceivedAt : begin) >= begin);
        }

        if (Until is { } until)
        {
            var end = until.PlusDays(1).AtStartOfDayInZone(zone).ToInstant();
            rows =
                tab == Tab.All
                    ? rows.Where(row => row.ReceivedAt < end)
                    : rows.Where(row => (row.SortDue > always ? row.ReceivedAt : end) < end);
        }

        return Number is { } piece ? rows.Where(row => ((string)(object)row.Number).Contains(piece)) : rows;
    }

    private static string? Code(string? value) => value is { Length: > 0 and <= LongestCode } ? value : null;

    private static LocalDate? Day(string? value) =>
        LocalDatePattern.Iso.Parse(value ?? "") is { Success: true, Value: var day } ? day : null;
}
