using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Coordination;

/// <summary>One day in a list, with the item's words opened.</summary>
public sealed record AgendaLine(AgendaDayRow Day, AgendaRow Row, string? Title, string? Place);

/// <param name="Next">The opaque place after the last line, or null at the end.</param>
/// <param name="From">Where this page begins, and <paramref name="Until"/> where it ends: what other modules add stands between.</param>
public sealed record AgendaPage(IReadOnlyList<AgendaLine> Lines, string? Next, Instant From, Instant Until);

/// <summary>A file of an activity with its place.</summary>
public sealed record AgendaGivenFile(int Version, bool IsPicture, Evidence File, string Description);

/// <summary>One item with its history opened, for pages that have asked whether this reader may.</summary>
public sealed record AgendaOpened(Agenda Agenda, IReadOnlyList<Recorded<AgendaEvent>> History) : IOpened<AgendaEvent>
{
    public AgendaText? Text => (History[0].Fact as AgendaEvent.Proposed)?.Text;

    public string? Place =>
        History[Agenda.PlaceVersion - 1].Fact switch
        {
            AgendaEvent.Moved e => e.Place,
            AgendaEvent.Countered e => e.Place,
            AgendaEvent.Proposed e => e.Text?.Place,
            _ => null,
        };

    public string? Plan => Last<AgendaEvent.Planned>()?.Plan;

    public AgendaEvent.OutcomeRecorded? Outcome => Last<AgendaEvent.OutcomeRecorded>();

    public string? People => Last<AgendaEvent.PeopleNamed>()?.People;

    /// <summary>Why it was called off.</summary>
    public string? Reason => Last<AgendaEvent.Cancelled>()?.Reason;

    public IEnumerable<AgendaGivenFile> Files =>
        History
            .Where(one => one.Fact is AgendaEvent.FileAdded { File: not null })
            .Select(one => (one.Version, Fact: (AgendaEvent.FileAdded)one.Fact))
            .Select(one => new AgendaGivenFile(one.Version, one.Fact.IsPicture, one.Fact.File!.Evidence, one.Fact.File.Description));

    private T? Last<T>()
        where T : AgendaEvent => History.Select(one => one.Fact).OfType<T>().LastOrDefault();
}

/// <summary>An item as a feed tells it.</summary>
/// <param name="Exceptions">The days that differ from the series.</param>
public sealed record FeedItem(AgendaRow Row, IReadOnlyList<AgendaDayRow> Exceptions, string? Title, string? Place, string? Description);

/// <summary>Reads for the pages and feeds of the agenda.</summary>
public sealed class AgendaQueries(IDbContextFactory<PaduDb> databases, Journal journal, AgendaStream stream)
{
    public const int PageSize = 50;

    /// <summary>A feed holds no more days: about ten a week for a year and a half each way.</summary>
    private const int MostDays = 2_000;

    /// <summary>The list of a scope: null is what anybody may read.</summary>
    public static string ListOf(Access.AgendaScope? scope) =>
        scope is null ? AgendaDayRow.PublicList
        : scope.All ? AgendaDayRow.WholeList
        : scope.Office?.Value ?? "";

    /// <summary>Fifty days of a list: from a moment on, or before it, the nearest first.</summary>
    /// <param name="today">Where the two meet: the beginning of today.</param>
    public async Task<AgendaPage> List(string list, bool past, Instant today, string? after, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = database.Set<AgendaDayRow>().AsNoTracking().Where(row => row.List == list && row.IsListed);
        var place = ListPlace.Read(after);
        if (past)
        {
            var (moment, id) = (place?.Moment ?? today, place?.Id ?? Guid.Empty);
            rows = rows.Where(row => row.Starts <= moment && (row.Starts < moment || row.Id.CompareTo(id) < 0))
                .OrderByDescending(row => row.Starts)
                .ThenByDescending(row => row.Id);
        }
        else
        {
            var (moment, id) = (place?.Moment ?? today, place?.Id ?? Guid.Empty);
            rows = rows.Where(row => row.Starts >= moment && (row.Starts > moment || row.Id.CompareTo(id) > 0))
                .OrderBy(row => row.Starts)
                .ThenBy(row => row.Id);
        }

        var found = await rows.Take(PageSize + 1).ToListAsync(cancel);
        var more = found.Count > PageSize;
        if (more)
        {
            found.RemoveAt(PageSize);
        }

        var edge = place?.Moment ?? today;
        var end =
            more ? found[^1].Starts
            : past ? Instant.MinValue
            : Instant.MaxValue;
        return new AgendaPage(
            await Lines(found, cancel),
            more ? ListPlace.Write(found[^1].Starts, found[^1].Id) : null,
            past ? end : edge,
            past ? edge : end
        );
    }

    /// <summary>The next days that anybody may read and that take place.</summary>
    public async Task<IReadOnlyList<AgendaLine>> Next(Instant from, int most, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var found = await database
            .Set<AgendaDayRow>()
            .AsNoTracking()
            .Where(row => row.List == AgendaDayRow.PublicList && row.IsListed && row.Starts >= from && row.IsLive)
            .OrderBy(row => row.Starts)
            .ThenBy(row => row.Id)
            .Take(most)
            .ToListAsync(cancel);
        return await Lines(found, cancel);
    }

