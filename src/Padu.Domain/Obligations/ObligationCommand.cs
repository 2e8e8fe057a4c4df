using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Obligations;

/// <summary>Every request to an obligation.</summary>
public abstract record ObligationCommand
{
    private ObligationCommand() { }

    /// <summary>
    /// Sent by the module that holds the source, which has asked its own rule whether this actor may promise from it.
    /// </summary>
    /// <param name="Owner">The office that owes; null for one the register does not know.</param>
    /// <param name="Judge">The office that will judge; null for one the register does not know.</param>
    public sealed record Promise(ObligationId Id, ObligationSource Source, Office? Owner, Office? Judge, DueTerm Term, string Title)
        : ObligationCommand;

    /// <summary>A decision of another body reached an office. Its legal moment, from which the period counts, is the context's.</summary>
    /// <param name="EnteredAt">The server's clock.</param>
    /// <param name="Title">Its number and what it orders.</param>
    public sealed record RecordRuling(
        ObligationId Id,
        RulingBody Body,
        ElectionKind Election,
        LocalDate DecidedOn,
        Instant EnteredAt,
        Office? Owner,
        Office? Judge,
        string Title
    ) : ObligationCommand;

    /// <summary>Sent to the successor, in one transaction with the predecessor's <see cref="CarryOver"/>.</summary>
    public sealed record TakeOver(ObligationId Id, Obligation From, LocalDate On, string? Title) : ObligationCommand;

    public sealed record GiveEvidence(string Text, string? Link, ImmutableArray<Evidence> Evidence) : ObligationCommand;

    public sealed record RefuseEvidence(string Reason) : ObligationCommand;

    public sealed record Accept(string? Note) : ObligationCommand;

    /// <param name="On">The successor's last day.</param>
    public sealed record CarryOver(ObligationId Successor, LocalDate On, string Reason) : ObligationCommand;

    public sealed record Withdraw(string Reason) : ObligationCommand;

    /// <summary>Sent by the sweep when the day has passed.</summary>
    public sealed record PassDue : ObligationCommand;

    /// <summary>Sent by the sweep when the holidays have changed.</summary>
    public sealed record Recount : ObligationCommand;

    /// <summary>Sent by the sweep of the source when that ended.</summary>
    public sealed record EndWithSource(LocalDate EndedOn) : ObligationCommand;
}

/// <summary>What a decision is told beside the command.</summary>
public sealed record ObligationContext(Actor Actor, Instant At, LegalContext Legal);
