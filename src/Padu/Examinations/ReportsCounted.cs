using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Examinations;

/// <summary>How many reports wait at an Ombudsman's office, by the rows alone.</summary>
public sealed class ReportsCounted(IDbContextFactory<PaduDb> databases) : ICountsWaiting
{
    public async Task<IReadOnlyList<Waiting>> In(OfficeCode office, Instant now, Instant horizon, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var open = database.Set<ExaminationRow>().Where(row => row.Office == office && row.IsOpen);
        return
        [
            await open.Where(row => row.SortDue <= now).Count(WaitingMatter.ReportLate, cancel),
            await open.Where(row => row.SortDue > now && row.SortDue <= horizon).Count(WaitingMatter.ReportSoon, cancel),
        ];
    }
}
