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
            await here.Where(row => row.IsOpen && row.SortDue <= now).Count(WaitingMatter.CaseLate, cancel),
            await here.Where(row => row.IsOpen && row.SortDue > now && row.SortDue <= horizon).Count(WaitingMatter.CaseSoon, cancel),
            await here.Where(row => row.Queue == Queue.Triage).Count(WaitingMatter.Triage, cancel),
            await here.Where(row => row.Queue == Queue.Approval).Count(WaitingMatter.Approval, cancel),
            await here.Where(row => row.MustBeContacted).Count(WaitingMatter.Contact, cancel),
        ];
    }
}
