using Padu.Domain.Complaints;

namespace Padu.Complaints;

/// <summary>Whatever keeps a copy of something personal beside the journal; asked after an erasure was committed.</summary>
public interface IKeepsCopies
{
    /// <summary>Removes what it keeps of these complaints. Asked again it finds nothing.</summary>
    Task Forget(IReadOnlyCollection<PublicNumber> erased, CancellationToken cancel);
}
