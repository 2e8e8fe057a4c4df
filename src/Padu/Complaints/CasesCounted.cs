using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>How many cases wait in an office, by the rows alone.</summary>
public sealed class CasesCounted(IDbContextFactory<PaduDb> databases) : ICountsWaiting
{
    public async Task<IReadOnlyList<Waiting>> In(OfficeCode office, Instant now, Instant horizon, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var here = database.Set<ComplaintRow>().Where(row => row.Office == office);
        return
        [
            await Count(WaitingMatter.CaseLate, here.Where(row => row.IsOpen && row.SortDue <= now)),
            await Count(WaitingMatter.CaseSoon, here.Where(row => row.IsOpen && row.SortDue > now && row.SortDue <= horizon)),
            await Count(WaitingMatter.Triage, here.Where(row => row.Queue == Queue.Triage)),
            await Count(WaitingMatter.Approval, here.Where(row => row.Queue == Queue.Approval)),
            await Count(WaitingMatter.Contact, here.Where(row => row.MustBeContacted)),
        ];

        async Task<Waiting> Count(WaitingMatter matter, IQueryable<ComplaintRow> rows) =>
            new(matter, await rows.Take(ICountsWaiting.Limit).CountAsync(cancel));
    }
}
