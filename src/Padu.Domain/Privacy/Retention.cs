using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Privacy;

/// <summary>From when a time of keeping runs.</summary>
public enum RetentionTrigger
{
    [Code("perkara_ditutup")]
    CaseClosed,

    /// <summary>An input was declined, or what it changed was told.</summary>
    [Code("masukan_selesai")]
    InputOver,

    [Code("disimpan")]
    Stored,
}

/// <summary>Who ends it.</summary>
public enum RetentionEnd
{
    /// <summary>A person decides; never silently.</summary>
    [Code("orang")]
    Person,

    /// <summary>The program: short-lived rows without a decision in them.</summary>
    [Code("program")]
    Program,

    /// <summary>It is kept.</summary>
    [Code("tetap")]
    Kept,
}

/// <summary>One row of <c>retention.csv</c>: how long a kind of data is kept, from when, by which source.</summary>
/// <param name="Days">Calendar days after the trigger; null where it is kept.</param>
/// <param name="Source">The law or policy it rests on, in Indonesian, as people are shown it.</param>
/// <param name="ConfirmedBy">Who read the source and confirmed the row; null while nobody has.</param>
public sealed record RetentionRow(
    string Code,
    int? Days,
    RetentionTrigger Trigger,
    RetentionEnd End,
    string Source,
    Confidence Confidence,
    string? ConfirmedBy
);

/// <summary>How long each kind of data is kept.</summary>
public sealed record RetentionSchedule(string Version, ImmutableArray<RetentionRow> Rows)
{
    /// <summary>Who the complainant is and the own words of a closed case.</summary>
    public const string PersonOfACase = "pelapor";

    /// <summary>The own words and the address of the author of an input.</summary>
    public const string AuthorOfAnInput = "penulis_masukan";

    public RetentionRow this[string code] => Rows.Single(row => row.Code == code);

    /// <law>UU 27/2022 art. 44; UU 43/2009: the first day on which nothing obliges to keep a closed case's personal data any longer.</law>
    public LocalDate KeptUntil(Instant closedAt, DateTimeZone zone, string kind = PersonOfACase) =>
        closedAt.InZone(zone).Date.PlusDays(this[kind].Days!.Value);

    /// <summary>What was over before this moment is due on that day.</summary>
    public Instant DueIfClosedBefore(LocalDate today, DateTimeZone zone, string kind = PersonOfACase) =>
        today.PlusDays(1 - this[kind].Days!.Value).AtStartOfDayInZone(zone).ToInstant();
}
