using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;

namespace Padu.Domain.Coordination;

/// <summary>Every fact of an input (masukan). Who gave it is a category; words and the way to reach the author lie sealed.</summary>
public abstract record InputEvent
{
    private InputEvent() { }

    /// <param name="AuthorId">A random id of this input's author alone.</param>
    /// <param name="To">The office that answers.</param>
    /// <param name="From">The office that gives it; null for election participants and the public.</param>
    /// <param name="Verifier">Of the secret code; null where an office gives it.</param>
    /// <param name="Clock">Until when it is answered.</param>
    public sealed record Received(
        InputId Id,
        InputNumber Number,
        Guid AuthorId,
        InputAuthor Author,
        InputTopic Topic,
        OfficeCode To,
        Institution Institution,
        OfficeCode? From,
        CodeVerifier? Verifier,
        Language Language,
        Clock Clock,
        string? Title,
        string? Text
    ) : InputEvent;

    /// <summary>How the author is told of news: one address, used for nothing else and shown to nobody.</summary>
    public sealed record Reachable(string? Email) : InputEvent;

    public sealed record Acknowledged(string? Note) : InputEvent;

    /// <summary>Answered, and in the same transaction one obligation promised for each accepted part.</summary>
    /// <param name="Promised">The obligations, in the order of <paramref name="Parts"/>.</param>
    public sealed record Answered(
        InputVerdict Verdict,
        ImmutableArray<ObligationId> Promised,
        string? Answer,
        ImmutableArray<string>? Parts
    ) : InputEvent;

    /// <summary>What changed, told once everything that was accepted is done or over.</summary>
    public sealed record ChangeTold(string? Change) : InputEvent;

    /// <summary>Anybody may read what was asked in the office's own words, what was answered and what changed.</summary>
    public sealed record Published(string? Asked) : InputEvent;

    /// <summary>The day passed without an answer. <see cref="DueAt"/> is the true moment, however late the sweep came.</summary>
    public sealed record Overdue(Instant DueAt) : InputEvent;

    /// <summary>Its day was counted again because the holidays changed.</summary>
    public sealed record Recounted(Clock Clock) : InputEvent;

    /// <summary>The author let the own words and address be forgotten; their keys are destroyed with this fact.</summary>
    public sealed record Erased : InputEvent;
}
