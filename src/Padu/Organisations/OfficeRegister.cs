using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Organisations;

/// <summary>
/// The offices of the installation. They change a few times a year and are asked for in every request, so they are kept in memory: read again
/// after a change made here, and once a minute for changes made by another process. While the database is away what was read last will do.
/// </summary>
public sealed class OfficeRegister(IDbContextFactory<PaduDb> contexts, StorageHealth health, Regions regions, IClock clock)
{
    private static readonly Duration Fresh = Duration.FromMinutes(1);
    private static readonly DateTimeZone Capital = DateTimeZoneProviders.Tzdb["Asia/Jakarta"];

    private volatile Snapshot? snapshot;

    private sealed record Snapshot(OfficeTree Tree, FrozenDictionary<OfficeCode, OfficeRow> Rows, Instant ReadAt);

    public OfficeTree Tree => Current.Tree;

    public IEnumerable<OfficeRow> Rows => Tree.All.Select(office => Current.Rows[office.Code]);

    public Office? Find(OfficeCode code) => Tree.Find(code);

    /// <summary>The office with address, channels and both names.</summary>
    public OfficeRow? Row(OfficeCode code) => Current.Rows.GetValueOrDefault(code);

    /// <summary>The name in a language by its two letters; the code itself for an office nobody knows any more.</summary>
    public string NameOf(OfficeCode code, string language) =>
        Row(code) is { } row ? (language == "en" ? row.NameEn : row.NameId) : code.Value;

    /// <summary>Where legal days of this office are counted; a national office sits in the capital.</summary>
    public DateTimeZone ZoneOf(Office office) => office.Region is { } region ? regions.ZoneOf(region) : Capital;

    public LocalDate DayIn(Office office, Instant moment) => moment.InZone(ZoneOf(office)).Date;

    /// <summary>The next question reads anew.</summary>
    public void Forget() => snapshot = null;

    private Snapshot Current => snapshot is { } kept && clock.GetCurrentInstant() - kept.ReadAt < Fresh ? kept : snapshot = Read();

    private Snapshot Read()
    {
        try
        {
            return ReadRows();
        }
        catch (Exception e) when (snapshot is not null && health.IsUnavailable(e))
        {
            return snapshot;
        }
    }

    private Snapshot ReadRows()
    {
        using var db = contexts.CreateDbContext();
        var rows = db.Set<OfficeRow>().AsNoTracking().ToFrozenDictionary(row => row.Code);
        return new Snapshot(new OfficeTree(rows.Values.Select(row => row.Office)), rows, clock.GetCurrentInstant());
    }
}
