using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Coordination;

/// <summary>Every fact of an agenda item. When, who is concerned and how it stands is public; words, names and files lie sealed.</summary>
public abstract record AgendaEvent
{
    private AgendaEvent() { }

    /// <param name="Proposer">The office that proposes.</param>
    /// <param name="Institution">The institution of <paramref name="Proposer"/>; the other one answers.</param>
    /// <param name="Offices">Every office concerned, the proposer's too.</param>
    /// <param name="OffsetMinutes">The province's time east of UTC; Indonesia keeps no summer time.</param>
    public sealed record Proposed(
        AgendaId Id,
        AgendaCode Code,
        AgendaKind Kind,
        AgendaVisibility Visibility,
        OfficeCode Proposer,
        Institution Institution,
        ImmutableArray<OfficeCode> Offices,
        AgendaSlot Slot,
        AgendaRepeat? Repeat,
        int OffsetMinutes,
        AgreementItem? CarriesOut,
        AgendaText? Text
    ) : AgendaEvent;

    /// <summary>The institution that was asked proposes another time; now it waits for the other.</summary>
    /// <param name="MovesPlace">True where <paramref name="Place"/> replaces the place.</param>
    public sealed record Countered(Institution By, AgendaSlot Slot, AgendaRepeat? Repeat, bool MovesPlace, string? Place, string? Reason)
        : AgendaEvent;

    /// <param name="By">The office that accepted for its institution.</param>
    public sealed record Accepted(OfficeCode By) : AgendaEvent;

    public sealed record Declined(string? Reason) : AgendaEvent;

    /// <summary>An accepted item is held at another time.</summary>
    public sealed record Moved(AgendaSlot Slot, bool MovesPlace, string? Place, string? Reason) : AgendaEvent;

    /// <param name="Original">The day the series gives.</param>
    public sealed record OccurrenceMoved(LocalDate Original, AgendaSlot Slot, string? Reason) : AgendaEvent;

    public sealed record OccurrenceCancelled(LocalDate Original, string? Reason) : AgendaEvent;

    public sealed record Cancelled(string? Reason) : AgendaEvent;

    /// <summary>It is a joint activity: what is done and which offices take part.</summary>
    public sealed record Planned(ImmutableArray<OfficeCode> Participants, string? Plan) : AgendaEvent;

    /// <summary>Who takes part by name: never public, under a key of its own.</summary>
    public sealed record PeopleNamed(int Count, string? People) : AgendaEvent;

    public sealed record FileAdded(bool IsPicture, AgendaFile? File) : AgendaEvent;

    /// <summary>What came of it.</summary>
    /// <param name="Attended">How many people came; null where nobody counted.</param>
    public sealed record OutcomeRecorded(int? Attended, string? Outcome) : AgendaEvent;
}
