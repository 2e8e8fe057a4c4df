using Padu.Domain.Obligations;

namespace Padu.Obligations;

/// <summary>Where a source can be read, and how it is called.</summary>
/// <param name="Path">The public page; null while there is none.</param>
public sealed record SourceName(string? Title, string? Path);

/// <summary>A module that holds sources names them for the boards.</summary>
public interface ISourceNames
{
    bool Holds(SourceKind kind);

    Task<IReadOnlyDictionary<Guid, SourceName>> Of(IReadOnlyCollection<Guid> streams, CancellationToken cancel);
}

/// <summary>The sources of some lines, asked of whoever holds them.</summary>
public sealed class SourceRegister(IEnumerable<ISourceNames> holders)
{
    public async Task<IReadOnlyDictionary<Guid, SourceName>> Of(IEnumerable<ObligationRow> rows, CancellationToken cancel)
    {
        var found = new Dictionary<Guid, SourceName>();
        foreach (var kind in rows.GroupBy(row => row.Source))
        {
            if (holders.FirstOrDefault(holder => holder.Holds(kind.Key)) is { } holder)
            {
                foreach (var (id, name) in await holder.Of([.. kind.Select(row => row.SourceStream).Distinct()], cancel))
                {
                    found[id] = name;
                }
            }
        }

        return found;
    }
}
