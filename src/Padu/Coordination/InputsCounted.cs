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
        return
        [
            await here.Where(row => row.Column == InputColumn.Late).Count(WaitingMatter.InputLate, cancel),
            await here.Where(row => row.Column == InputColumn.Waiting).Count(WaitingMatter.Input, cancel),
        ];
    }
}
