using System.Collections.Immutable;
using NodaTime;

namespace Padu.Domain.Calendar;

/// <summary>What a clock is about, whatever rule sets its length: one running clock of each kind in a case.</summary>
public enum ClockKind
{
    /// <summary>Check, classify and route (SP4N: three working days).</summary>
    [Code("verifikasi")]
    Verification,

    /// <summary>Tell the complainant whether the material is complete (UU 25/2009 art. 44(3)).</summary>
    [Code("kelengkapan")]
    Completeness,

    /// <summary>The complainant completes (UU 25/2009 art. 44(4)).</summary>
    [Code("melengkapi")]
    Completion,

    /// <summary>First answer (SP4N: five working days).</summary>
    [Code("jawaban_pertama")]
    FirstAnswer,

    /// <summary>Finish, by class (SP4N: 5, 14 or 60 working days).</summary>
    [Code("selesai")]
    Resolution,

    /// <summary>Decide (UU 25/2009 art. 50(1): 60 days from complete).</summary>
    [Code("keputusan")]
    Decision,

    /// <summary>Tell the complainant the decision (UU 25/2009 art. 50(2): 14 days).</summary>
    [Code("pemberitahuan")]
    Notification,

    /// <summary>The complainant's counter-reply (SP4N: ten working days after the answer).</summary>
    [Code("balasan")]
    CounterReply,

    /// <summary>The complainant answers a question asked during handling; while it runs the finishing clock may pause.</summary>
    [Code("menjawab_pertanyaan")]
    Question,

    /// <summary>The Ombudsman's formal and material verification.</summary>
    [Code("verifikasi_laporan")]
    ReportVerification,

    /// <summary>The complainant completes what the Ombudsman asked for (UU 37/2008 art. 25).</summary>
    [Code("melengkapi_laporan")]
    ReportCompletion,

    /// <summary>The Ombudsman's plenary accepts the report or not.</summary>
    [Code("pleno")]
    Plenary,

    /// <summary>The Ombudsman examines.</summary>
    [Code("pemeriksaan_laporan")]
    Examination,

    /// <summary>First step on a report flagged for rapid response (RCO).</summary>
    [Code("respons_cepat")]
    RapidResponse,

    /// <summary>The Ombudsman tells the complainant how it ended (UU 37/2008 art. 27 where it is not competent).</summary>
    [Code("pemberitahuan_laporan")]
    OutcomeNotice,

    /// <summary>What an office promised is shown done.</summary>
    [Code("kewajiban")]
    Obligation,

    /// <summary>An office answers an input (masukan).</summary>
    [Code("menjawab_masukan")]
    InputAnswer,
}

/// <summary>How a clock stands.</summary>
public enum ClockStatus
{
    [Code("berjalan")]
    Running,

    /// <summary>Stopped because the law gives a pause (waiting for the complainant's completion).</summary>
    [Code("jeda")]
    Paused,

    /// <summary>The act it asked for was done, in time or late.</summary>
    [Code("ditepati")]
    Met,

    /// <summary>It ended without its act because another fact made it moot (closed, reclassified).</summary>
    [Code("berakhir")]
    Ended,
}

/// <summary>
/// A pause the law gives. Days after <see cref="From"/> up to and including <see cref="To"/> are not counted; <see cref="From"/> itself is, unless
/// the period would end with it.
/// </summary>
/// <param name="To">Null while it lasts.</param>
public sealed record ClockPause(LocalDate From, LocalDate? To, PauseReason Reason);

/// <summary>The pauses the law gives; there is no other.</summary>
public enum PauseReason
{
    /// <summary>Waiting for the complainant's completion (UU 25/2009 art. 44(4)).</summary>
    [Code("menunggu_kelengkapan")]
    AwaitingCompletion,

    /// <summary>Waiting for the complainant's answer to a question asked during handling; no longer than its own period.</summary>
    [Code("menunggu_jawaban")]
    AwaitingAnswer,
}

/// <summary>Names the holiday sets a date was counted by.</summary>
public readonly record struct CalendarVersion(string Value)
{
    public override string ToString() => Value;
}

/// <summary>
/// The row a clock was counted by, kept with it: whoever corrects a row of the rules changes no date that was already told. What is said of the
/// row beside its numbers (how sure we are, who confirmed it) is read where it stands now.
/// </summary>
/// <param name="Pack">The version of the rules it was taken from.</param>
public sealed record ClockTerms(int Amount, CountingUnit Unit, bool LeaveIsWorking, LegalSource Source, RulePack Pack)
{
    public static ClockTerms Of(DeadlineRule row, string pack) =>
        new(row.Amount, row.Unit, row.LeaveIsWorking, new LegalSource(row.Source), new RulePack(pack));
}

/// <summary>The law and article that set a period, as the rules cite it.</summary>
public readonly record struct LegalSource(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Names a state of all rules: the fingerprint of their file.</summary>
public readonly record struct RulePack(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A date that was told before the holidays or the stage changed.</summary>
/// <param name="CalendarVersion">The holiday sets it was counted by.</param>
/// <param name="ChangedAt">When another date took its place.</param>
public sealed record FormerDate(LocalDate DueDate, CalendarVersion CalendarVersion, Instant ChangedAt);

/// <summary>
/// One legal clock of a case as the journal keeps it: which rule made it, from which moment, and the date that was told. The day-by-day list
/// is counted again from these by <see cref="Counting.Explain"/>.
/// </summary>
/// <param name="TriggeredAt">The legal moment that started it; its local date is day zero.</param>
/// <param name="Due">The last moment of the period (exclusive end of the last day in the office's zone; exact for hours). Null while paused, unless it had ended before.</param>
/// <param name="DueDate">The last day, in the office's zone. Null with <paramref name="Due"/>.</param>
/// <param name="CalendarVersion">Which holiday sets it was counted by.</param>
/// <param name="StoppedAt">When it was met or ended.</param>
/// <param name="LapsedAt">The due moment, once the sweep has recorded that it passed unmet; a lapse is never erased.</param>
/// <param name="Former">Dates told before the holidays or the stage changed, oldest first; null where the clock was never counted again.</param>
/// <param name="Bound">The stage with which the period ends at the latest; null where it concerns none.</param>
public sealed record Clock(
    ClockKind Kind,
    RuleCode Rule,
    ClockTerms Terms,
    ClockSide Side,
    Instant TriggeredAt,
    Instant? Due,
    LocalDate? DueDate,
    CalendarVersion CalendarVersion,
    ClockStatus Status,
    ImmutableArray<ClockPause> Pauses,
    Instant? StoppedAt = null,
    Instant? LapsedAt = null,
    ImmutableArray<FormerDate>? Former = null,
    StageBound? Bound = null
)
{
    public bool IsOpen => Status is ClockStatus.Running or ClockStatus.Paused;
}
