using Padu.Complaints;
using Padu.Domain.Complaints;

namespace Padu.Letters;

/// <summary>Tells a transfer the number of its letter.</summary>
public sealed class OnwardLetters(LetterQueries letters) : IOnwardLetters
{
    public async Task<OnwardLetterIssued?> Of(Complaint complaint, CancellationToken cancel) =>
        complaint.Transfer is { } transfer ? await letters.IssuedTo(complaint, transfer.Addressee, cancel) : null;
}
