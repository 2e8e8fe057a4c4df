using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Meetings;

/// <summary>One line of a list, with its title in the reader's language.</summary>
public sealed record MeetingLine(MeetingRow Row, string? Title);

/// <param name="Next">The opaque place after the last line, or null at the end.</param>
public sealed record MeetingPage(IReadOnlyList<MeetingLine> Lines, string? Next);

/// <summary>Reads for the pages of meetings.</summary>
public sealed class MeetingQueries(IDbContextFactory<PaduDb> databases, Journal journal, MeetingStream stream)
{
    private const int PageSize = 50;

    /// <summary>How far back a series is followed; a yearly rakor reaches two decades.</summary>
    private const int MostBefore = 20;

    /// <summary>What an agenda shows of them at once.</summary>
    private const int MostBetween = 200;

    /// <summary>One of the two lists that anybody may read, the newest first.</summary>
    public async Task<MeetingPage> Public(MeetingShelf shelf, string language, string? after, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = database.Set<MeetingRow>().AsNoTracking().Where(row => row.Shelf == shelf);
        if (ListPlace.Read(after) is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.Starts <= moment && (row.Starts < moment || row.Id.CompareTo(id) < 0));
        }

        var found = await rows.OrderByDescending(row => row.Starts).ThenByDescending(row => row.Id).Take(PageSize + 1).ToListAsync(cancel);
        var more = found.Count > PageSize;
        if (more)
        {
            found.RemoveAt(PageSize);
        }

