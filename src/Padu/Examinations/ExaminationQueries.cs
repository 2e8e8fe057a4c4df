using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Complaints;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Examinations;

/// <summary>One line of the Ombudsman's list; the title is opened from the complaint for the rows shown, and only for those.</summary>
public sealed record ExaminationLine(ExaminationRow Row, string? Title);

/// <param name="Next">The opaque place after the last line, or null at the end.</param>
public sealed record ExaminationPage(IReadOnlyList<ExaminationLine> Lines, string? Next);

/// <summary>A count that stops at a thousand and says so.</summary>
public sealed record ExaminationCount(ExaminationTab Tab, int Count, bool More);

/// <summary>Reads for the Ombudsman's desk. Every list goes through the one access filter.</summary>
public sealed class ExaminationQueries(
    IDbContextFactory<PaduDb> databases,
    Journal journal,
    ExaminationStream stream,
    ComplaintStream complaints,
    IClock clock
)
{
    private const int PageSize = 50;
    private const int CountLimit = 1_000;

    /// <summary>Fifty reports after a place, what lapses first on top; "all" with the newest on top.</summary>
    public async Task<ExaminationPage> List(Actor actor, ExaminationTab tab, string? after, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = Of(database, actor, tab);
        rows = tab == ExaminationTab.All ? Newest(rows, ListPlace.Read(after)) : Urgent(rows, ListPlace.Read(after));
        var found = await rows.Take(PageSize + 1).ToListAsync(cancel);
        var more = found.Count > PageSize;
        if (more)
        {
            found.RemoveAt(PageSize);
        }

        var titles = await Titles(database, found, cancel);
        return new ExaminationPage(
            found.ConvertAll(row => new ExaminationLine(row, titles.GetValueOrDefault(row.Complaint))),
            more ? ListPlace.Write(tab == ExaminationTab.All ? found[^1].OpenedAt : found[^1].SortDue, found[^1].Id) : null
        );
    }

    public async Task<IReadOnlyList<ExaminationCount>> Counts(Actor actor, IEnumerable<ExaminationTab> tabs, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var counts = new List<ExaminationCount>();
        foreach (var tab in tabs)
        {
            var count = await Of(database, actor, tab).Take(CountLimit + 1).CountAsync(cancel);
            counts.Add(new ExaminationCount(tab, Math.Min(count, CountLimit), count > CountLimit));
        }

        return counts;
    }

    /// <summary>The last report of a number within the actor's scope, or null: out of scope and unknown are the same.</summary>
    public async Task<ExaminationRow?> Find(Actor actor, PublicNumber number, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database
            .Set<ExaminationRow>()
            .AsNoTracking()
            .Scoped(Access.ScopeOfExaminations(actor))
            .Where(row => row.Number == number)
            .OrderByDescending(row => row.OpenedAt)
            .FirstOrDefaultAsync(cancel);
    }

    /// <summary>The report of a number with both histories as the Ombudsman's staff reads them, or null.</summary>
    public async Task<ExaminationFile?> Open(Actor.Staff reader, PublicNumber number, CancellationToken cancel)
    {
        if (await Find(reader, number, cancel) is not { } row)
        {
            return null;
        }

        var examination = (await journal.Load(stream, row.Id, cancel)).State;
        var complaint = (await journal.Load(complaints, row.Complaint, cancel)).State;
        var told = await journal.History(
            complaints,
            row.Complaint,
            part => ComplaintQueries.IsForStaff(part, Institution.Ombudsman),
            cancel
        );
        var history = await journal.History(stream, row.Id, part => part.Type != ExaminationStream.Deliberated, cancel);
        return new ExaminationFile(
            examination,
            new CaseFile(complaint, told, reader, clock.GetCurrentInstant()),
            history,
            await RegisterNumber(examination.Id, cancel),
            reader
        );
    }

    /// <summary>The deliberations in order. The caller has recorded that they are read.</summary>
    public async Task<IReadOnlyList<Recorded<ExaminationEvent>>> Deliberations(Examination examination, CancellationToken cancel) =>
        [
            .. (await journal.History(stream, examination.Id.Value, part => part.Type == ExaminationStream.Deliberated, cancel)).Where(
                recorded => recorded.Fact is ExaminationEvent.Deliberated
            ),
        ];

    /// <summary>Who the reporter is, where the Ombudsman keeps that key; null otherwise. The caller has asked <see cref="Access"/>.</summary>
    public async Task<Identity?> IdentityOf(Complaint complaint, CancellationToken cancel)
    {
        if (complaint.IdentityVersion == 0)
        {
            return null;
        }

        var opened = await journal.OpenMany(
            complaints,
            [(complaint.Id.Value, complaint.IdentityVersion)],
            part => part.IsKeptBy(Institution.Ombudsman),
            cancel
        );
        return opened.GetValueOrDefault(complaint.Id.Value)?.Fact is ComplaintEvent.Identified { Identity: var identity } ? identity : null;
    }

    /// <summary>Every examination of a complaint, the first first, with the parts that this reader's rule opens.</summary>
    public async Task<IReadOnlyList<(Examination Examination, IReadOnlyList<Recorded<ExaminationEvent>> History)>> OfComplaint(
        ComplaintId complaint,
        Func<SealedPart, bool> mayOpen,
        CancellationToken cancel
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var ids = await database
            .Set<ExaminationRow>()
            .Where(row => row.Complaint == complaint.Value)
            .OrderBy(row => row.OpenedAt)
            .Select(row => row.Id)
            .ToListAsync(cancel);
        var found = new List<(Examination, IReadOnlyList<Recorded<ExaminationEvent>>)>();
        foreach (var id in ids)
        {
            found.Add(((await journal.Load(stream, id, cancel)).State, await journal.History(stream, id, mayOpen, cancel)));
        }

        return found;
    }

    /// <summary>Those with a running clock that was counted by other holidays than these.</summary>
    public async Task<List<Guid>> CountedByOthers(CalendarVersion current, int most, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database.Set<ExaminationRow>().CountedByOthers(current.Value, most, cancel);
    }

    /// <summary>The examinations whose next clock has run out unrecorded, oldest first.</summary>
    public async Task<List<Guid>> Due(Instant now, int most, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database.Set<ExaminationRow>().Due(now, most, cancel);
    }

    public async Task<Examination> State(ExaminationId id, CancellationToken cancel) =>
        (await journal.Load(stream, id.Value, cancel)).State;

    /// <summary>The number that the plenary's acceptance took; null before.</summary>
    public async Task<RegisterEntryRow?> RegisterNumber(ExaminationId id, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var name = $"{stream.Prefix}/{id}";
        return await database.Set<RegisterEntryRow>().AsNoTracking().SingleOrDefaultAsync(entry => entry.Stream == name, cancel);
    }

    private async Task<Dictionary<Guid, string?>> Titles(PaduDb database, List<ExaminationRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.Complaint).Distinct().ToList();
        var named = await database
            .Set<ComplaintRow>()
            .Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, row.TitleVersion })
            .ToListAsync(cancel);
        var opened = await journal.OpenMany(
            complaints,
            [.. named.Select(row => (row.Id, row.TitleVersion))],
            part => ComplaintQueries.IsForStaff(part, Institution.Ombudsman),
            cancel
        );
        return opened.ToDictionary(one => one.Key, one => CaseTitle.Of(one.Value.Fact));
    }

    private IQueryable<ExaminationRow> Of(PaduDb database, Actor actor, ExaminationTab tab)
    {
        var rows = database.Set<ExaminationRow>().AsNoTracking().Scoped(Access.ScopeOfExaminations(actor));
        var now = clock.GetCurrentInstant();
        return tab switch
        {
            ExaminationTab.Verification => rows.Where(row => row.Queue == ExaminationQueue.Verification),
            ExaminationTab.Plenary => rows.Where(row => row.Queue == ExaminationQueue.Plenary),
            ExaminationTab.Examination => rows.Where(row => row.Queue == ExaminationQueue.Examination),
            ExaminationTab.Complainant => rows.Where(row => row.Queue == ExaminationQueue.Complainant),
            ExaminationTab.Notice => rows.Where(row => row.Queue == ExaminationQueue.Notice),
            ExaminationTab.Late => rows.Where(row => row.IsOpen && row.SortDue <= now),
            ExaminationTab.Open => rows.Where(row => row.IsOpen),
            ExaminationTab.All => rows,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IQueryable<ExaminationRow> Urgent(IQueryable<ExaminationRow> rows, ListPlace? after)
    {
        if (after is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.SortDue >= moment && (row.SortDue > moment || row.Id.CompareTo(id) > 0));
        }

        return rows.OrderBy(row => row.SortDue).ThenBy(row => row.Id);
    }

    private static IQueryable<ExaminationRow> Newest(IQueryable<ExaminationRow> rows, ListPlace? after)
    {
        if (after is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.OpenedAt <= moment && (row.OpenedAt < moment || row.Id.CompareTo(id) < 0));
        }

        return rows.OrderByDescending(row => row.OpenedAt).ThenByDescending(row => row.Id);
    }
}
