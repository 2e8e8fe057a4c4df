using System.Collections.Concurrent;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Storage;
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

/// <summary>
/// What waits for a reader over all modules: what has a day by its day, then what has none. All of it follows from the journal and the day, so as long as
/// neither has moved on it is not asked again.
/// </summary>
public sealed class WhatWaits(IEnumerable<IWaits> modules, Journal journal, Texts texts, Say say)
{
    private Known _known = new(-1, LocalDate.MinIsoValue);

    public async Task<IReadOnlyList<WaitingLine>> For(Actor.Staff reader, CancellationToken cancel)
    {
        // Taken before reading: what is written meanwhile makes it old.
        var known = At(journal.Head(), say.Today);
        var whose = (reader, texts.Language.Name);
        return known.Lines.TryGetValue(whose, out var lines) ? lines : known.Lines[whose] = await Ask(reader, cancel);
    }

    private async Task<IReadOnlyList<WaitingLine>> Ask(Actor.Staff reader, CancellationToken cancel)
    {
        var found = new List<WaitingLine>();
        foreach (var module in modules)
        {
            found.AddRange(await module.For(reader, cancel));
        }

        return [.. found.OrderBy(line => line.By ?? LocalDate.MaxIsoValue)];
    }

    private Known At(long head, LocalDate today)
    {
        var known = _known;
        return known.Head == head && known.Today == today ? known : _known = new Known(head, today);
    }

    /// <summary>What was found when the journal ended there.</summary>
    private sealed record Known(long Head, LocalDate Today)
    {
        public ConcurrentDictionary<(Actor.Staff Reader, string Language), IReadOnlyList<WaitingLine>> Lines { get; } = new();
    }
}
