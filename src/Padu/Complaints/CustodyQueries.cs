using Microsoft.EntityFrameworkCore;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>One request as whoever judges it reads it.</summary>
/// <param name="Asked">The event that asked, its words opened.</param>
/// <param name="Judged">The event that judged, or null.</param>
public sealed record CustodyFile(
    CustodyRow Row,
    Complaint Complaint,
    Recorded<ComplaintEvent> Asked,
    Recorded<ComplaintEvent>? Judged,
    string? Title
)
{
    public CustodyRequest Request => Complaint.RequestOf(new CustodyRequestId(Row.Id))!;

    public string? Reason =>
        Asked.Fact switch
        {
            ComplaintEvent.UnmaskingRequested e => e.Reason,
            ComplaintEvent.CodeLossReported e => e.Note,
            _ => null,
        };

    public ComplaintEvent.CodeLossReported? CodeLoss => Asked.Fact as ComplaintEvent.CodeLossReported;
}

/// <summary>Reads of requests to the custodian and second officers.</summary>
public sealed class CustodyQueries(IDbContextFactory<PaduDb> databases, Journal journal, ComplaintStream stream, ComplaintQueries queries)
{
    private const int PageSize = 50;

    /// <summary>What waits for this person's judgement, the nearest date on top.</summary>
    public async Task<(IReadOnlyList<CustodyRow> Rows, string? Next)> Waiting(Actor.Staff judge, string? after, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = Of(database, judge).Where(row => row.State == CustodyState.Pending);
        if (ListPlace.Read(after) is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.DueAt >= moment && (row.DueAt > moment || row.Id.CompareTo(id) > 0));
        }

        var found = await rows.OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(PageSize + 1).ToListAsync(cancel);
        return (
            found.Take(PageSize).ToList(),
            found.Count > PageSize ? ListPlace.Write(found[PageSize - 1].DueAt, found[PageSize - 1].Id) : null
        );
    }

    /// <summary>The latest requests of this person's kind that have ended, newest on top.</summary>
    public async Task<IReadOnlyList<CustodyRow>> Ended(Actor.Staff judge, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await Of(database, judge)
            .Where(row => row.State != CustodyState.Pending)
            .OrderByDescending(row => row.AskedAt)
            .ThenByDescending(row => row.Id)
            .Take(PageSize)
            .ToListAsync(cancel);
    }

    /// <summary>What this person asked for somebody who lost a code, newest on top.</summary>
    public async Task<IReadOnlyList<CustodyRow>> CodesAskedBy(Actor.Staff staff, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database
            .Set<CustodyRow>()
            .AsNoTracking()
            .Where(row => row.Account == staff.Account && row.Kind == CustodyKind.NewCode)
            .OrderByDescending(row => row.AskedAt)
            .ThenByDescending(row => row.Id)
            .Take(PageSize)
            .ToListAsync(cancel);
    }

    /// <summary>One request for whoever judges it; null when it is none of theirs.</summary>
    public async Task<CustodyFile?> Find(Actor.Staff judge, Guid id, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await Of(database, judge).SingleOrDefaultAsync(row => row.Id == id, cancel) is { } row ? await Open(row, cancel) : null;
    }

    /// <summary>One request of this person; null when somebody else asked.</summary>
    public async Task<CustodyFile?> FindOwn(Actor.Staff staff, Guid id, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return
            await database
                .Set<CustodyRow>()
                .AsNoTracking()
                .SingleOrDefaultAsync(one => one.Id == id && one.Account == staff.Account && one.Kind == CustodyKind.NewCode, cancel)
                is { } row
            ? await Open(row, cancel)
            : null;
    }

    private async Task<CustodyFile> Open(CustodyRow row, CancellationToken cancel)
    {
        var complaint = await queries.State(new ComplaintId(row.Complaint), cancel);
        // Offices' own paper only: the custodian judges a reason, not a story.
        var history = await journal.History(
            stream,
            row.Complaint,
            part => part.Purpose is KeyPurpose.Record or KeyPurpose.Internal,
            cancel
        );
        return new CustodyFile(
            row,
            complaint,
            history.Single(one => one.Version == complaint.RequestOf(new CustodyRequestId(row.Id))!.Version),
            history.FirstOrDefault(one => one.Fact is ComplaintEvent.RequestJudged judged && judged.Request.Value == row.Id),
            history.Select(one => one.Fact).OfType<ComplaintEvent.Verified>().LastOrDefault()?.Title
        );
    }

    /// <summary>The custodian's are all; an admin judges new codes of open cases in the own scope (<see cref="CustodyRules.Judges"/>).</summary>
    private static IQueryable<CustodyRow> Of(PaduDb database, Actor.Staff judge)
    {
        var rows = database.Set<CustodyRow>().AsNoTracking().NotKeptFrom(judge.Account, database);
        return judge switch
        {
            { Role: Role.Custodian, Office.Institution: Institution.Kpu } => rows,
            { Role: Role.AgencyAdmin } => rows.Scoped(Access.Scope(judge), database)
                .Where(row => row.Kind == CustodyKind.NewCode && row.Level == IdentityLevel.Open),
            _ => rows.Where(row => false),
        };
    }
}
