using NodaTime;
using Padu.Domain.Complaints;
using Padu.Storage;

namespace Padu.Documents;

/// <summary>The rows that keep the files of an act, and their originals, from the orphan sweeper.</summary>
public static class EvidenceReferences
{
    /// <param name="holder">The stream whose event names the files.</param>
    public static IEnumerable<object> References(
        this IBlobStore blobs,
        IReadOnlyCollection<Evidence> evidence,
        string holder,
        Instant at
    ) =>
        evidence
            .Select(file => (file.Hash, file.Key, file.Bytes))
            .Concat(evidence.Select(file => file.Original).OfType<OriginalFile>().Select(file => (file.Hash, file.Key, file.Bytes)))
            .Select(file => blobs.Reference(file.Hash, file.Key, file.Bytes, holder, at));
}
