using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>
/// Every fact of a complaint. A property is public when its type is a code, reference, date, instant or number; everything that holds text
/// people wrote is private, nullable, and null when its key is gone or was not opened. <see cref="Clocks"/> holds the clocks this fact
/// started or changed, as they stand after it.
/// </summary>
public abstract partial record ComplaintEvent
{
    private ComplaintEvent() { }

    /// <summary>Clocks started or changed by this fact; a clock of the same kind replaces the earlier one.</summary>
    public ImmutableArray<Clock> Clocks { get; init; } = [];

    /// <summary>A complaint was filed. <see cref="Verifier"/> proves the access code; the story is in the complainant's own words.</summary>
    public sealed record Submitted(
        ComplaintId Id,
        PublicNumber Number,
        OfficeCode Office,
        IntakeChannel Channel,
        Guid ReporterId,
        IdentityLevel Level,
        Language Language,
        CodeVerifier Verifier,
        RegionCode? Region,
        LocalDate? HappenedOn,
        bool HasEmail,
        string? Story,
        string? Place,
        string? Service,
        string? RequestedResolution,
        ImmutableArray<Evidence>? Evidence
    ) : ComplaintEvent;

    /// <summary>Who filed it; apart from the story so that either can be opened without the other.</summary>
    public sealed record Identified(Identity? Identity) : ComplaintEvent;

    /// <summary>The office asked the complainant to complete (UU 25/2009 art. 44(3)).</summary>
    public sealed record CompletionRequested(ImmutableArray<MissingItem> Missing, string? Message) : ComplaintEvent;

    /// <summary>The complainant completed (art. 44(4)).</summary>
    public sealed record Completed(string? Text, ImmutableArray<Evidence>? Evidence) : ComplaintEvent;

    /// <summary>Found complete, classified and named by the office.</summary>
    public sealed record Verified(ComplaintClass Class, string? Title) : ComplaintEvent;

    /// <summary>Sent to the office and unit that must answer (disposisi).</summary>
    public sealed record Assigned(OfficeCode Office, UnitCode Unit, string? Instruction) : ComplaintEvent;

    /// <summary>The office answered the complainant.</summary>
    public sealed record Answered(string? Text, ImmutableArray<Evidence>? Evidence) : ComplaintEvent;

    /// <summary>The complainant replied; the case is the office's move again.</summary>
    public sealed record Replied(string? Text, ImmutableArray<Evidence>? Evidence) : ComplaintEvent;

    /// <summary>The complainant was satisfied with the answer.</summary>
    public sealed record Accepted(string? Text) : ComplaintEvent;

    public sealed record Closed(ClosingReason Reason, string? Explanation) : ComplaintEvent;

    /// <summary>A clock ran out unmet. <see cref="DueAt"/> is the true moment, however late the sweep came.</summary>
    public sealed record ClockLapsed(ClockKind Kind, Instant DueAt) : ComplaintEvent;

    /// <summary>The holidays changed; the open clocks were counted again and keep the dates told before.</summary>
    public sealed record ClocksRecounted : ComplaintEvent;

    /// <summary>Somebody entitled read a protected identity, and why.</summary>
    public sealed record IdentityRevealed(string? Reason) : ComplaintEvent;

    /// <summary>Somebody entitled took out a file as it was received, with all that it tells beside the picture, and why.</summary>
    public sealed record OriginalReleased(FileRef File, string? Reason) : ComplaintEvent;

    /// <summary>The scanner found something in a file: nobody can download it any more. A clean finding is no fact of the case.</summary>
    public sealed record FileQuarantined(FileRef File, string? Finding) : ComplaintEvent;

    /// <summary>No mail could be handed over: somebody has to tell the complainant in another way.</summary>
    public sealed record ComplainantUnreached : ComplaintEvent;

    /// <summary>A complainant without e-mail was told of the answer by telephone, letter or in person.</summary>
    public sealed record ComplainantContacted(string? Note) : ComplaintEvent;

    /// <summary>Old casework taken over: the source row and its hash, no legal clocks.</summary>
    public sealed record Imported(
        ComplaintId Id,
        PublicNumber Number,
        OfficeCode Office,
        ContentHash RowHash,
        LocalDate? OpenedOn,
        LocalDate? ClosedOn,
        string? SourceSystem,
        string? SourceKey,
        string? Title,
        string? Category,
        string? Place,
        ImmutableArray<ImportedField>? Fields
    ) : ComplaintEvent;
}

/// <summary>A column of the source row kept as it stood.</summary>
public sealed record ImportedField(string Name, string Value);
