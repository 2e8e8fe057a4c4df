using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Storage;

namespace Padu.Privacy;

/// <summary>One failure of protection with its history, for the own institution.</summary>
public sealed record BreachFile(Breach Breach, IReadOnlyList<Recorded<BreachEvent>> History, int Register)
{
    public BreachEvent.Recorded Beginning => (BreachEvent.Recorded)History[0].Fact;
}

/// <summary>The register of failures: loads, decides, appends, and reads.</summary>
public sealed class BreachDesk(
    Journal journal,
    BreachStream stream,
    IDbContextFactory<PaduDb> databases,
    ReferenceCalendar calendar,
    DataFolder folder,
    IClock clock
)
{
    private const int PageSize = 50;

    private LegalContext Legal => calendar.For(folder.Province.Value);

    public async Task<Refusal?> Act(Actor actor, BreachId id, BreachCommand command, int? expectedVersion, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var acted = await journal.Act(
            stream,
            id.Value,
            actor,
            now,
            breach => BreachRules.Decide(breach, command, new PrivacyContext(actor, now, Legal)),
            new ActOptions { ExpectedVersion = expectedVersion },
            cancel
        );
        return acted.Refusal;
    }

    /// <summary>The own institution's failures, the latest on top.</summary>
    public async Task<(IReadOnlyList<BreachRow> Rows, string? Next)> List(Actor.Staff reader, string? after, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = Of(database, reader);
        if (ListPlace.Read(after) is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.KnownAt <= moment && (row.KnownAt < moment || row.Id.CompareTo(id) < 0));
        }

        var found = await rows.OrderByDescending(row => row.KnownAt).ThenByDescending(row => row.Id).Take(PageSize + 1).ToListAsync(cancel);
        return (
            found.Take(PageSize).ToList(),
            found.Count > PageSize ? ListPlace.Write(found[PageSize - 1].KnownAt, found[PageSize - 1].Id) : null
        );
    }

    /// <summary>Null when there is none of the own institution.</summary>
    public async Task<BreachFile?> Find(Actor.Staff reader, Guid id, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        if (!await Of(database, reader).AnyAsync(row => row.Id == id, cancel))
        {
            return null;
        }

        var name = $"{stream.Prefix}/{id:D}";
        var register = await database
            .Set<RegisterEntryRow>()
            .Where(row => row.Stream == name)
            .Select(row => row.Number)
            .SingleAsync(cancel);
        var breach = (await journal.Load(stream, id, cancel)).State;
        var history = await journal.History(stream, id, part => part.IsKeptBy(reader.Office.Institution), cancel);
        return new BreachFile(breach, history, register);
    }

    private static IQueryable<BreachRow> Of(PaduDb database, Actor.Staff reader)
    {
        var rows = database.Set<BreachRow>().AsNoTracking();
        return BreachRules.MayRead(reader) ? rows.Where(row => row.Institution == reader.Office.Institution) : rows.Where(row => false);
    }
}
