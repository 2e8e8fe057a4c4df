using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Padu.Domain.Organisations;

/// <summary>The offices of an installation and how they hang together.</summary>
public sealed class OfficeTree
{
    private readonly FrozenDictionary<OfficeCode, Office> offices;
    private readonly FrozenDictionary<OfficeCode, ImmutableArray<Office>> children;

    /// <exception cref="ArgumentException">A parent is missing, or offices stand above each other in a circle.</exception>
    public OfficeTree(IEnumerable<Office> all)
    {
        All = [.. all.OrderBy(office => office.Code.Value, StringComparer.Ordinal)];
        offices = All.ToFrozenDictionary(office => office.Code);
        children = All.Where(office => office.Parent is not null)
            .GroupBy(office => office.Parent!.Value)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        foreach (var office in All)
        {
            Check(office);
        }
    }

    /// <summary>In the order of their codes.</summary>
    public ImmutableArray<Office> All { get; }

    public Office? Find(OfficeCode code) => offices.GetValueOrDefault(code);

    public ImmutableArray<Office> ChildrenOf(OfficeCode code) => children.GetValueOrDefault(code, []);

    /// <summary>From the next one up to the top.</summary>
    public IEnumerable<Office> Above(OfficeCode code)
    {
        for (var office = NextUp(code); office is not null; office = NextUp(office.Code))
        {
            yield return office;
        }
    }

    /// <summary>The office that verifies and assigns a complaint about this one; null at the top (access.md).</summary>
    public Office? NextUp(OfficeCode code) => Find(code)?.Parent is { } parent ? Find(parent) : null;

    /// <summary>Whether <paramref name="office"/> is <paramref name="root"/> or hangs below it.</summary>
    public bool IsWithin(OfficeCode office, OfficeCode root) => office == root || Above(office).Any(upper => upper.Code == root);

    private void Check(Office office)
    {
        var steps = 0;
        for (var at = office; at.Parent is { } parent; at = offices[parent])
        {
            if (!offices.ContainsKey(parent))
            {
                throw new ArgumentException($"Office '{at.Code}' stands under '{parent}', which does not exist.");
            }

            if (++steps > All.Length)
            {
                throw new ArgumentException($"Office '{office.Code}' stands above itself.");
            }
        }
    }
}
