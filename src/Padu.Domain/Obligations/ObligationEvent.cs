using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Obligations;

/// <summary>Every fact of an obligation. Texts, links and files lie sealed; who owes, who judges, from what and until when is public.</summary>
public abstract record ObligationEvent
{
    private ObligationEvent() { }

    /// <summary>Something is owed from now on.</summary>
    /// <param name="Due">The exclusive end of the last day.</param>
    /// <param name="Clock">How the date was counted; null where the source names a date.</param>
    /// <param name="Predecessor">What it carries on; null for a first promise.</param>
    public sealed record Promised(
        ObligationId Id,
        ObligationSource Source,
        OfficeCode Owner,
        Institution Institution,
        OfficeCode Judge,
        LocalDate DueDate,
        Instant Due,
        Clock? Clock,
        ObligationId? Predecessor,
        string? Title
    ) : ObligationEvent;

    public sealed record EvidenceGiven(string? Text, string? Link, ImmutableArray<Evidence>? Evidence) : ObligationEvent;

    public sealed record EvidenceRefused(string? Reason) : ObligationEvent;

    /// <summary>The evidence was accepted: done.</summary>
    public sealed record Accepted(string? Note) : ObligationEvent;

    /// <summary>The day passed unmet. <see cref="DueAt"/> is the true moment, however late the sweep came.</summary>
    public sealed record Overdue(Instant DueAt) : ObligationEvent;

    /// <summary>Its day was counted again because the holidays changed; a date the source names is never counted.</summary>
    public sealed record Recounted(Clock Clock, LocalDate DueDate, Instant Due) : ObligationEvent;

    /// <summary>Written in one transaction with the successor's promise.</summary>
    public sealed record CarriedOver(ObligationId Successor, string? Reason) : ObligationEvent;

    /// <summary>Its source ended on that day, before it fell due.</summary>
    public sealed record Lapsed(LocalDate SourceEndedOn) : ObligationEvent;

    public sealed record Withdrawn(string? Reason) : ObligationEvent;
}
