using NodaTime;
using Padu.Domain.Coordination;

namespace Padu.Coordination;

/// <summary>One line of an agenda page: a day of our own, or what another module holds.</summary>
public sealed record AgendaShown(Instant Starts, AgendaLine? Line, AgendaEntry? Entry);

/// <summary>A page of an agenda, with what other modules add to it.</summary>
/// <param name="Next">The opaque place after the last line, or null at the end.</param>
public sealed record AgendaSheet(IReadOnlyList<AgendaShown> Lines, string? Next);

/// <summary>Puts together what stands on an agenda page or in a feed: the items of this module and the days of others.</summary>
public sealed class AgendaReading(
    AgendaQueries queries,
    IEnumerable<IAgendaSource> sources,
    AgendaFeed feed,
    AgendaWords words,
    IClock clock
)
{
    /// <summary>How far back a feed and the entries of other modules go, and how far ahead the latter.</summary>
    private static readonly Duration Back = Duration.FromDays(180);

    private static readonly Duration Ahead = Duration.FromDays(730);

    public async Task<AgendaSheet> Sheet(AgendaReader reader, bool past, string? after, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var page = await queries.List(AgendaQueries.ListOf(reader.Scope), past, words.StartOfToday(now), after, cancel);
        var from = Instant.Max(page.From, now - Back);
        var until = Instant.Min(page.Until, now + Ahead);
        var entries = from < until ? await Entries(from, until, reader, cancel) : [];
        var all = page
            .Lines.Select(line => new AgendaShown(line.Day.Starts, line, null))
            .Concat(entries.Select(entry => new AgendaShown(entry.Starts, null, entry)));
        return new AgendaSheet([.. past ? all.OrderByDescending(one => one.Starts) : all.OrderBy(one => one.Starts)], page.Next);
    }

    /// <summary>The next days that anybody may read and that take place, the nearest first.</summary>
    public async Task<IReadOnlyList<AgendaShown>> Next(int most, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var lines = await queries.Next(now, most, cancel);
        var entries = await Entries(now, now + Ahead, new AgendaReader(null, words.Language), cancel);
        return
        [
            .. lines
                .Select(line => new AgendaShown(line.Day.Starts, line, null))
                .Concat(
                    entries
                        .Where(entry => entry is { Status: EntryStatus.Confirmed, IsWholeDay: false })
                        .Select(entry => new AgendaShown(entry.Starts, null, entry))
                )
                .OrderBy(one => one.Starts)
                .Take(most),
        ];
    }

    /// <summary>The whole feed of a reader as text.</summary>
    /// <param name="pathOf">The page of an item for this reader.</param>
    public async Task<string> Feed(string name, AgendaReader reader, Func<AgendaRow, string> pathOf, CancellationToken cancel)
    {
        // From a day on, not from a moment: the same within a day, so that a calendar hears that nothing changed.
        var today = words.StartOfToday(clock.GetCurrentInstant());
        var items = await queries.Feed(AgendaQueries.ListOf(reader.Scope), today - Back, cancel);
        var entries = await Entries(today - Back, today + Ahead, reader, cancel);
        return feed.Write(name, items, entries, words.Legal.Zone, pathOf);
    }

    private async Task<List<AgendaEntry>> Entries(Instant from, Instant until, AgendaReader reader, CancellationToken cancel)
    {
        var entries = new List<AgendaEntry>();
        foreach (var source in sources)
        {
            entries.AddRange(await source.Between(from, until, reader, cancel));
        }

        return [.. entries.OrderBy(entry => entry.Starts).ThenBy(entry => entry.Uid, StringComparer.Ordinal)];
    }
}
