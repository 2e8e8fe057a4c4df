using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Complaints;

/// <summary>What an officer tells beside the complaint itself when entering it for somebody.</summary>
/// <param name="ReceivedAt">The legal moment of receipt.</param>
public sealed record DeskEntry(Instant ReceivedAt, LocalDate? LetterDate, bool ReadBack, string? Reason);

/// <summary>Entering for somebody else.</summary>
public sealed partial class ComplaintDesk
{
    /// <summary>Enters what came in at the counter, by letter or by telephone; sending the same form again answers with the first receipt.</summary>
    public async Task<Filed> TakeIn(Actor.Staff officer, FilingRequest filing, DeskEntry entry, CancellationToken cancel)
    {
        var submit = await Submission(filing, entry.ReceivedAt, cancel);
        var taken = new ComplaintCommand.TakeIn(submit, clock.GetCurrentInstant(), entry.LetterDate, entry.ReadBack, entry.Reason);
        return await File(Plan(filing, submit, entry.ReceivedAt, alsoStore: null), taken, officer, entry.ReceivedAt, cancel);
    }
}
