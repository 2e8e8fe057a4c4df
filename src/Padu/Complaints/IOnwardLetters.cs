using NodaTime;
using Padu.Domain.Complaints;

namespace Padu.Complaints;

/// <summary>An onward letter that has its number.</summary>
/// <param name="Id">Its page is <c>/meja/surat/{Id}</c>.</param>
public sealed record OnwardLetterIssued(Guid Id, string Number, LocalDate On);

/// <summary>Where the letters of cases are kept, asked for the one that goes with a transfer.</summary>
public interface IOnwardLetters
{
    /// <summary>The newest letter issued, and not revoked, to the body to which this case is being handed on; null where there is none.</summary>
    Task<OnwardLetterIssued?> Of(Complaint complaint, CancellationToken cancel);
}
