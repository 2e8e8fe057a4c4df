using NodaTime;
using Padu.Domain.Organisations;
using Padu.Web;

namespace Padu.Organisations;

/// <summary>One thing that is asked of the office of whoever reads.</summary>
/// <param name="What">In the language of the reader.</param>
/// <param name="Path">Where it is done.</param>
/// <param name="How">How near the day is, or only that it waits.</param>
/// <param name="By">The last day; null where none is set.</param>
public sealed record WaitingLine(string What, string Path, Nearness How, LocalDate? By = null);

/// <summary>A module that knows what is asked of an office. It is asked wherever a day begins: a few reads along indexes.</summary>
public interface IWaits
{
    Task<IReadOnlyList<WaitingLine>> For(Actor.Staff reader, CancellationToken cancel);
}

/// <summary>What waits for a reader over all modules: what has a day by its day, then what has none.</summary>
public sealed class WhatWaits(IEnumerable<IWaits> modules)
{
    public async Task<IReadOnlyList<WaitingLine>> For(Actor.Staff reader, CancellationToken cancel)
    {
        var found = new List<WaitingLine>();
        foreach (var module in modules)
        {
            found.AddRange(await module.For(reader, cancel));
        }

        return [.. found.OrderBy(line => line.By ?? LocalDate.MaxIsoValue)];
    }
}