        return new MeetingPage(await Lines(found, language, cancel), more ? ListPlace.Write(found[^1].Starts, found[^1].Id) : null);
    }

    /// <summary>What anybody may read of that begins in [<paramref name="from"/>, <paramref name="until"/>), in order.</summary>
    public async Task<IReadOnlyList<MeetingLine>> Between(Instant from, Instant until, string language, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var found = await database
            .Set<MeetingRow>()
            .AsNoTracking()
            .Where(row => row.Shelf == MeetingShelf.Open && row.Starts >= from && row.Starts < until)
            .OrderBy(row => row.Starts)
            .ThenBy(row => row.Id)
            .Take(MostBetween)
            .ToListAsync(cancel);
        return await Lines(found, language, cancel);
    }

    /// <summary>What an office convenes or is invited to, the newest first.</summary>
    public async Task<MeetingPage> Desk(OfficeCode office, string language, string? after, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var seats = database.Set<MeetingSeatRow>().AsNoTracking().Where(row => row.Office == office);
        if (ListPlace.Read(after) is { Moment: var moment, Id: var id })
        {
            seats = seats.Where(row => row.Starts <= moment && (row.Starts < moment || row.Meeting.CompareTo(id) < 0));
        }

        var found = await seats
            .OrderByDescending(row => row.Starts)
            .ThenByDescending(row => row.Meeting)
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        var more = found.Count > PageSize;
        if (more)
        {
            found.RemoveAt(PageSize);
        }

        var lines = await Among([.. found.Select(seat => seat.Meeting)], language, cancel);
        return new MeetingPage(
            [.. found.Select(seat => lines[seat.Meeting])],
            more ? ListPlace.Write(found[^1].Starts, found[^1].Meeting) : null
        );
    }

    /// <summary>The meetings in which an office sits, from a moment on, the first first; each as it stands.</summary>
    public async Task<IReadOnlyList<(MeetingLine Line, Meeting Meeting)>> Around(
        OfficeCode office,
        Instant from,
        string language,
        CancellationToken cancel
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var ids = await SeatsFrom(database, office, from, cancel);
        var lines = await Among(ids, language, cancel);
        return [.. (await Folded(ids, cancel)).Select(meeting => (lines[meeting.Id.Value], meeting))];
    }

    /// <summary>The meetings in which an office sits and which have not begun, the first first.</summary>
    public async Task<IReadOnlyList<Meeting>> ToCome(OfficeCode office, Instant now, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await Folded(await SeatsFrom(database, office, now, cancel), cancel);
    }

    /// <summary>The folded meeting; <see cref="Meeting.None"/> where there is none.</summary>
    public async Task<Meeting> State(MeetingId id, CancellationToken cancel) => (await journal.Load(stream, id.Value, cancel)).State;

    private static Task<List<Guid>> SeatsFrom(PaduDb database, OfficeCode office, Instant from, CancellationToken cancel) =>
        database
            .Set<MeetingSeatRow>()
            .Where(row => row.Office == office && row.Starts >= from)
            .OrderBy(row => row.Starts)
            .ThenBy(row => row.Meeting)
            .Take(PageSize)
            .Select(row => row.Meeting)
            .ToListAsync(cancel);

    private async Task<List<Meeting>> Folded(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var found = new List<Meeting>(ids.Count);
        foreach (var id in ids)
        {
            found.Add((await journal.Load(stream, id, cancel)).State);
        }

        return found;
    }

    /// <summary>The public meetings that take place and in which these offices sit at some moment of a time.</summary>
    public async Task<IReadOnlyList<(OfficeCode Office, MeetingLine Line)>> Busy(
        IReadOnlyCollection<OfficeCode> offices,
        Instant starts,
        Instant ends,
        string language,
        CancellationToken cancel
    )
    {
        // No meeting lasts longer than two weeks (MeetingRules).
        var earliest = starts - Duration.FromDays(15);
        await using var database = await databases.CreateDbContextAsync(cancel);
        var seats = await database
            .Set<MeetingSeatRow>()
            .AsNoTracking()
            .Where(row => offices.Contains(row.Office) && row.Starts > earliest && row.Starts < ends)
            .Take(MostBetween)
            .ToListAsync(cancel);
        var lines = await Among([.. seats.Select(seat => seat.Meeting).Distinct()], language, cancel);
        return
        [
            .. seats
                .Select(seat => (seat.Office, Line: lines[seat.Meeting]))
                .Where(one => one.Line.Row is { IsPublic: true, Stage: not MeetingStage.Cancelled } row && row.Ends > starts),
        ];
    }

    /// <summary>The meetings of a series that were convened before this one, the latest first.</summary>
    public async Task<IReadOnlyList<MeetingLine>> Before(Meeting meeting, string language, CancellationToken cancel)
    {
        var (series, begun) = (meeting.Series.Value, meeting.BegunAt);
        await using var database = await databases.CreateDbContextAsync(cancel);
        var found = await database
            .Set<MeetingRow>()
            .AsNoTracking()
            .Where(row => row.Series == series && row.BegunAt < begun)
            .OrderByDescending(row => row.BegunAt)
            .ThenByDescending(row => row.Id)
            .Take(MostBefore)
            .ToListAsync(cancel);
        return await Lines(found, language, cancel);
    }

    public async Task<MeetingFile?> Open(MeetingCode code, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var id = await database.Set<MeetingRow>().Where(row => row.Code == code).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancel);
        return id is { } known ? await Open(new MeetingId(known), cancel) : null;
    }

    public async Task<MeetingFile?> Open(MeetingId id, CancellationToken cancel) =>
        (await journal.Load(stream, id.Value, cancel)).State is { Exists: true } state
            ? new MeetingFile(state, await journal.History(stream, id.Value, _ => true, cancel))
            : null;

    /// <summary>Lines of some meetings, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, MeetingLine>> Among(
        IReadOnlyCollection<Guid> ids,
        string language,
        CancellationToken cancel
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var found = await database.Set<MeetingRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel);
        return (await Lines(found, language, cancel)).ToDictionary(line => line.Row.Id);
    }

    private async Task<IReadOnlyList<MeetingLine>> Lines(List<MeetingRow> rows, string language, CancellationToken cancel)
    {
        var opened = await journal.OpenMany(
            stream,
            [.. rows.Select(row => (row.Id, row.PlanVersion))],
            part => part.Type is MeetingStream.Planned or MeetingStream.Recorded,
            cancel
        );
        return rows.ConvertAll(row => new MeetingLine(row, MeetingTitles.Of(opened.GetValueOrDefault(row.Id)?.Fact, language)));
    }
}
