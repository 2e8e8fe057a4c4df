using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Calendar;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>The tabs of the desk.</summary>
public enum Tab
{
    /// <summary>What waits for the reader's own kind of act.</summary>
    Mine,

    /// <summary>What waits for an answer of the reader's unit.</summary>
    Unit,

    /// <summary>What the reader took on.</summary>
    Held,

    /// <summary>Answers that wait for the head.</summary>
    Approval,
    Late,
    Triage,
    Answer,
    Complainant,
    Contact,

    /// <summary>Where the complainant added something unread; also closed cases.</summary>
    Word,

    /// <summary>What the Ombudsman has now.</summary>
    Ombudsman,
    Open,
    All,
}

/// <summary>One line of the worklist; the title is opened from the journal for the rows shown, and only for those.</summary>
public sealed record CaseLine(ComplaintRow Row, string? Title);

/// <param name="Next">The opaque place after the last line, or null at the end.</param>
public sealed record CasePage(IReadOnlyList<CaseLine> Lines, string? Next);

/// <summary>A count that stops at a thousand and says so.</summary>
public sealed record TabCount(Tab Tab, int Count, bool More);

/// <summary>Reads for the desk and the tracking page. Every list goes through the one access filter.</summary>
public sealed partial class ComplaintQueries(
    IDbContextFactory<PaduDb> databases,
    Journal journal,
    ComplaintStream stream,
    OfficePractices practices,
    Law calendar,
    DataFolder folder,
    IClock clock
)
{
    private const int PageSize = 50;
    private const int CountLimit = 1_000;

    /// <summary>Fifty cases after a place, what lapses first on top; "all" with the newest on top.</summary>
    public async Task<CasePage> List(Actor actor, Tab tab, string? after, CancellationToken cancel, CaseFilter? filter = null)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = Of(database, actor, tab, filter);
        rows = tab == Tab.All ? Newest(rows, ListPlace.Read(after)) : Urgent(rows, ListPlace.Read(after));
        var found = await rows.Take(PageSize + 1).ToListAsync(cancel);
        var more = found.Count > PageSize;
        if (more)
        {
            found.RemoveAt(PageSize);
        }

        var titles = await Titles(found, actor, cancel);
        var lines = found.ConvertAll(row => new CaseLine(row, titles.GetValueOrDefault(row.Id)));
        return new CasePage(lines, more ? ListPlace.Write(tab == Tab.All ? found[^1].ReceivedAt : found[^1].SortDue, found[^1].Id) : null);
    }

    public async Task<IReadOnlyList<TabCount>> Counts(
        Actor actor,
        IEnumerable<Tab> tabs,
        CancellationToken cancel,
        CaseFilter? filter = null
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        List<Tab> asked = [.. tabs];
        // One statement for all tabs: the way to the database and back costs more than most of the counts.
        var found = await asked
            .Select(tab => Upto(tab).GroupBy(row => 1).Select(group => new { Tab = (int)tab, Count = group.Count() }))
            .Aggregate((all, one) => all.Concat(one))
            .ToDictionaryAsync(one => (Tab)one.Tab, one => one.Count, cancel);
        return asked.ConvertAll(tab => new TabCount(
            tab,
            Math.Min(found.GetValueOrDefault(tab), CountLimit),
            found.GetValueOrDefault(tab) > CountLimit
        ));

        IQueryable<ComplaintRow> Upto(Tab tab)
        {
            var rows = Of(database, actor, tab, filter);
            // All of them, and what a filter picks, have no condition that leads to an index; their order does.
            rows =
                tab == Tab.All ? Newest(rows, null)
                : filter is { IsChosen: true } ? Urgent(rows, null)
                : rows;
            return rows.Take(CountLimit + 1);
        }
    }

    /// <summary>The row of a number within the actor's scope, or null: out of scope and unknown are the same.</summary>
    public async Task<ComplaintRow?> Find(Actor actor, PublicNumber number, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database
            .Set<ComplaintRow>()
            .AsNoTracking()
            .Scoped(Access.Scope(actor), database)
            .SingleOrDefaultAsync(row => row.Number == number, cancel);
    }

    /// <summary>The lines of some numbers that the reader may see, in the worklist's order, each with its title.</summary>
    public async Task<IReadOnlyList<CaseLine>> Lines(Actor actor, IReadOnlyCollection<PublicNumber> numbers, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = await database
            .Set<ComplaintRow>()
            .AsNoTracking()
            .Scoped(Access.Scope(actor), database)
            .Where(row => numbers.Contains(row.Number))
            .ToListAsync(cancel);
        var titles = await Titles(rows, actor, cancel);
        return
        [
            .. rows.OrderBy(row => row.SortDue).ThenBy(row => row.Id).Select(row => new CaseLine(row, titles.GetValueOrDefault(row.Id))),
        ];
    }

    /// <summary>The case of a number with its history as staff reads it, or null: out of scope and unknown are the same.</summary>
    public async Task<CaseFile?> Open(Actor.Staff reader, PublicNumber number, CancellationToken cancel)
    {
        if (await Find(reader, number, cancel) is not { } row)
        {
            return null;
        }

        var id = new ComplaintId(row.Id);
        var institution = reader.Office.Institution;
        var complaint = await State(id, cancel);
        var history = await journal.History(
            stream,
            id.Value,
            part =>
                (reader.Role == Role.Auditor ? IsForAuditor(part, institution) : IsForStaff(part, institution))
                && (part.Purpose != KeyPurpose.Internal || Access.ReadsInCase(reader, part.Writer)),
            cancel
        );
        return new CaseFile(
            complaint,
            [.. history.Where(recorded => !CaseTimeline.IsOfficePaper(recorded.Fact) || Access.ReadsPaperOf(reader, recorded.Office))],
            reader,
            clock.GetCurrentInstant(),
            practices.NeedsApproval(complaint.Subject.Seat)
        );
    }

    /// <summary>Which complaint has this number, whoever asks: for the door that then demands the code.</summary>
    public async Task<ComplaintId?> Unscoped(PublicNumber number, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var id = await database
            .Set<ComplaintRow>()
            .Where(row => row.Number == number)
            .Select(row => (Guid?)row.Id)
            .SingleOrDefaultAsync(cancel);
        return id is { } known ? new ComplaintId(known) : null;
    }

    /// <summary>Those with a running clock that was counted by other holidays than these.</summary>
    public async Task<List<Guid>> CountedByOthers(CalendarVersion current, int most, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database.Set<ComplaintRow>().CountedByOthers(current.Value, most, cancel);
    }

    /// <summary>Those with a running clock that an earlier version of an election's schedule bounds.</summary>
    public async Task<List<Guid>> BoundedByOthers(ElectionCode election, ScheduleVersion current, int most, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = database.Set<ComplaintRow>().Where(row => row.BoundBy == election);
        // Two ranges of the index: "unequal" would read every row.
        var before = await Ids(rows.Where(row => string.Compare(row.BoundVersion, current.Value) < 0));
        return before.Count > 0 ? before : await Ids(rows.Where(row => string.Compare(row.BoundVersion, current.Value) > 0));

        Task<List<Guid>> Ids(IQueryable<ComplaintRow> rows) =>
            rows.OrderBy(row => row.BoundVersion).Take(most).Select(row => row.Id).ToListAsync(cancel);
    }

    /// <summary>The cases whose next clock has run out unrecorded, oldest first.</summary>
    public async Task<List<Guid>> Due(Instant now, int most, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database.Set<ComplaintRow>().Due(now, most, cancel);
    }

    /// <summary>The folded case.</summary>
    public async Task<Complaint> State(ComplaintId id, CancellationToken cancel) => (await journal.Load(stream, id.Value, cancel)).State;

    /// <summary>The history of a case with the parts opened that the reader may read: never the identity, which is opened by itself.</summary>
    public Task<IReadOnlyList<Recorded<ComplaintEvent>>> History(ComplaintId id, CancellationToken cancel) =>
        journal.History(stream, id.Value, part => part.Purpose != KeyPurpose.Identity, cancel);

    /// <summary>What staff of an institution opens of a case: whatever its own key-encryption key opens, but for the identity.</summary>
    public static bool IsForStaff(SealedPart part, Institution institution) =>
        part.Purpose != KeyPurpose.Identity && part.IsKeptBy(institution);

    /// <summary>The same for an auditor: what offices wrote, never what the complainant did.</summary>
    private static bool IsForAuditor(SealedPart part, Institution institution) =>
        (part.Purpose is KeyPurpose.Record or KeyPurpose.Internal) && part.IsKeptBy(institution);

    /// <summary>Who filed it; null when nothing was told or the key is gone. The caller has asked <see cref="Access"/>.</summary>
    public async Task<Identity?> IdentityOf(Complaint complaint, CancellationToken cancel)
    {
        complaint = await Letter(complaint, cancel);
        if (complaint.IdentityVersion == 0)
        {
            return null;
        }

        var opened = await journal.OpenMany(stream, [(complaint.Id.Value, complaint.IdentityVersion)], _ => true, cancel);
        return opened.GetValueOrDefault(complaint.Id.Value)?.Fact is ComplaintEvent.Identified { Identity: var identity } ? identity : null;
    }

    private async Task<Dictionary<Guid, string?>> Titles(List<ComplaintRow> rows, Actor actor, CancellationToken cancel)
    {
        var opened = await journal.OpenMany(
            stream,
            [.. rows.Select(row => (row.Id, row.TitleVersion))],
            part =>
                part.Purpose == KeyPurpose.Record || (part.Purpose == KeyPurpose.Words && actor is not Actor.Staff { Role: Role.Auditor }),
            cancel
        );
        return opened.ToDictionary(one => one.Key, one => CaseTitle.Of(one.Value.Fact));
    }

    /// <param name="filter">What of the offices in scope is asked for.</param>
    private IQueryable<ComplaintRow> Of(PaduDb database, Actor actor, Tab tab, CaseFilter? filter)
    {
        var rows = database.Set<ComplaintRow>().AsNoTracking().Scoped(Access.Scope(actor), database);
        var now = clock.GetCurrentInstant();
        rows = (filter ?? CaseFilter.None).Apply(rows, tab, calendar.For(folder.Province.Value).Zone, now);
        return tab switch
        {
            Tab.Mine or Tab.Triage => rows.Where(row => row.Queue == Queue.Triage),
            Tab.Unit or Tab.Answer => rows.Where(row => row.Queue == Queue.Answer),
            Tab.Held => Held(rows, actor),
            Tab.Approval => rows.Where(row => row.Queue == Queue.Approval),
            Tab.Late => rows.Where(row => row.IsOpen && row.SortDue <= now),
            Tab.Complainant => rows.Where(row => row.Queue == Queue.Complainant),
            Tab.Contact => rows.Where(row => row.MustBeContacted),
            Tab.Word => rows.Where(row => row.HasNewWord),
            Tab.Ombudsman => rows.Where(row => row.IsAtOmbudsman),
            Tab.Open => rows.Where(row => row.IsOpen),
            Tab.All => rows,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IQueryable<ComplaintRow> Held(IQueryable<ComplaintRow> rows, Actor actor)
    {
        var post = (actor as Actor.Staff)?.Post.Value;
        return rows.Where(row => row.Officer != null && row.Officer == post && row.IsOpen);
    }

    private static IQueryable<ComplaintRow> Urgent(IQueryable<ComplaintRow> rows, ListPlace? after)
    {
        if (after is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.SortDue >= moment && (row.SortDue > moment || row.Id.CompareTo(id) > 0));
        }

        return rows.OrderBy(row => row.SortDue).ThenBy(row => row.Id);
    }

    private static IQueryable<ComplaintRow> Newest(IQueryable<ComplaintRow> rows, ListPlace? after)
    {
        if (after is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.ReceivedAt <= moment && (row.ReceivedAt < moment || row.Id.CompareTo(id) < 0));
        }

        return rows.OrderByDescending(row => row.ReceivedAt).ThenByDescending(row => row.Id);
    }
}
