using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;

namespace Padu.Coordination;

/// <summary>Something else that one of the offices has at that time: a warning with names, never a bar.</summary>
/// <param name="Title">Null where it was erased.</param>
/// <param name="Path">Its page.</param>
public sealed record Collision(OfficeCode Office, Instant Starts, Instant Ends, string? Title, string? Path);

/// <summary>Finds what offices have at the times of an item or of something another module holds: other items, and what other modules hold.</summary>
public sealed class AgendaCollisions(AgendaQueries queries, IEnumerable<IAgendaSource> sources, AgendaWords words)
{
    /// <summary>More names help nobody.</summary>
    private const int Most = 12;

    public async Task<IReadOnlyList<Collision>> Of(Agenda agenda, CancellationToken cancel)
    {
        if (!agenda.IsLive || agenda.State == AgendaState.Held)
        {
            return [];
        }

        var days = agenda.Occurrences.Where(day => !day.IsOff).Select(day => (agenda.StartOf(day.Slot), agenda.EndOf(day.Slot))).ToList();
        return await Of(agenda.Offices, days, agenda.Id.Value, path: null, cancel);
    }

    /// <summary>What offices have beside something of another module.</summary>
    /// <param name="path">The page of that something, which does not collide with itself.</param>
    public Task<IReadOnlyList<Collision>> Of(
        IReadOnlyCollection<OfficeCode> offices,
        Instant starts,
        Instant ends,
        string path,
        CancellationToken cancel
    ) => Of(offices, [(starts, ends)], Guid.Empty, path, cancel);

    private async Task<IReadOnlyList<Collision>> Of(
        IReadOnlyCollection<OfficeCode> offices,
        List<(Instant Starts, Instant Ends)> times,
        Guid item,
        string? path,
        CancellationToken cancel
    )
    {
        if (times.Count == 0)
        {
            return [];
        }

        var (first, last) = (times.Min(time => time.Starts), times.Max(time => time.Ends));
        var found = (await queries.Overlapping(offices, item, first, last, cancel))
            .Select(line => new Collision(
                new OfficeCode(line.Day.List),
                line.Day.Starts,
                line.Day.Ends,
                line.Title,
                $"/kerja-sama/agenda/{line.Row.Code}"
            ))
            .ToList();
        foreach (var source in sources)
        {
            found.AddRange(
                (await source.Busy(offices, first, last, words.Language, cancel))
                    .Where(busy => busy.Entry.Path != path)
                    .Select(busy => new Collision(busy.Office, busy.Entry.Starts, busy.Entry.Ends, busy.Entry.Title, busy.Entry.Path))
            );
        }

        return
        [
            .. found
                .Where(one => times.Exists(time => one.Starts < time.Ends && one.Ends > time.Starts))
                .OrderBy(one => one.Starts)
                .ThenBy(one => one.Office.Value, StringComparer.Ordinal)
                .Take(Most),
        ];
    }
}
