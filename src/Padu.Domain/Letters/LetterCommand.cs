using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Letters;

/// <summary>Every request to a letter.</summary>
public abstract record LetterCommand
{
    private LetterCommand() { }

    /// <param name="Template">The hash of the template the words were begun from.</param>
    public sealed record Draft(LetterId Id, LetterKind Kind, Language Language, TextHash Template, string Subject, string Body)
        : LetterCommand;

    public sealed record Redraft(string Subject, string Body) : LetterCommand;

    public sealed record Propose : LetterCommand;

    public sealed record Approve : LetterCommand;

    public sealed record Return(string Comment) : LetterCommand;

    /// <summary>The words are those of the draft that was approved, to the letter: the desk opens them under the version it expects.</summary>
    public sealed record Issue(string Subject, string Body, LetterSignature Signature) : LetterCommand;

    public sealed record Revoke(string Reason) : LetterCommand;

    public sealed record Discard : LetterCommand;
}

/// <summary>What a decision is told beside the command.</summary>
/// <param name="Today">The day in the zone of the office whose letter it is.</param>
/// <param name="Complaint">The case as it stands.</param>
/// <param name="NeedsApproval">The office wants its head to approve what goes out.</param>
public sealed record LetterContext(Actor Actor, Instant At, LocalDate Today, Complaint Complaint, bool NeedsApproval);
