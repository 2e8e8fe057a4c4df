using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Organisations;

/// <summary>What may wait in an office, in the order in which a digest tells it.</summary>
public enum WaitingMatter
{
    /// <summary>Cases whose next date has passed.</summary>
    [Code("perkara_lewat")]
    CaseLate,

    /// <summary>Cases whose next date ends today or on the next working day.</summary>
    [Code("perkara_dekat")]
    CaseSoon,

    /// <summary>Cases to be verified or assigned.</summary>
    [Code("periksa")]
    Triage,

    /// <summary>Answers that wait for the head.</summary>
    [Code("persetujuan")]
    Approval,

    /// <summary>Complainants who have to be told by telephone or in person.</summary>
    [Code("hubungi")]
    Contact,

    /// <summary>Reports at the Ombudsman whose next date has passed.</summary>
    [Code("laporan_lewat")]
    ReportLate,

    /// <summary>Reports at the Ombudsman whose next date ends today or on the next working day.</summary>
    [Code("laporan_dekat")]
    ReportSoon,

    /// <summary>Obligations of this office that are late.</summary>
    [Code("kewajiban_lewat")]
    DutyLate,

    /// <summary>Obligations of this office that end today or on the next working day.</summary>
    [Code("kewajiban_dekat")]
    DutySoon,

    /// <summary>Evidence of others that this office has to judge.</summary>
    [Code("bukti")]
    Evidence,

    /// <summary>Inputs whose day of answer has passed.</summary>
    [Code("masukan_lewat")]
    InputLate,

    /// <summary>Inputs that wait for an answer.</summary>
    [Code("masukan")]
    Input,

    /// <summary>Questionnaires of a coordination meeting that the office has not submitted.</summary>
    [Code("instrumen")]
    Questionnaire,
}

/// <summary>How much of a matter waits.</summary>
/// <param name="Count">At least 1; stops at a thousand.</param>
public sealed record Waiting(WaitingMatter Matter, int Count);

/// <summary>The facts of a digest: that it was due is all there is; what is sent follows from it.</summary>
public abstract record DigestEvent
{
    private DigestEvent() { }

    /// <summary>An office is reminded of what waits, once on a working day, in one letter.</summary>
    public sealed record Due(OfficeCode Office, LocalDate On, ImmutableArray<Waiting> Waiting) : DigestEvent;
}

/// <summary>The digest of one office and day.</summary>
/// <param name="Version">0 before it was due.</param>
public sealed record Digest(int Version)
{
    public static readonly Digest None = new(0);
}

/// <summary>Reminders come as one digest a day, not as a letter for each case.</summary>
public static class Reminding
{
    /// <summary>Nobody is at the desk before.</summary>
    public static readonly LocalTime Opens = new(7, 30);

    /// <summary>The last moment that a digest of this day warns of: the end of the next working day.</summary>
    public static Instant Horizon(LocalDate today, LegalContext legal)
    {
        var next = today.PlusDays(1);
        while (legal.Calendar.KindOf(next) != DayKind.Working)
        {
            next = next.PlusDays(1);
        }

        return next.PlusDays(1).AtStartOfDayInZone(legal.Zone).ToInstant();
    }

    /// <summary>Whether an office is open to be reminded now: a working day, from the beginning of work on.</summary>
    public static bool IsTime(Instant now, LegalContext legal) =>
        now.InZone(legal.Zone) is var local && local.TimeOfDay >= Opens && legal.Calendar.KindOf(local.Date) == DayKind.Working;

    /// <law>
    /// Rules 6, 15–18 bind the office to dates; access.md: a reminder is no case act, names nobody and tells nothing of a case. Once for each office and working
    /// day, however often the sweep comes; where nothing waits nothing is sent.
    /// </law>
    public static Decision<DigestEvent> Remind(Digest digest, DigestEvent.Due due, Actor actor, Instant now, LegalContext legal) =>
        digest switch
        {
            _ when actor is not Actor.System => new Refusal("access.not-yours"),
            { Version: > 0 } => new Refusal("digest.already-due"),
            _ when !IsTime(now, legal) || legal.DayOf(now) != due.On => new Refusal("digest.not-now"),
            _ when due.Waiting.IsEmpty => new Refusal("digest.nothing-waits"),
            _ => due,
        };
}