    /// <summary>What this institution is asked and a reader may see, the nearest first.</summary>
    public async Task<IReadOnlyList<AgendaRow>> Awaiting(Institution institution, Access.AgendaScope scope, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = database.Set<AgendaRow>().AsNoTracking().Where(row => row.Awaits == institution);
        if (!scope.All)
        {
            var list = ListOf(scope);
            rows = rows.Where(row => database.Set<AgendaDayRow>().Any(day => day.List == list && day.Agenda == row.Id));
        }

        return await rows.OrderBy(row => row.Starts).ThenBy(row => row.Id).Take(PageSize).ToListAsync(cancel);
    }

    /// <param name="withPeople">False leaves the names of people sealed: for the pages of anybody.</param>
    public async Task<AgendaOpened?> Open(AgendaCode code, bool withPeople, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var id = await database.Set<AgendaRow>().Where(row => row.Code == code).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancel);
        return id is { } known && (await journal.Load(stream, known, cancel)).State is { Exists: true } state
            ? new AgendaOpened(
                state,
                await journal.History(stream, known, part => withPeople || part.Purpose != KeyPurpose.Identity, cancel)
            )
            : null;
    }

    /// <summary>Days of offices that take place and overlap a time; the item itself is left out.</summary>
    public async Task<IReadOnlyList<AgendaLine>> Overlapping(
        IReadOnlyCollection<OfficeCode> offices,
        Guid except,
        Instant starts,
        Instant ends,
        CancellationToken cancel
    )
    {
        var lists = offices.Select(office => office.Value).ToList();
        // An item ends on the day it begins: nothing that began a day earlier still lasts.
        var earliest = starts - Duration.FromDays(1);
        await using var database = await databases.CreateDbContextAsync(cancel);
        var found = await database
            .Set<AgendaDayRow>()
            .AsNoTracking()
            .Where(row =>
                lists.Contains(row.List)
                && row.IsListed
                && row.Starts > earliest
                && row.Starts < ends
                && row.Ends > starts
                && row.IsLive
                && row.Agenda != except
            )
            .Take(1_000)
            .ToListAsync(cancel);
        return await Lines(found, cancel);
    }

    /// <summary>The items of a list whose days begin after a moment, as a feed tells them.</summary>
    public async Task<IReadOnlyList<FeedItem>> Feed(string list, Instant from, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var days = await database
            .Set<AgendaDayRow>()
            .Where(row => row.List == list && row.IsListed && row.Starts >= from)
            .OrderBy(row => row.Starts)
            .ThenBy(row => row.Id)
            .Take(MostDays)
            .Select(row => row.Agenda)
            .ToListAsync(cancel);
        var ids = days.Distinct().ToList();
        var rows = await database.Set<AgendaRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel);
        var exceptions = (
            await database
                .Set<AgendaDayRow>()
                .AsNoTracking()
                .Where(row => row.List == list && ids.Contains(row.Agenda) && row.IsException)
                .ToListAsync(cancel)
        ).ToLookup(row => row.Agenda);
        var words = await Words(rows, cancel);
        return
        [
            .. rows.OrderBy(row => row.Starts)
                .ThenBy(row => row.Id)
                .Select(row =>
                {
                    var (text, place) = words[row.Id];
                    return new FeedItem(
                        row,
                        [.. exceptions[row.Id].OrderBy(day => day.OriginalStarts)],
                        text?.Title,
                        place,
                        text?.Description
                    );
                }),
        ];
    }

    /// <summary>The lines of some items, each on its first day.</summary>
    public async Task<IReadOnlyDictionary<Guid, string?>> Titles(IReadOnlyCollection<AgendaRow> rows, CancellationToken cancel) =>
        (await Words(rows, cancel)).ToDictionary(one => one.Key, one => one.Value.Text?.Title);

    private async Task<IReadOnlyList<AgendaLine>> Lines(List<AgendaDayRow> days, CancellationToken cancel)
    {
        var ids = days.Select(day => day.Agenda).Distinct().ToList();
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = await database
            .Set<AgendaRow>()
            .AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
        var words = await Words(rows.Values, cancel);
        return days.ConvertAll(day => new AgendaLine(day, rows[day.Agenda], words[day.Agenda].Text?.Title, words[day.Agenda].Place));
    }

    /// <summary>The words of some items and the place that holds, in two reads for all of them.</summary>
    private async Task<Dictionary<Guid, (AgendaText? Text, string? Place)>> Words(
        IReadOnlyCollection<AgendaRow> rows,
        CancellationToken cancel
    )
    {
        var opened = await journal.OpenMany(stream, [.. rows.Select(row => (row.Id, 1))], _ => true, cancel);
        var moved = rows.Where(row => row.PlaceVersion > 1).Select(row => (row.Id, row.PlaceVersion)).ToList();
        var places = moved.Count == 0 ? null : await journal.OpenMany(stream, moved, _ => true, cancel);
        return rows.ToDictionary(
            row => row.Id,
            row =>
            {
                var text = (opened.GetValueOrDefault(row.Id)?.Fact as AgendaEvent.Proposed)?.Text;
                var place = places?.GetValueOrDefault(row.Id)?.Fact switch
                {
                    AgendaEvent.Moved e => e.Place,
                    AgendaEvent.Countered e => e.Place,
                    _ => text?.Place,
                };
                return (text, place);
            }
        );
    }
}
