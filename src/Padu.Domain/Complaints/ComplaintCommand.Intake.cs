using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Requests about receiving, classifying and handing on.</summary>
public abstract partial record ComplaintCommand
{
    /// <summary>An office enters a complaint for somebody.</summary>
    /// <param name="EnteredAt">The server's clock; the legal moment of receipt is the context's.</param>
    public sealed record TakeIn(Submit Filing, Instant EnteredAt, LocalDate? LetterDate, bool ReadBack, string? Reason) : ComplaintCommand;

    public sealed record ShowPower(ImmutableArray<Evidence> Power) : ComplaintCommand;

    public sealed record Classify(ComplaintClass Class, bool IsInCourt, string Reason) : ComplaintCommand
    {
        /// <summary>Another kind of grievance; null to leave it as it is.</summary>
        public GrievanceCode? Kind { get; init; }
    }

    /// <param name="Addressee">The body as the register knows it; null when there is none of that code.</param>
    /// <param name="NeedsIdentity">That body takes no report without name and address.</param>
    public sealed record ProposeTransfer(Office? Addressee, TransferExtent Extent, bool NeedsIdentity, LocalDate? KnownOn, string Reason)
        : ComplaintCommand;

    /// <summary>The complainant's own answer to the proposal.</summary>
    public sealed record AnswerTransfer(bool Agrees, string? Note) : ComplaintCommand
    {
        /// <summary>Told with it, because that body demands one and none was told before.</summary>
        public string? Address { get; init; }

        public Particulars Told { get; init; } = Particulars.None;

        /// <summary>Who the complainant is with that address; the desk puts it together. Null where none was told with it, or there was one.</summary>
        public Identity? Completed { get; init; }
    }

    /// <summary>The complainant's answer as an officer heard it.</summary>
    public sealed record RecordConsent(bool Agrees, string Note) : ComplaintCommand
    {
        public Particulars Told { get; init; } = Particulars.None;
    }

    public sealed record SendTransfer(LocalDate SentOn, string LetterNumber) : ComplaintCommand
    {
        public Particulars Told { get; init; } = Particulars.None;
    }
}

/// <summary>What the body demands of a reporter beside the name, and what was told; read by the desk, which alone opens the identity.</summary>
public sealed record Particulars(bool AddressDemanded, bool HasName, bool HasAddress)
{
    /// <summary>Nobody has looked: nothing goes to a body that demands a name.</summary>
    public static readonly Particulars None = new(true, false, false);
}
