using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;

namespace Padu.Domain.Coordination;

/// <summary>Every request to an input.</summary>
public abstract record InputCommand
{
    private InputCommand() { }

    /// <param name="Author">What an author from outside says to be; of an office it follows from the office.</param>
    /// <param name="To">The office that shall answer; null for one the register does not know.</param>
    /// <param name="Verifier">Of the secret code; null where an office gives the input.</param>
    public sealed record Give(
        InputId Id,
        InputNumber Number,
        Guid AuthorId,
        InputAuthor Author,
        InputTopic Topic,
        Office? To,
        CodeVerifier? Verifier,
        Language Language,
        string Title,
        string Text,
        string? Email
    ) : InputCommand;

    public sealed record Acknowledge(string? Note) : InputCommand;

    /// <param name="Parts">What is accepted, part by part: each becomes an obligation.</param>
    /// <param name="Promised">The ids of those obligations, one for each part.</param>
    public sealed record Answer(InputVerdict Verdict, string Words, ImmutableArray<string> Parts, ImmutableArray<ObligationId> Promised)
        : InputCommand;

    /// <param name="StillOwed">How many of the obligations are still open.</param>
    public sealed record TellChange(string Change, int StillOwed) : InputCommand;

    public sealed record Publish(string Asked) : InputCommand;

    public sealed record Erase : InputCommand;

    /// <summary>Sent by the sweep when the day has passed.</summary>
    public sealed record PassDue : InputCommand;

    /// <summary>Sent by the sweep when the holidays have changed.</summary>
    public sealed record Recount : InputCommand;
}

/// <summary>What a decision is told beside the command.</summary>
public sealed record InputContext(Actor Actor, Instant At, LegalContext Legal);
