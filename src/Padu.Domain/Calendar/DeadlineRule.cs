using System.Collections.Immutable;
using NodaTime;

namespace Padu.Domain.Calendar;

/// <summary>The code of a rule row, e.g. <c>sp4n.verifikasi</c>. Stable: events name it for ever.</summary>
public readonly record struct RuleCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The unit in which a rule counts.</summary>
public enum CountingUnit
{
    /// <summary>Working days of the calendar version in force (Mon–Fri without national holidays and, by default, collective leave).</summary>
    [Code("hari_kerja")]
    WorkingDay,

    /// <summary>Calendar days: laws that say "hari" without "kerja".</summary>
    [Code("hari_kalender")]
    CalendarDay,

    /// <summary>Exact hours, weekends included (UU 27/2022: 3 × 24 hours).</summary>
    [Code("jam")]
    Hour,
}

/// <summary>Whose duty or right a clock measures.</summary>
public enum ClockSide
{
    [Code("lembaga")]
    Institution,

    [Code("pelapor")]
    Complainant,
}

/// <summary>How sure we are of a rule, as <c>docs/rules.md</c> explains.</summary>
public enum Confidence
{
    /// <summary>The legal text was read.</summary>
    [Code("V")]
    Verified,

    /// <summary>A secondary source was read.</summary>
    [Code("S")]
    Secondary,

    /// <summary>From memory, confident.</summary>
    [Code("M")]
    Remembered,

    /// <summary>From memory, uncertain.</summary>
    [Code("m")]
    Doubtful,
}

/// <summary>One row of <c>reference/deadlines.csv</c>: a statutory period as data with its source.</summary>
/// <param name="Amount">How many units; at least 1.</param>
/// <param name="Trigger">The code of the event from which it counts (<c>diterima</c>, <c>lengkap</c>, <c>dijawab</c> …).</param>
/// <param name="Source">The law and article, or the public page, that sets it.</param>
/// <param name="ValidTo">Last day on which a clock may start under this row; null while in force.</param>
/// <param name="ConfirmedBy">Who in an institution confirmed it; null prints <i>belum dikonfirmasi</i> and never lapses a person's right.</param>
/// <param name="LeaveIsWorking">True where collective leave (cuti bersama) counts as a working day under this rule.</param>
/// <param name="BoundedByStage">True where a period about a stage of an election ends with that stage at the latest, since an answer after it helps nobody.</param>
/// <param name="Pauses">For which reasons a clock under this rule may pause; none where the law names none.</param>
public sealed record DeadlineRule(
    RuleCode Code,
    int Amount,
    CountingUnit Unit,
    string Trigger,
    ClockSide Side,
    string Source,
    LocalDate ValidFrom,
    LocalDate? ValidTo,
    Confidence Confidence,
    string? ConfirmedBy,
    bool LeaveIsWorking = false,
    ImmutableArray<PauseReason> Pauses = default,
    bool BoundedByStage = false
)
{
    /// <summary>Whether a clock may start under this row on that day.</summary>
    public bool IsValidOn(LocalDate day) => ValidFrom <= day && (ValidTo is not { } last || day <= last);

    public bool IsConfirmed => ConfirmedBy is not null;

    public bool MayPause(PauseReason reason) => !Pauses.IsDefault && Pauses.Contains(reason);
}
