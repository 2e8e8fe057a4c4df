using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Every request to a complaint. Who asks, when, and under which law come beside it in <see cref="ComplaintContext"/>.</summary>
public abstract partial record ComplaintCommand
{
    private ComplaintCommand() { }

    public sealed record Submit(
        ComplaintId Id,
        PublicNumber Number,
        Guid ReporterId,
        CodeVerifier Verifier,
        OfficeCode Office,
        IntakeChannel Channel,
        Language Language,
        IdentityLevel Level,
        Identity Identity,
        string Story,
        string? Place,
        string? Service,
        string? RequestedResolution,
        RegionCode? Region,
        LocalDate? HappenedOn,
        ImmutableArray<Evidence> Evidence
    ) : ComplaintCommand;

    public sealed record RequestCompletion(ImmutableArray<MissingItem> Missing, string Message) : ComplaintCommand;

    public sealed record Complete(string Text, ImmutableArray<Evidence> Evidence) : ComplaintCommand;

    public sealed record Verify(ComplaintClass Class, string Title) : ComplaintCommand;

    /// <param name="Target">The office that must answer, as the register knows it; null when no such office exists.</param>
    public sealed record Assign(Office? Target, UnitCode Unit, string? Instruction) : ComplaintCommand
    {
        /// <summary>Who holds the posts there; the desk reads it from the register.</summary>
        public Around Around { get; init; } = Around.Nobody;
    }

    public sealed record Answer(string Text, ImmutableArray<Evidence> Evidence) : ComplaintCommand;

    public sealed record Reply(string Text, ImmutableArray<Evidence> Evidence) : ComplaintCommand;

    public sealed record Accept(string? Text) : ComplaintCommand;

    public sealed record Close(ClosingReason Reason, string Explanation) : ComplaintCommand;

    /// <summary>Sent by the sweep for a clock whose due moment has passed.</summary>
    public sealed record Lapse(ClockKind Kind) : ComplaintCommand;

    public sealed record RevealIdentity(string Reason) : ComplaintCommand;

    /// <summary>Sent by the mail follower when a letter could not be delivered for good.</summary>
    public sealed record ReportUnreached : ComplaintCommand;

    public sealed record RecordContact(string Note) : ComplaintCommand;

    public sealed record Import(
        ComplaintId Id,
        PublicNumber Number,
        OfficeCode Office,
        ContentHash RowHash,
        LocalDate? OpenedOn,
        LocalDate? ClosedOn,
        string SourceSystem,
        string SourceKey,
        string Title,
        string? Category,
        string? Place,
        ImmutableArray<ImportedField> Fields
    ) : ComplaintCommand;
}

/// <summary>What a decision is told beside the command.</summary>
/// <param name="At">The legal moment of the act (occurred_at).</param>
/// <param name="NeedsApproval">The office that must answer wants its head to approve answers.</param>
public sealed record ComplaintContext(Actor Actor, Instant At, LegalContext Legal, bool NeedsApproval = false);
