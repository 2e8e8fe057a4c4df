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
    ) : ComplaintCommand
    {
        /// <summary>Who files for the person harmed; null for oneself.</summary>
        public Representation? Representation { get; init; }

        /// <summary>The privacy notice that stood before whoever files; null where no page showed one.</summary>
        public WordingVersion? Notice { get; init; }

        /// <summary>The complaint is about <see cref="Office"/> itself or its head, so the next one up receives it.</summary>
        public bool IsAboutOffice { get; init; }

        /// <summary>The stage of an election it concerns; null where whoever files names none.</summary>
        public StageRef? Concern { get; init; }

        /// <summary>The complainant wishes not to be brought together with whom they complain of.</summary>
        public bool WishesApart { get; init; }

        /// <summary>The next office up that has a desk in this installation; asked only where <see cref="IsAboutOffice"/>.</summary>
        public OfficeCode? Above { get; init; }
    }

    public sealed record RequestCompletion(ImmutableArray<MissingItem> Missing, string Message) : ComplaintCommand;

    public sealed record Complete(string Text, ImmutableArray<Evidence> Evidence) : ComplaintCommand;

    /// <param name="LateReason">Why a complaint that came late is taken all the same; asked only where it did.</param>
    public sealed record Verify(ComplaintClass Class, string Title, string? LateReason = null) : ComplaintCommand
    {
        /// <summary>The kind of grievance as the officer sees it; null to leave it open.</summary>
        public GrievanceCode? Kind { get; init; }

        /// <summary>The complainant asks for compensation.</summary>
        public bool AsksCompensation { get; init; }
    }

    /// <param name="Target">The office that must answer, as the register knows it; null when no such office exists.</param>
    public sealed record Assign(Office? Target, UnitCode Unit, string? Instruction) : ComplaintCommand
    {
        /// <summary>Who holds the posts there; the desk reads it from the register.</summary>
        public Around Around { get; init; } = Around.Nobody;
    }

    public sealed record Answer(string Text, ImmutableArray<Evidence> Evidence) : ComplaintCommand
    {
        /// <summary>What it says to a wish for compensation; null where none was asked for.</summary>
        public Compensation? Compensation { get; init; }
    }

    public sealed record Reply(string Text, ImmutableArray<Evidence> Evidence) : ComplaintCommand;

    public sealed record Accept(string? Text) : ComplaintCommand;

    public sealed record Close(ClosingReason Reason, string Explanation) : ComplaintCommand
    {
        /// <summary>What shows that an entry in a party's register is gone; asked only of such a case.</summary>
        public string? Removal { get; init; }
    }

    /// <summary>Sent by the sweep for a clock whose due moment has passed.</summary>
    public sealed record Lapse(ClockKind Kind) : ComplaintCommand;

    /// <summary>Counts the open clocks by the holidays as they stand now.</summary>
    public sealed record Recount : ComplaintCommand;

    public sealed record RevealIdentity(string Reason) : ComplaintCommand;

    /// <param name="Subject">The file of that place as the desk reads it; null when there is none or its words were erased.</param>
    public sealed record ReleaseOriginal(FileRef File, Evidence? Subject, string Reason) : ComplaintCommand;

    /// <summary>Sent by the scanning follower for a file in which the scanner found something.</summary>
    /// <param name="Finding">What the scanner calls it.</param>
    public sealed record QuarantineFile(FileRef File, string Finding) : ComplaintCommand;

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
