using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Organisations;

/// <summary>A module that counts what waits in an office on the morning of a working day, along an index for each number.</summary>
public interface ICountsWaiting
{
    /// <param name="horizon">The last moment that counts as soon.</param>
    /// <returns>Also what there is none of.</returns>
    Task<IReadOnlyList<Waiting>> In(OfficeCode office, Instant now, Instant horizon, CancellationToken cancel);
}

public static class WaitingCounts
{
    /// <summary>No number reaches further: a digest says that there is much, a list says what.</summary>
    private const int Limit = 1_000;

    public static async Task<Waiting> Count<TRow>(this IQueryable<TRow> rows, WaitingMatter matter, CancellationToken cancel) =>
        new(matter, await rows.Take(Limit).CountAsync(cancel));
}
