using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Oversight;

/// <summary>One office in figures: what lies there now, and how the cases filed in a year went.</summary>
/// <param name="MedianDays">Days from receipt to the first answer, of those answered; null where none is.</param>
/// <param name="Law">Periods of UU 25/2009 kept, of all that have ended; null where none has.</param>
/// <param name="Channel">The same of SP4N-LAPOR!.</param>
public sealed record OfficeLine(
    OfficeCode Office,
    int Open,
    int Late,
    int Filed,
    decimal? MedianDays,
    int Reopened,
    Kept? Law,
    Kept? Channel
);

/// <summary>How many periods were kept, of how many.</summary>
public sealed record Kept(int Met, int Of)
{
    public static Kept? From(int met, int late) => met + late == 0 ? null : new Kept(met, met + late);

    public decimal Share => (decimal)Met / Of;
}

/// <summary>The figures of the offices a reader may see, side by side; counted from two indexed read tables, never by opening a case.</summary>
public sealed class OfficeFigures(IDbContextFactory<PaduDb> databases, OfficeRegister offices, IClock clock)
{
    public async Task<IReadOnlyList<OfficeLine>> Of(Actor.Staff reader, int year, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var scope = Access.Scope(reader);
        var now = clock.GetCurrentInstant();
        var lying = await database
            .Set<ComplaintRow>()
            .Scoped(scope)
            .Where(row => row.IsOpen)
            .GroupBy(row => row.Office)
            .Select(group => new
            {
                group.Key,
                Open = group.Count(),
                Late = group.Count(row => row.SortDue <= now),
            })
            .ToDictionaryAsync(one => one.Key, cancel);
        var filed = await database
            .Set<CaseFigures>()
            .Scoped(scope)
            .Where(row => row.Year == year)
            .GroupBy(row => row.Office)
            .Select(group => new
            {
                group.Key,
                Filed = group.Count(),
                Reopened = group.Count(row => row.Reopened > 0),
                LawMet = group.Sum(row => row.LawMet),
                LawLate = group.Sum(row => row.LawLate),
                ChannelMet = group.Sum(row => row.ChannelMet),
                ChannelLate = group.Sum(row => row.ChannelLate),
            })
            .ToDictionaryAsync(one => one.Key, cancel);
        // A few hundred different hours an office, however many cases: the median needs no case list.
        var hours = await database
            .Set<CaseFigures>()
            .Scoped(scope)
            .Where(row => row.Year == year && row.AnswerHours != null)
            .GroupBy(row => new { row.Office, row.AnswerHours })
            .Select(group => new
            {
                group.Key.Office,
                Hours = group.Key.AnswerHours!.Value,
                Cases = group.Count(),
            })
            .ToListAsync(cancel);
        var answered = hours.ToLookup(one => one.Office, one => (one.Hours, one.Cases));
        return
        [
            .. Seen(reader)
                .Select(office =>
                {
                    var now = lying.GetValueOrDefault(office.Code);
                    var then = filed.GetValueOrDefault(office.Code);
                    return new OfficeLine(
                        office.Code,
                        now?.Open ?? 0,
                        now?.Late ?? 0,
                        then?.Filed ?? 0,
                        Median(answered[office.Code]),
                        then?.Reopened ?? 0,
                        Kept.From(then?.LawMet ?? 0, then?.LawLate ?? 0),
                        Kept.From(then?.ChannelMet ?? 0, then?.ChannelLate ?? 0)
                    );
                }),
        ];
    }

    /// <summary>The years in which something was filed, latest first.</summary>
    public async Task<IReadOnlyList<int>> Years(Actor.Staff reader, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database
            .Set<CaseFigures>()
            .Scoped(Access.Scope(reader))
            .Select(row => row.Year)
            .Distinct()
            .OrderByDescending(year => year)
            .ToListAsync(cancel);
    }

    private IEnumerable<Office> Seen(Actor.Staff reader) =>
        Access.Scope(reader) is var scope && scope.All
            ? offices.Tree.All.Where(office => office is { Institution: Institution.Kpu, Level: not OfficeLevel.National })
            : offices.Tree.All.Where(office => office.Code == scope.Office);

    /// <summary>In days with one decimal: the middle one, or the mean of the two in the middle.</summary>
    internal static decimal? Median(IEnumerable<(int Hours, int Cases)> histogram)
    {
        var sorted = histogram.OrderBy(one => one.Hours).ToList();
        var all = sorted.Sum(one => one.Cases);
        return all == 0 ? null : Math.Round((At((all - 1) / 2) + At(all / 2)) / 2m / 24m, 1);

        int At(int index)
        {
            foreach (var (hours, cases) in sorted)
            {
                if (index < cases)
                {
                    return hours;
                }

                index -= cases;
            }

            throw new System.Diagnostics.UnreachableException();
        }
    }
}
