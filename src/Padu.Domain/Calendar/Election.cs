using System.Collections.Immutable;
using NodaTime;

namespace Padu.Domain.Calendar;

/// <summary>Names an election for ever: <c>pemilu-2024</c>, <c>pilkada-2024</c>.</summary>
public readonly record struct ElectionCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Names a stage within an election: <c>pemungutan_suara</c>, <c>masa_tenang</c>.</summary>
public readonly record struct StageCode(string Value)
{
    /// <summary>The three days before voting, in both legal regimes.</summary>
    public static readonly StageCode Quiet = new("masa_tenang");

    public override string ToString() => Value;
}

/// <summary>Names a state of one election's schedule; a changed schedule is a new version.</summary>
public readonly record struct ScheduleVersion(string Value)
{
    public static ScheduleVersion Of(ElectionCode election, int number) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{election}.{number}"));

    public override string ToString() => Value;
}

/// <summary>The two legal regimes.</summary>
public enum ElectionKind
{
    /// <summary>UU 7/2017: president, legislatures.</summary>
    [Code("pemilu")]
    General,

    /// <summary>UU 1/2015 as amended: governors, regents, mayors.</summary>
    [Code("pilkada")]
    Regional,
}

/// <summary>Where a stage stands on a day.</summary>
public enum StageTime
{
    [Code("sekarang")]
    Now,

    [Code("berikutnya")]
    Next,

    [Code("sudah_lewat")]
    Past,
}

/// <summary>A stage of an election, by both names.</summary>
public sealed record StageRef(ElectionCode Election, StageCode Stage);

/// <summary>One row of a schedule of stages.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; the stage ends with it.</param>
/// <param name="Source">The decree, or what the date is computed from.</param>
public sealed record ElectionStage(
    StageCode Code,
    string NameId,
    string NameEn,
    LocalDate From,
    LocalDate To,
    string Source,
    Confidence Confidence
)
{
    public StageTime On(LocalDate day) =>
        day < From ? StageTime.Next
        : day > To ? StageTime.Past
        : StageTime.Now;

    public string Name(string language) => language == "en" ? NameEn : NameId;
}

/// <summary>An election and its calendar of stages as one decree set it.</summary>
/// <param name="Number">Counts the versions of the schedule from 1.</param>
/// <param name="Regions">Codes of where it is held, as <c>17</c> or <c>17.71</c>: a province covers all below it; empty for the whole country.</param>
/// <param name="IsConfirmed">People have compared these dates with the decree.</param>
public sealed record Election(
    ElectionCode Code,
    int Number,
    ElectionKind Kind,
    string NameId,
    string NameEn,
    ImmutableArray<string> Regions,
    LocalDate VotingDay,
    string Source,
    Confidence Confidence,
    bool IsConfirmed,
    ImmutableArray<ElectionStage> Stages
)
{
    /// <summary>How many people must have compared a schedule with its decree.</summary>
    public const int Signatures = 2;

    public ScheduleVersion Version => ScheduleVersion.Of(Code, Number);

    public string Name(string language) => language == "en" ? NameEn : NameId;

    public ElectionStage? Find(StageCode stage) => Stages.FirstOrDefault(one => one.Code == stage);

    /// <summary>Whether it is held in that region or in a part of it.</summary>
    public bool Covers(string region) => Regions.IsEmpty || Regions.Any(own => Holds(own, region) || Holds(region, own));

    /// <summary>Not over on that day: a stage runs or is still to come.</summary>
    public bool IsAheadOn(LocalDate day) => Stages.Any(stage => stage.To >= day);

    private static bool Holds(string outer, string inner) => inner == outer || inner.StartsWith(outer + ".", StringComparison.Ordinal);
}

/// <summary>Up to when a clock may run because the stage it concerns is over then.</summary>
/// <param name="Ends">The stage's last day as it stood when the clock was counted.</param>
/// <param name="Binds">
/// False where the stage was over already when the clock was counted, and where the period is a person's and nobody has confirmed the date.
/// </param>
public sealed record StageBound(
    ElectionCode Election,
    StageCode Stage,
    LocalDate Ends,
    bool Binds,
    LegalSource Source,
    ScheduleVersion Version
)
{
    public StageRef Ref => new(Election, Stage);
}

/// <summary>All elections an installation knows, each in its newest version.</summary>
public sealed class ElectionSchedule(IEnumerable<Election> elections)
{
    public static readonly ElectionSchedule None = new([]);

    /// <summary>The latest voting day first.</summary>
    public ImmutableArray<Election> All { get; } =
    [.. elections.OrderByDescending(one => one.VotingDay).ThenBy(one => one.Code.Value, StringComparer.Ordinal)];

    public Election? Find(ElectionCode code) => All.FirstOrDefault(one => one.Code == code);

    public ElectionStage? Find(StageRef? stage) => stage is null ? null : Find(stage.Election)?.Find(stage.Stage);

    /// <summary>The stages that run in a region on a day, of every election there; overlapping elections each keep their own.</summary>
    public IEnumerable<(Election Election, ElectionStage Stage)> Running(string region, LocalDate day) =>
        All.Where(one => one.Covers(region))
            .SelectMany(one => one.Stages.Where(stage => stage.On(day) == StageTime.Now).Select(stage => (one, stage)));

    /// <summary>The quiet period that runs in a region on a day, or null.</summary>
    public (Election Election, ElectionStage Stage)? QuietOn(string region, LocalDate day) =>
        Running(region, day)
            .Where(one => one.Stage.Code == StageCode.Quiet)
            .Select(one => ((Election, ElectionStage)?)one)
            .FirstOrDefault();

    /// <summary>
    /// The bound a stage sets to a period counted on that day; null where the schedule does not know the stage. A stage that is over binds nothing, and
    /// an unconfirmed date shortens no person's period: it drives the institution's work alone.
    /// </summary>
    public StageBound? Bound(StageRef? concern, ClockSide side, LocalDate today) =>
        concern is not null && Find(concern.Election) is { } election && election.Find(concern.Stage) is { } stage
            ? new StageBound(
                election.Code,
                stage.Code,
                stage.To,
                stage.To >= today && (side == ClockSide.Institution || election.IsConfirmed),
                new LegalSource(stage.Source),
                election.Version
            )
            : null;
}
