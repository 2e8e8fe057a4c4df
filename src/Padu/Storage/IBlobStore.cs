using NodaTime;
using Padu.Domain.Complaints;

namespace Padu.Storage;

/// <summary>A stored file.</summary>
/// <param name="Hash">Of its plain content.</param>
/// <param name="Key">The file's own key, base64: it goes, sealed, into the event that refers to the file, so that the file dies with that event's key.</param>
public sealed record StoredBlob(ContentHash Hash, long Bytes, string Key);

/// <summary>
/// Files, each sealed under a random key of its own, under a name that tells nothing without the pepper. A file is durable before
/// <see cref="Put"/> returns; until a row refers to it for good it is an orphan, swept after two days (drafts live one).
/// </summary>
public interface IBlobStore
{
    /// <summary>Stores what can be read of <paramref name="content"/>; null when it is longer than <paramref name="limit"/> bytes.</summary>
    Task<StoredBlob?> Put(Stream content, long limit, CancellationToken cancel = default);

    /// <summary>The plain content; null when there is no such file or the key does not open it.</summary>
    Task<Stream?> Open(ContentHash hash, string key, CancellationToken cancel = default);

    /// <summary>The row that keeps the file from the orphan sweeper: store it in the transaction of the act that refers to it.</summary>
    /// <param name="holder">The stream that refers to it.</param>
    BlobReferenceRow Reference(ContentHash hash, string key, long bytes, string holder, Instant at);

    /// <summary>Removes a file that no row refers to any more; the sweeper would find it later.</summary>
    void Delete(string name);
}
