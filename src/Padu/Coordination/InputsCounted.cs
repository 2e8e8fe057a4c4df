using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Coordination;

/// <summary>How many inputs wait for an office's answer, by the rows alone.</summary>
public sealed class InputsCounted(IDbContextFactory<PaduDb> databases) : ICountsWaiting
{
    public async Task<IReadOnlyList<Waiting>> In(OfficeCode office, Instant now, Instant horizon, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var here = database.Set<InputRow>().Where(row => row.To == office);
        return [await Count(WaitingMatter.InputLate, InputColumn.Late), await Count(WaitingMatter.Input, InputColumn.Waiting)];

        async Task<Waiting> Count(WaitingMatter matter, InputColumn column) =>
            new(matter, await here.Where(row => row.Column == column).Take(ICountsWaiting.Limit).CountAsync(cancel));
    }
}
