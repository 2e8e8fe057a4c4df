using Microsoft.EntityFrameworkCore;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Organisations;

/// <param name="Next">The code of the last line, or null at the end.</param>
public sealed record AdHocPage(IReadOnlyList<AdHocRow> Rows, string? Next);

/// <summary>Reads of ad hoc bodies, and how they are called.</summary>
public sealed class AdHocBodies(IDbContextFactory<PaduDb> databases, Regions regions, Texts texts)
{
    private const int PageSize = 50;

    /// <summary>Fifty bodies of an office after a place, by their codes.</summary>
    public async Task<AdHocPage> Of(OfficeCode office, ElectionCode? election, string? after, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = database.Set<AdHocRow>().AsNoTracking().Where(row => row.Parent == office);
        if (election is { } only)
        {
            rows = rows.Where(row => row.Election == only);
        }

        if (!string.IsNullOrEmpty(after))
        {
            rows = rows.Where(row => string.Compare(row.Code, after) > 0);
        }

        var found = await rows.OrderBy(row => row.Code).Take(PageSize + 1).ToListAsync(cancel);
        return found.Count > PageSize ? new AdHocPage(found[..PageSize], found[PageSize - 1].Code) : new AdHocPage(found, null);
    }

    public async Task<AdHocRow?> Find(AdHocCode code, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database.Set<AdHocRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Code == code.Value, cancel);
    }

    /// <summary>Which of these codes the register holds.</summary>
    public async Task<IReadOnlySet<AdHocCode>> Existing(IReadOnlyCollection<AdHocCode> codes, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var wanted = codes.Select(code => code.Value).ToList();
        var found = await database.Set<AdHocRow>().Where(row => wanted.Contains(row.Code)).Select(row => row.Code).ToListAsync(cancel);
        return found.Select(code => new AdHocCode(code)).ToHashSet();
    }

    /// <summary><c>PPS Anggut Atas</c>, <c>KPPS TPS 003 Anggut Atas</c>.</summary>
    public string NameOf(AdHocBody body) =>
        texts[
            $"adhoc.name.{body.Kind.Code()}",
            regions.Find(body.Region)?.Name ?? body.Region.Value,
            body.PollingStation?.ToString("000", System.Globalization.CultureInfo.InvariantCulture) ?? ""
        ];

    /// <summary>The name of a code the register may or may not hold: its parts are all it takes.</summary>
    public string NameOf(AdHocCode code) =>
        code.Value.Split('/') is [var kind, var place, var election] && CodeOf.TryParse<AdHocKind>(kind, out var known)
            ? NameOf(
                new AdHocBody(
                    code,
                    known,
                    default,
                    new RegionCode(place.Split('-')[0]),
                    place.Split('-') is [_, var station] && int.TryParse(station, out var number) ? number : null,
                    new ElectionCode(election),
                    default,
                    default
                )
            )
            : code.Value;
}
