using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Obligations;

/// <summary>One line of a board, with its title opened.</summary>
public sealed record ObligationLine(ObligationRow Row, string? Title);

/// <param name="Next">The opaque place after the last line, or null at the end.</param>
public sealed record ObligationPage(IReadOnlyList<ObligationLine> Lines, string? Next);

/// <summary>One obligation with its history, as a reader on the desk may see it.</summary>
public sealed record ObligationFile(Obligation Obligation, IReadOnlyList<Recorded<ObligationEvent>> History) : IOpened<ObligationEvent>
{
    public string? Title => History[0].Fact is ObligationEvent.Promised promised ? promised.Title : null;
}

/// <summary>Reads for boards and pages of obligations.</summary>
public sealed class ObligationQueries(IDbContextFactory<PaduDb> databases, Journal journal, ObligationStream stream)
{
    public const int PageSize = 50;

    /// <summary>Fifty lines of a board after a place, what falls due first on top; within what this reader may see.</summary>
    /// <param name="scope">Null for the public board, which shows everything but evidence.</param>
    public async Task<ObligationPage> List(
        Access.ObligationScope? scope,
        ObligationBoard board,
        DateTimeZone zone,
        string? after,
        CancellationToken cancel
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = Of(database, scope, board, zone);
        if (ListPlace.Read(after) is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.Due >= moment && (row.Due > moment || row.Id.CompareTo(id) > 0));
        }

        var found = await rows.OrderBy(row => row.Due).ThenBy(row => row.Id).Take(PageSize + 1).ToListAsync(cancel);
        var more = found.Count > PageSize;
        if (more)
        {
            found.RemoveAt(PageSize);
        }

