using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Examinations;

/// <summary>Every request to an examination. Who asks, when, and under which law come beside it in <see cref="ExaminationContext"/>.</summary>
public abstract record ExaminationCommand
{
    private ExaminationCommand() { }

    /// <summary>Sent with the complaint's escalation.</summary>
    /// <param name="Escalated">The fact that opens it, as the complaint's rule gave it.</param>
    /// <param name="Complaint">The complaint as it stands after that fact.</param>
    /// <param name="About">The office complained about.</param>
    public sealed record Open(ComplaintEvent.Escalated Escalated, Complaint Complaint, OfficeCode About, string? Wish) : ExaminationCommand
    {
        /// <summary>The office that refers it asks the Ombudsman to mediate.</summary>
        public bool AsksSettlement { get; init; }
    }

    /// <summary>The complainant asks the Ombudsman to mediate.</summary>
    /// <param name="Apart">Without being brought together with the other side.</param>
    public sealed record AskSettlement(bool Apart) : ExaminationCommand;

    public sealed record RequestCompletion(ImmutableArray<MissingItem> Missing, string Message) : ExaminationCommand;

    public sealed record Complete(string Text, ImmutableArray<Evidence> Evidence) : ExaminationCommand;

    /// <summary>Sent with the complaint's <see cref="ComplaintCommand.ShareIdentity"/>.</summary>
    public sealed record ShareIdentity : ExaminationCommand;

    public sealed record Verify(Proposal Proposal) : ExaminationCommand;

    public sealed record Register(LocalDate PlenaryOn, string? Note) : ExaminationCommand;

    /// <param name="Suggestion">The body that is competent, as the register knows it.</param>
    public sealed record Decline(DeclineReason Reason, Office? Suggestion, LocalDate PlenaryOn, string Explanation) : ExaminationCommand;

    public sealed record Begin : ExaminationCommand;

    public sealed record Deliberate(string Text) : ExaminationCommand;

    public sealed record ReadDeliberations : ExaminationCommand;

    public sealed record RevealIdentity(string Reason) : ExaminationCommand;

    public sealed record FlagRapid(ImmutableArray<RapidCriterion> Criteria, string Note) : ExaminationCommand;

    public sealed record Conclude(Conclusion Conclusion, LocalDate PlenaryOn, string Text) : ExaminationCommand
    {
        /// <summary>What came of a mediation; null where there was none and nobody had asked for one.</summary>
        public Settlement? Settlement { get; init; }
    }

    public sealed record Close(string? Told) : ExaminationCommand;

    /// <summary>Sent with the complaint's <see cref="ComplaintCommand.Erase"/>.</summary>
    public sealed record Erase(PrivacyRequestId Request) : ExaminationCommand;

    /// <summary>Sent by the sweep for a clock whose due moment has passed.</summary>
    public sealed record Lapse(ClockKind Kind) : ExaminationCommand;

    /// <summary>Counts the open clocks by the holidays as they stand now.</summary>
    public sealed record Recount : ExaminationCommand;
}

/// <summary>What a decision is told beside the command.</summary>
/// <param name="At">The legal moment of the act (occurred_at).</param>
public sealed record ExaminationContext(Actor Actor, Instant At, LegalContext Legal);
