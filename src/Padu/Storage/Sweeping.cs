using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Padu.Storage;

/// <summary>The read row of something with clocks, as a sweep looks for it; both columns have an index.</summary>
public interface ISwept
{
    Guid Id { get; }

    /// <summary>When the sweep must look: the end of the first running clock whose lapse is not recorded yet; null when none runs.</summary>
    Instant? SweepAt { get; }

    /// <summary>By which holidays its running clocks were counted; null when none runs.</summary>
    string? CountedBy { get; }
}

/// <summary>What sweeps read and how they work it off.</summary>
public static class Sweeping
{
    /// <summary>How many are read at once.</summary>
    public const int Batch = 200;

    /// <summary>Those whose clock has run out unrecorded, oldest first.</summary>
    public static Task<List<Guid>> Due<TRow>(this IQueryable<TRow> rows, Instant now, int most, CancellationToken cancel)
        where TRow : class, ISwept =>
        rows.Where(row => row.SweepAt <= now).OrderBy(row => row.SweepAt).Take(most).Select(row => row.Id).ToListAsync(cancel);

    /// <summary>Those with a running clock that was counted by other holidays than these.</summary>
    public static async Task<List<Guid>> CountedByOthers<TRow>(
        this IQueryable<TRow> rows,
        string current,
        int most,
        CancellationToken cancel
    )
        where TRow : class, ISwept
    {
        // Two ranges of the index: "unequal" would read every row.
        var before = await Ids(rows.Where(row => string.Compare(row.CountedBy, current) < 0));
        return before.Count > 0 ? before : await Ids(rows.Where(row => string.Compare(row.CountedBy, current) > 0));

        Task<List<Guid>> Ids(IQueryable<TRow> some) =>
            some.OrderBy(row => row.CountedBy).Take(most).Select(row => row.Id).ToListAsync(cancel);
    }

    /// <summary>
    /// Batch after batch, until one is not full or some of it was refused. That is left to the next sweep: a period that ends in this very moment has to
    /// lapse first, and what is refused every time must not keep the sweep for ever.
    /// </summary>
    /// <param name="act">True when it was written.</param>
    public static async Task Each(Func<Task<List<Guid>>> read, Func<Guid, Task<bool>> act)
    {
        var done = Batch;
        while (done == Batch)
        {
            done = 0;
            foreach (var id in await read())
            {
                done += await act(id) ? 1 : 0;
            }
        }
    }
}