        return new ObligationPage(await Lines(found, cancel), more ? ListPlace.Write(found[^1].Due, found[^1].Id) : null);
    }

    /// <summary>What lies with this office to be judged, the oldest date first.</summary>
    public async Task<IReadOnlyList<ObligationLine>> ToJudge(OfficeCode judge, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var found = await database
            .Set<ObligationRow>()
            .AsNoTracking()
            .Where(row => row.Judge == judge && row.State == ObligationState.EvidenceGiven)
            .OrderBy(row => row.Due)
            .ThenBy(row => row.Id)
            .Take(PageSize)
            .ToListAsync(cancel);
        return await Lines(found, cancel);
    }

    /// <summary>How many lie with this office to be judged.</summary>
    public async Task<int> CountToJudge(OfficeCode judge, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database
            .Set<ObligationRow>()
            .CountAsync(row => row.Judge == judge && row.State == ObligationState.EvidenceGiven, cancel);
    }

    /// <summary>How many of an owner's stand in a column, and the first of their days.</summary>
    public async Task<(int Count, LocalDate Day)> Nearest(OfficeCode owner, ObligationColumn column, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = database.Set<ObligationRow>().Where(row => row.Owner == owner && row.Column == column);
        var first = await rows.OrderBy(row => row.Due)
            .ThenBy(row => row.Id)
            .Select(row => (LocalDate?)row.DueDate)
            .FirstOrDefaultAsync(cancel);
        return first is { } day ? (await rows.CountAsync(cancel), day) : default;
    }

    /// <summary>Exact figures for every owner that has an obligation, by the owner's code.</summary>
    public async Task<IReadOnlyList<OwnerFigures>> Figures(CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var counted = await database
            .Set<ObligationRow>()
            .GroupBy(row => new { row.Owner, row.Column })
            .Select(group => new
            {
                group.Key.Owner,
                group.Key.Column,
                Count = group.Count(),
            })
            .ToListAsync(cancel);
        return
        [
            .. counted
                .GroupBy(one => one.Owner)
                .OrderBy(group => group.Key.Value, StringComparer.Ordinal)
                .Select(group => new OwnerFigures(group.Key, ObligationFigures.Of(group.Select(one => (one.Column, one.Count))))),
        ];
    }

    /// <summary>Exact figures of what a board shows in all its columns.</summary>
    public async Task<ObligationFigures> FiguresOf(
        Access.ObligationScope? scope,
        ObligationBoard board,
        DateTimeZone zone,
        CancellationToken cancel
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var counted = await Of(database, scope, board with { Column = null }, zone)
            .GroupBy(row => row.Column)
            .Select(group => new { Column = group.Key, Count = group.Count() })
            .ToListAsync(cancel);
        return ObligationFigures.Of(counted.Select(one => (one.Column, one.Count)));
    }

    /// <summary>Everything owed from one source stream, by date; two thousand are enough for any agreement and any meeting with what was carried on.</summary>
    public async Task<IReadOnlyList<ObligationLine>> From(Guid sourceStream, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var found = await database
            .Set<ObligationRow>()
            .AsNoTracking()
            .Where(row => row.SourceStream == sourceStream)
            .OrderBy(row => row.Due)
            .ThenBy(row => row.Id)
            .Take(2_000)
            .ToListAsync(cancel);
        return await Lines(found, cancel);
    }

    /// <summary>What is owed from a source after a day and no evidence lies with the judge of.</summary>
    public async Task<List<Guid>> OpenFrom(Guid sourceStream, LocalDate after, DateTimeZone zone, CancellationToken cancel)
    {
        var end = after.PlusDays(1).AtStartOfDayInZone(zone).ToInstant();
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database
            .Set<ObligationRow>()
            .Where(row => row.SourceStream == sourceStream && row.Due > end && row.IsOpen && row.State != ObligationState.EvidenceGiven)
            .OrderBy(row => row.Due)
            .Select(row => row.Id)
            .ToListAsync(cancel);
    }

    /// <summary>The obligation with its history, or null: out of scope and unknown are the same.</summary>
    public async Task<ObligationFile?> Open(Actor.Staff reader, ObligationId id, CancellationToken cancel)
    {
        var state = (await journal.Load(stream, id.Value, cancel)).State;
        return state.Exists && Access.May(reader, ObligationAct.Read, state.Subject)
            ? new ObligationFile(state, await journal.History(stream, id.Value, _ => true, cancel))
            : null;
    }

    /// <summary>An obligation for anybody: what happened to it, and of all its words the title.</summary>
    public async Task<ObligationFile?> Published(ObligationId id, CancellationToken cancel)
    {
        var state = (await journal.Load(stream, id.Value, cancel)).State;
        return state.Exists ? new ObligationFile(state, await journal.History(stream, id.Value, IsTitle, cancel)) : null;
    }

    private static bool IsTitle(SealedPart part) => part.Type == ObligationStream.Promised;

    /// <summary>The titles of some obligations: public words, opened for anybody.</summary>
    public async Task<IReadOnlyDictionary<Guid, string?>> Titles(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var opened = await journal.OpenMany(stream, [.. ids.Select(id => (id, 1))], IsTitle, cancel);
        return opened.ToDictionary(one => one.Key, one => (one.Value.Fact as ObligationEvent.Promised)?.Title);
    }

    /// <summary>Those whose day has passed unrecorded, oldest first.</summary>
    public async Task<List<Guid>> Due(Instant now, int most, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database.Set<ObligationRow>().Due(now, most, cancel);
    }

    /// <summary>Those whose running day was counted by other holidays than these.</summary>
    public async Task<List<Guid>> CountedByOthers(CalendarVersion current, int most, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database.Set<ObligationRow>().CountedByOthers(current.Value, most, cancel);
    }

    private async Task<IReadOnlyList<ObligationLine>> Lines(List<ObligationRow> rows, CancellationToken cancel)
    {
        var titles = await Titles([.. rows.Select(row => row.Id)], cancel);
        return rows.ConvertAll(row => new ObligationLine(row, titles.GetValueOrDefault(row.Id)));
    }

    private static IQueryable<ObligationRow> Of(PaduDb database, Access.ObligationScope? scope, ObligationBoard board, DateTimeZone zone)
    {
        var rows = database.Set<ObligationRow>().AsNoTracking();
        if (scope is { All: false })
        {
            // One of the ten sees its own, whatever the address asks for.
            if (scope.Office is not { } own || (board.Owner is { } asked && asked != own))
            {
                return rows.Where(row => false);
            }

            board = board with { Owner = own, Institution = null };
        }

        if (board.Owner is { } owner)
        {
            rows = rows.Where(row => row.Owner == owner);
        }
        else if (board.Institution is { } institution)
        {
            rows = rows.Where(row => row.Institution == institution);
        }

        if (board.Source is { } source)
        {
            rows = rows.Where(row => row.Source == source);
        }

        if (board.From is not null || board.Until is not null)
        {
            // The end of a day belongs to that day: its moment is the beginning of the next. Both ends are named also where only one is asked for, because
            // SQLite searches a range with two ends, and reads the whole index along another order where there is one.
            var beginning = (board.From ?? ObligationBoard.Earliest).AtStartOfDayInZone(zone).ToInstant();
            var end = (board.Until ?? ObligationBoard.Latest).PlusDays(1).AtStartOfDayInZone(zone).ToInstant();
            rows = rows.Where(row => row.Due > beginning && row.Due <= end);
        }

        return board.Column is { } column ? rows.Where(row => row.Column == column) : rows;
    }
}
