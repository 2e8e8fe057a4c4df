using NodaTime;

namespace Padu.Domain.Complaints;

/// <summary>What an answer says to a wish for compensation.</summary>
/// <param name="Granted">False where it is refused; why stands in the answer.</param>
/// <param name="Amount">Whole rupiah; null where it is refused.</param>
/// <param name="PayBy">The last day of payment; null where it is refused.</param>
public sealed record Compensation(bool Granted, long? Amount, LocalDate? PayBy);

/// <summary>Compensation for who asked for it.</summary>
public static class Compensating
{
    /// <law>
    /// UU 25/2009 art. 50(3), rule 10: where compensation was asked for, the decision states the amount and by when it is paid, or refuses it; the answer,
    /// which is never empty, holds the reason.
    /// </law>
    public static Refusal? Check(Complaint complaint, Compensation? decided, LocalDate today) =>
        decided switch
        {
            null => complaint.AsksCompensation ? new Refusal("compensation.undecided", "Compensation") : null,
            _ when !complaint.AsksCompensation => new Refusal("compensation.not-asked", "Compensation"),
            { Granted: false } => null,
            { Amount: not > 0 } => new Refusal("compensation.amount-missing", "CompensationAmount"),
            { PayBy: null } => new Refusal("compensation.date-missing", "CompensationPayBy"),
            { PayBy: { } day } => day < today ? new Refusal("compensation.date-past", "CompensationPayBy") : null,
        };

    /// <summary>The fact beside an answer or a proposed one; none where nothing was asked for. A refusal has neither amount nor day.</summary>
    internal static IEnumerable<ComplaintEvent> Decided(Compensation? decided) =>
        decided switch
        {
            null => [],
            { Granted: false } => [new ComplaintEvent.CompensationDecided(new Compensation(false, null, null))],
            _ => [new ComplaintEvent.CompensationDecided(decided)],
        };
}
