using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Complaints;

namespace Padu.Domain.Coordination;

/// <summary>The random id of an agenda item's stream.</summary>
public readonly record struct AgendaId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>The readable address of an agenda item: <c>agd-2026-7k3q9x</c>. Public, stable; says nothing but the year.</summary>
public readonly record struct AgendaCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>What an item is about.</summary>
public enum AgendaKind
{
    [Code("rapat")]
    Meeting,

    /// <summary>Telling the public something together.</summary>
    [Code("sosialisasi")]
    Outreach,

    [Code("pelatihan")]
    Training,

    /// <summary>Going to an office and looking.</summary>
    [Code("kunjungan")]
    Visit,

    /// <summary>A counter of both institutions.</summary>
    [Code("layanan_bersama")]
    JointService,

    [Code("penandatanganan")]
    Signing,

    [Code("lainnya")]
    Other,
}

/// <summary>Who may read an item once it was accepted.</summary>
public enum AgendaVisibility
{
    /// <summary>Anybody.</summary>
    [Code("publik")]
    Public,

    /// <summary>The two institutions only.</summary>
    [Code("bersama")]
    Joint,
}

/// <summary>Where an item stands.</summary>
public enum AgendaState
{
    /// <summary>The other institution is asked.</summary>
    [Code("diusulkan")]
    Proposed,

    /// <summary>Another time was proposed; the institution that proposed last waits for the other.</summary>
    [Code("ditawar")]
    Countered,

    [Code("disepakati")]
    Accepted,

    [Code("ditolak")]
    Declined,

    [Code("dibatalkan")]
    Cancelled,

    /// <summary>It was held, and what came of it is recorded.</summary>
    [Code("terlaksana")]
    Held,
}

/// <summary>How often an item comes again.</summary>
public enum AgendaFrequency
{
    [Code("harian")]
    Daily,

    [Code("mingguan")]
    Weekly,

    /// <summary>On the same day of the month; months without it are left out.</summary>
    [Code("bulanan")]
    Monthly,

    /// <summary>On the same day of the year; years without it are left out.</summary>
    [Code("tahunan")]
    Yearly,
}

/// <summary>When, in the province's own time; an item ends on the day it begins.</summary>
public sealed record AgendaSlot(LocalDate On, LocalTime Starts, LocalTime Ends);

/// <param name="Until">The last day on which it may come again.</param>
public sealed record AgendaRepeat(AgendaFrequency Frequency, LocalDate Until);

/// <summary>One day of a recurring item that differs from the rest.</summary>
/// <param name="Original">The day the series gives it: its name for ever.</param>
/// <param name="Slot">When it is held instead; null where it is cancelled.</param>
public sealed record OccurrenceChange(LocalDate Original, AgendaSlot? Slot);

/// <summary>One day on which an item is held.</summary>
/// <param name="Number">From 0, in the order of the series.</param>
/// <param name="Original">The day the series gives it.</param>
/// <param name="IsMoved">It is held at another time than the series gives.</param>
/// <param name="IsOff">It alone is cancelled.</param>
public sealed record Occurrence(int Number, LocalDate Original, AgendaSlot Slot, bool IsMoved, bool IsOff);

/// <summary>What an item carries out: an agreement, plan or activity, and a clause of it.</summary>
/// <param name="Agreement">The id of the agreement's stream.</param>
/// <param name="Item">The number of its clause or item; null for the whole.</param>
public sealed record AgreementItem(Guid Agreement, int? Item);

/// <summary>The words of an item.</summary>
public sealed record AgendaText(string Title, string? Place, string? Description);

/// <summary>A file of a joint activity.</summary>
/// <param name="Description">What it shows: of a picture its alternative text.</param>
public sealed record AgendaFile(Evidence Evidence, string Description);
