namespace Padu.Domain.Complaints;

/// <summary>Facts about the complainant's personal data: what was told of it, allowed, corrected, restricted, held and erased.</summary>
public abstract partial record ComplaintEvent
{
    /// <summary>The privacy notice stood before whoever filed, in this wording.</summary>
    public sealed record NoticeShown(WordingVersion Wording) : ComplaintEvent;

    /// <summary>The complainant allowed something beside the complaint, by these words.</summary>
    public sealed record ConsentGiven(ConsentKind Kind, WordingVersion Wording) : ComplaintEvent;

    /// <summary>And took it back; what was done before stays done.</summary>
    public sealed record ConsentWithdrawn(ConsentKind Kind) : ComplaintEvent;

    /// <summary>Name, address or contact were corrected on request; the new ones follow in an <see cref="Identified"/>, the old ones are shown to nobody.</summary>
    public sealed record IdentityCorrected(PrivacyRequestId Request, bool HasEmail) : ComplaintEvent;

    /// <summary>Processing waits, as the complainant asked; the file is kept and not worked on.</summary>
    public sealed record ProcessingRestricted(PrivacyRequestId Request) : ComplaintEvent;

    /// <summary>Processing goes on.</summary>
    /// <param name="Reason">Why the custodian ended it; null when the complainant did.</param>
    public sealed record RestrictionLifted(string? Reason) : ComplaintEvent;

    /// <summary>The file is needed in proceedings: nothing of it may be erased.</summary>
    public sealed record HoldPlaced(string? Reason) : ComplaintEvent;

    public sealed record HoldLifted(string? Reason) : ComplaintEvent;

    /// <summary>
    /// The keys of the complainant's identity and own words were destroyed in this transaction, with those of the request and of the Ombudsman's files about
    /// it. What offices wrote stays.
    /// </summary>
    public sealed record PersonalDataErased(PrivacyRequestId Request, ErasureReason Reason) : ComplaintEvent;
}
