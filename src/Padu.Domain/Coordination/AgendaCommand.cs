using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Coordination;

/// <summary>Every request to an agenda item.</summary>
public abstract record AgendaCommand
{
    private AgendaCommand() { }

    /// <param name="Offices">The offices concerned as the register knows them; the own is added where it is missing.</param>
    public sealed record Propose(
        AgendaId Id,
        AgendaCode Code,
        AgendaKind Kind,
        AgendaVisibility Visibility,
        ImmutableArray<Office> Offices,
        AgendaSlot Slot,
        AgendaRepeat? Repeat,
        AgreementItem? CarriesOut,
        string Title,
        string? Place,
        string? Description
    ) : AgendaCommand;

    /// <summary>Another time: a counter-proposal before it is accepted, a move afterwards.</summary>
    /// <param name="Repeat">Only of a counter-proposal.</param>
    /// <param name="Place">Null leaves the place as it is.</param>
    public sealed record Move(AgendaSlot Slot, AgendaRepeat? Repeat, string? Place, string Reason) : AgendaCommand;

    public sealed record Accept : AgendaCommand;

    public sealed record Decline(string Reason) : AgendaCommand;

    public sealed record Cancel(string Reason) : AgendaCommand;

    public sealed record MoveOccurrence(LocalDate Original, AgendaSlot Slot, string Reason) : AgendaCommand;

    public sealed record CancelOccurrence(LocalDate Original, string Reason) : AgendaCommand;

    /// <param name="Participants">The offices that take part.</param>
    /// <param name="People">Names, one a line; null for none.</param>
    public sealed record Plan(ImmutableArray<OfficeCode> Participants, string Words, string? People) : AgendaCommand;

    public sealed record AddFile(AgendaFile File, bool IsPicture) : AgendaCommand;

    public sealed record RecordOutcome(int? Attended, string Outcome) : AgendaCommand;
}

/// <summary>What a decision is told beside the command.</summary>
public sealed record AgendaContext(Actor Actor, Instant At, LegalContext Legal)
{
    public LocalDate Today => Legal.DayOf(At);
}
