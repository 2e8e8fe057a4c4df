using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>The facts of receiving: who took it in, who speaks for whom, against whom it goes, and where it goes on to.</summary>
public abstract partial record ComplaintEvent
{
    /// <summary>
    /// An office entered it for somebody. When it was received is the moment of the filing; <see cref="EnteredAt"/> is when it was typed in.
    /// </summary>
    /// <param name="ReadBack">What was said aloud was read back to whoever said it, and agreed.</param>
    /// <param name="Reason">Why it was entered more than a day after it was received.</param>
    public sealed record TakenIn(OfficeCode Desk, Instant EnteredAt, LocalDate? LetterDate, bool ReadBack, string? Reason) : ComplaintEvent;

    /// <summary>It is about this office itself or its head; the next one up received it.</summary>
    public sealed record AgainstOffice(OfficeCode Office) : ComplaintEvent;

    /// <summary>The complainant wishes not to be brought together with whom they complain of (UU 25/2009 art. 49).</summary>
    public sealed record ApartWished : ComplaintEvent;

    /// <summary>Somebody files for the person harmed.</summary>
    public sealed record Represented(
        RepresentationKind Kind,
        bool GuardianConsents,
        bool HasPower,
        Representative? Who,
        ImmutableArray<Evidence>? Power
    ) : ComplaintEvent;

    /// <summary>The power of attorney was shown afterwards.</summary>
    public sealed record PowerShown(ImmutableArray<Evidence>? Power) : ComplaintEvent;

    /// <summary>Taken although it came more than thirty days after the service.</summary>
    public sealed record AcceptedLate(string? Reason) : ComplaintEvent;

    /// <summary>Given another class, or marked as before a court, after verification.</summary>
    public sealed record Classified(ComplaintClass Class, bool IsInCourt, string? Reason) : ComplaintEvent
    {
        /// <summary>Since version 2; null where the kind stays as it was.</summary>
        public GrievanceCode? Kind { get; init; }
    }

    /// <summary>The office proposes to hand it on to a body that is competent.</summary>
    /// <param name="NeedsIdentity">That body takes no report without name and address.</param>
    /// <param name="KnownOn">Since when the complainant has known of it: from then runs that body's own period.</param>
    public sealed record TransferProposed(
        OfficeCode Addressee,
        TransferExtent Extent,
        bool NeedsIdentity,
        LocalDate? KnownOn,
        string? Reason
    ) : ComplaintEvent;

    public sealed record TransferAgreed(OfficeCode Addressee, ConsentBasis Basis, string? Note) : ComplaintEvent;

    public sealed record TransferDeclined(OfficeCode Addressee, ConsentBasis Basis, string? Note) : ComplaintEvent;

    /// <summary>The onward letter went out.</summary>
    public sealed record Transferred(OfficeCode Addressee, LocalDate SentOn, string? LetterNumber) : ComplaintEvent;
}
