using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Obligations;

/// <summary>How much an office owes and has to judge, by the rows alone.</summary>
public sealed class DutiesCounted(IDbContextFactory<PaduDb> databases) : ICountsWaiting
{
    public async Task<IReadOnlyList<Waiting>> In(OfficeCode office, Instant now, Instant horizon, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = database.Set<ObligationRow>();
        var owed = rows.Where(row => row.Owner == office);
        return
        [
            await owed.Where(row => row.Column == ObligationColumn.Late).Count(WaitingMatter.DutyLate, cancel),
            await owed.Where(row => row.Column == ObligationColumn.Open && row.Due <= horizon).Count(WaitingMatter.DutySoon, cancel),
            await rows.Where(row => row.Judge == office && row.State == ObligationState.EvidenceGiven)
                .Count(WaitingMatter.Evidence, cancel),
        ];
    }
}
