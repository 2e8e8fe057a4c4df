using System.Collections.Immutable;

namespace Padu.Storage;

/// <summary>Every kind of stream of this program, by prefix.</summary>
public sealed class StreamKinds
{
    private readonly ImmutableDictionary<string, IStreamKind> _byPrefix;

    public StreamKinds(IEnumerable<IStreamKind> kinds)
    {
        All = [.. kinds.OrderBy(kind => kind.Prefix, StringComparer.Ordinal)];
        _byPrefix = All.ToImmutableDictionary(kind => kind.Prefix);
    }

    public ImmutableArray<IStreamKind> All { get; }

    internal static string StreamOf(IStreamKind kind, Guid id) => $"{kind.Prefix}/{id:D}";

    /// <summary>The kind and id of a stream by its name.</summary>
    internal (IStreamKind Kind, Guid Id) Of(string stream)
    {
        var slash = stream.IndexOf('/', StringComparison.Ordinal);
        return
            slash > 0 && _byPrefix.TryGetValue(stream[..slash], out var kind) && Guid.TryParseExact(stream[(slash + 1)..], "D", out var id)
            ? (kind, id)
            : throw new InvalidOperationException($"'{stream}' is the name of no stream this program knows.");
    }
}
