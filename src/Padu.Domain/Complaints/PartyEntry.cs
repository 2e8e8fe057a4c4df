namespace Padu.Domain.Complaints;

/// <summary>Somebody's name in a party's register of members (SIPOL) without their knowing.</summary>
public static class PartyEntry
{
    /// <summary>The kind of grievance as <c>kinds.csv</c> names it.</summary>
    public static readonly GrievanceCode Kind = new("sipol");

    /// <summary>Whether closing for this reason says that the entry is gone.</summary>
    public static bool NeedsProof(Complaint complaint, ClosingReason reason) =>
        complaint.Kind == Kind && (reason is ClosingReason.AlreadyResolved or ClosingReason.Settled);

    /// <law>
    /// PKPU 4/2022 art. 140(4), rule 49: the party's own operator deletes, so whoever closes the case as done names what shows that the entry is gone: a
    /// picture of the register, the party's letter, with its date or number.
    /// </law>
    public static Refusal? Check(Complaint complaint, ComplaintCommand.Close close) =>
        NeedsProof(complaint, close.Reason) && string.IsNullOrWhiteSpace(close.Removal)
            ? new Refusal("close.removal-unproven", nameof(close.Removal))
            : Wording.Check(nameof(close.Removal), close.Removal, required: false, longest: 500);

    internal static IEnumerable<ComplaintEvent> Removed(Complaint complaint, ComplaintCommand.Close close) =>
        complaint.Kind == Kind && !string.IsNullOrWhiteSpace(close.Removal) ? [new ComplaintEvent.EntryRemoved(close.Removal)] : [];
}
