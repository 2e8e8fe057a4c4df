using NodaTime;
using Padu.Domain.Complaints;

namespace Padu.Storage;

/// <summary>A stored file. <paramref name="Hash"/> is of its plain content.</summary>
public sealed record StoredBlob(string Stream, ContentHash Hash, long Bytes);

/// <summary>Files, sealed under the words key of the stream they belong to. A file is durable before <see cref="Put"/> returns.</summary>
public interface IBlobStore
{
    /// <summary>Stores what can be read of <paramref name="content"/>; null when it is longer than <paramref name="limit"/> bytes.</summary>
    Task<StoredBlob?> Put(IStreamKind kind, Guid id, Stream content, long limit, CancellationToken cancel = default);

    /// <summary>The plain content; null when there is no such file or its key is gone.</summary>
    Task<Stream?> Open(IStreamKind kind, Guid id, ContentHash hash, CancellationToken cancel = default);

    /// <summary>The row that keeps the file from the orphan sweeper: store it with the act, or with the draft, that refers to it.</summary>
    /// <param name="holder">What refers to it: the stream, or the draft.</param>
    BlobReferenceRow Reference(StoredBlob blob, string holder, Instant at);
}
