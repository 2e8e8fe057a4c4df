using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Storage;

namespace Padu.Privacy;

/// <summary>One request as whoever decides it reads it.</summary>
/// <param name="Received">What was asked, its words opened; erased words are null.</param>
/// <param name="Decided">What was decided, or null.</param>
/// <param name="Register">The number in the register of the office and year.</param>
public sealed record PrivacyFile(
    PrivacyRequest Request,
    Complaint Complaint,
    Recorded<PrivacyEvent> Received,
    Recorded<PrivacyEvent>? Decided,
    int Register
)
{
    public PrivacyEvent.Received Asked => (PrivacyEvent.Received)Received.Fact;

    public PrivacyEvent.Decided? Answer => Decided?.Fact as PrivacyEvent.Decided;
}

/// <summary>Reads of data subjects' requests and of what is due for erasure.</summary>
public sealed class PrivacyQueries(IDbContextFactory<PaduDb> databases, Journal journal, PrivacyStream stream, ComplaintQueries complaints)
{
    private const int PageSize = 50;

    /// <summary>What waits for this person's decision, the nearest date on top.</summary>
    public async Task<(IReadOnlyList<PrivacyRequestRow> Rows, string? Next)> Waiting(
        Actor.Staff judge,
        string? after,
        CancellationToken cancel
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = Of(database, judge).Where(row => row.State == RequestState.Pending);
        if (ListPlace.Read(after) is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.DueAt >= moment && (row.DueAt > moment || row.Id.CompareTo(id) > 0));
        }

        var found = await rows.OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(PageSize + 1).ToListAsync(cancel);
        return Page(found, row => row.DueAt, row => row.Id);
    }

    /// <summary>The register: every request of this person's scope, newest on top.</summary>
    public async Task<(IReadOnlyList<PrivacyRequestRow> Rows, string? Next)> Register(
        Actor.Staff judge,
        string? after,
        CancellationToken cancel
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = Of(database, judge);
        if (ListPlace.Read(after) is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.ReceivedAt <= moment && (row.ReceivedAt < moment || row.Id.CompareTo(id) < 0));
        }

        var found = await rows.OrderByDescending(row => row.ReceivedAt)
            .ThenByDescending(row => row.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        return Page(found, row => row.ReceivedAt, row => row.Id);
    }

    /// <summary>The requests about one case, oldest first.</summary>
    public async Task<IReadOnlyList<PrivacyRequestRow>> OfComplaint(ComplaintId complaint, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database
            .Set<PrivacyRequestRow>()
            .AsNoTracking()
            .Where(row => row.Complaint == complaint.Value)
            .OrderBy(row => row.ReceivedAt)
            .ToListAsync(cancel);
    }

    /// <summary>One request for whoever decides it; null when it is none of theirs.</summary>
    public async Task<PrivacyFile?> Find(Actor.Staff judge, Guid id, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        if (!await Of(database, judge).AnyAsync(row => row.Id == id, cancel))
        {
            return null;
        }

        var name = $"{stream.Prefix}/{id:D}";
        var register = await database
            .Set<RegisterEntryRow>()
            .Where(row => row.Stream == name)
            .Select(row => row.Number)
            .SingleAsync(cancel);
        var request = (await journal.Load(stream, id, cancel)).State;
        var history = await journal.History(stream, id, part => part.IsKeptBy(judge.Office.Institution), cancel);
        return new PrivacyFile(
            request,
            await complaints.State(request.Complaint, cancel),
            history[0],
            history.FirstOrDefault(one => one.Fact is PrivacyEvent.Decided),
            register
        );
    }

    /// <summary>What the data subject asked and was answered, opened for the data subject.</summary>
    public async Task<IReadOnlyList<(PrivacyRequestRow Row, string? Words, string? Answer, RefusalGround? Ground)>> ForSubject(
        ComplaintId complaint,
        CancellationToken cancel
    )
    {
        var told = new List<(PrivacyRequestRow, string?, string?, RefusalGround?)>();
        foreach (var row in await OfComplaint(complaint, cancel))
        {
            var history = await journal.History(stream, row.Id, _ => true, cancel);
            var answer = history.Select(one => one.Fact).OfType<PrivacyEvent.Decided>().SingleOrDefault();
            told.Add((row, (history[0].Fact as PrivacyEvent.Received)?.Words, answer?.Reason, answer?.Ground));
        }

        return told;
    }

    /// <summary>Closed cases whose identity and words nothing obliges to keep any longer, the oldest first.</summary>
    /// <param name="closedBefore">From the retention schedule.</param>
    public async Task<(IReadOnlyList<ComplaintRow> Rows, string? Next)> DueForErasure(
        Actor.Staff judge,
        Instant closedBefore,
        string? after,
        CancellationToken cancel
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var all = database.Set<ComplaintRow>().AsNoTracking();
        var rows = judge switch
        {
            { Role: Role.Custodian, Office.Institution: Institution.Kpu } => all.NotKeptFrom(judge.Account, database)
                .Where(row => !row.IsClosedToKpu),
            { Role: Role.Custodian } => all.Where(row => row.IsClosedToKpu),
            { Role: Role.AgencyAdmin } => all.Scoped(Access.Scope(judge), database),
            _ => all.Where(row => false),
        };
        rows = rows.Where(row => row.KeptSince != null && row.KeptSince < closedBefore);
        if (ListPlace.Read(after) is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.KeptSince >= moment && (row.KeptSince > moment || row.Id.CompareTo(id) > 0));
        }

        var found = await rows.OrderBy(row => row.KeptSince).ThenBy(row => row.Id).Take(PageSize + 1).ToListAsync(cancel);
        return Page(found, row => row.KeptSince!.Value, row => row.Id);
    }

    private static (IReadOnlyList<TRow> Rows, string? Next) Page<TRow>(List<TRow> found, Func<TRow, Instant> moment, Func<TRow, Guid> id) =>
        (
            found.Take(PageSize).ToList(),
            found.Count > PageSize ? ListPlace.Write(moment(found[PageSize - 1]), id(found[PageSize - 1])) : null
        );

    /// <summary>A custodian's are all that lie with the own institution; an admin reads the register of the own scope.</summary>
    private static IQueryable<PrivacyRequestRow> Of(PaduDb database, Actor.Staff judge)
    {
        var rows = database.Set<PrivacyRequestRow>().AsNoTracking().NotKeptFrom(judge.Account, database);
        return judge switch
        {
            { Role: Role.Custodian } when judge.Office.Institution == Institution.Ombudsman => rows.Where(row => row.IsClosedToKpu),
            { Role: Role.Custodian } => rows.Where(row => !row.IsClosedToKpu),
            { Role: Role.AgencyAdmin } => rows.Scoped(Access.Scope(judge), database),
            _ => rows.Where(row => false),
        };
    }
}
