using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Examinations;

/// <summary>
/// Every fact of an examination. As with complaints, a property is public when its type is made of codes, references, dates and numbers; everything
/// else is sealed, nullable, and null when it was not opened. What is public here may still be the Ombudsman's alone: who sees which step is told by
/// the timeline, not by the type.
/// </summary>
public abstract record ExaminationEvent
{
    private ExaminationEvent() { }

    /// <summary>Clocks started or changed by this fact; a clock of the same kind replaces the earlier one.</summary>
    public ImmutableArray<Clock> Clocks { get; init; } = [];

    /// <summary>A report came in. Written in one transaction with the complaint's escalation.</summary>
    /// <param name="About">The office complained about.</param>
    /// <param name="Wish">What the complainant hopes from the Ombudsman, in their own words.</param>
    public sealed record Opened(
        ExaminationId Id,
        ComplaintId Complaint,
        PublicNumber Number,
        OfficeCode Office,
        OfficeCode About,
        EscalationWay Way,
        Guid ReporterId,
        IdentityLevel Level,
        bool SharesIdentity,
        bool HasEmail,
        bool IsClosedToKpu,
        Exhaustion Exhaustion,
        string? Wish
    ) : ExaminationEvent;

    /// <summary>The complainant was asked for what is missing (UU 37/2008 art. 25).</summary>
    public sealed record CompletionRequested(ImmutableArray<MissingItem> Missing, string? Message) : ExaminationEvent;

    public sealed record Completed(string? Text, ImmutableArray<Evidence>? Evidence) : ExaminationEvent;

    /// <summary>The complainant let the Ombudsman know who they are.</summary>
    public sealed record IdentityShared : ExaminationEvent;

    /// <summary>Verified formally and materially; what the assistant proposes stays inside.</summary>
    public sealed record Verified(Proposal? Proposal) : ExaminationEvent;

    /// <summary>Accepted in plenary; takes the next number in the office's register of that year.</summary>
    public sealed record Registered(OfficeCode Office, int Year, LocalDate PlenaryOn, string? Note) : ExaminationEvent;

    /// <summary>Not accepted in plenary.</summary>
    /// <param name="Suggestion">The body that is competent, where the plenary names one (art. 27).</param>
    /// <param name="Explanation">The plain words to the complainant.</param>
    public sealed record Declined(DeclineReason Reason, OfficeCode? Suggestion, LocalDate PlenaryOn, string? Explanation)
        : ExaminationEvent;

    /// <summary>An examiner took it up.</summary>
    public sealed record Begun(PostId Examiner) : ExaminationEvent;

    /// <summary>What the Ombudsman writes for itself.</summary>
    public sealed record Deliberated(string? Text) : ExaminationEvent;

    /// <summary>Somebody read the deliberations.</summary>
    public sealed record DeliberationsRead : ExaminationEvent;

    /// <summary>Somebody entitled read a protected identity, and why.</summary>
    public sealed record IdentityRevealed(string? Reason) : ExaminationEvent;

    public sealed record FlaggedRapid(ImmutableArray<RapidCriterion> Criteria, string? Note) : ExaminationEvent;

    /// <summary>Concluded in plenary; from here the election commission reads the words too.</summary>
    public sealed record Concluded(Conclusion Conclusion, LocalDate PlenaryOn, string? Text) : ExaminationEvent;

    /// <summary>One of the sides asked for mediation or conciliation.</summary>
    public sealed record SettlementAsked(SettlementParty By) : ExaminationEvent;

    /// <summary>The complainant wishes not to be brought together with the other side.</summary>
    public sealed record ApartWished : ExaminationEvent;

    /// <summary>What came of the mediation, told with the conclusion that follows.</summary>
    public sealed record Settled(Settlement Settlement) : ExaminationEvent;

    /// <summary>Told and closed.</summary>
    /// <param name="Told">How a complainant without e-mail was told.</param>
    public sealed record Closed(string? Told) : ExaminationEvent;

    /// <summary>The complainant's words to the Ombudsman were erased with those of the complaint; what the Ombudsman wrote stays.</summary>
    public sealed record PersonalDataErased(PrivacyRequestId Request) : ExaminationEvent;

    /// <summary>A clock ran out unmet. <see cref="DueAt"/> is the true moment, however late the sweep came.</summary>
    public sealed record ClockLapsed(ClockKind Kind, Instant DueAt) : ExaminationEvent;

    /// <summary>The holidays changed; the open clocks were counted again and keep the dates told before.</summary>
    public sealed record ClocksRecounted : ExaminationEvent;
}
