using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>How an office works; a change is one <c>register.changed</c> event with the whole row.</summary>
/// <param name="NeedsApproval">An answer goes out only after the head has approved it.</param>
public sealed record OfficePracticeRow(OfficeCode Office, bool NeedsApproval);

internal sealed class OfficePracticeRowConfiguration : IEntityTypeConfiguration<OfficePracticeRow>
{
    public void Configure(EntityTypeBuilder<OfficePracticeRow> builder)
    {
        builder.ToTable("office_practices");
        builder.HasKey(row => row.Office);
    }
}

/// <summary>
/// The practices of all offices, kept in memory like the offices themselves: read again after a change made here, and once a minute for changes made by
/// another process.
/// </summary>
public sealed class OfficePractices(IDbContextFactory<PaduDb> databases, Journal journal, IClock clock)
{
    private static readonly Duration Fresh = Duration.FromMinutes(1);
    private volatile Snapshot? snapshot;

    private sealed record Snapshot(FrozenDictionary<OfficeCode, OfficePracticeRow> Rows, Instant ReadAt);

    /// <summary>False for an office that has said nothing: its officers answer themselves.</summary>
    public bool NeedsApproval(OfficeCode office) => Current.Rows.GetValueOrDefault(office)?.NeedsApproval ?? false;

    /// <summary>Sets how the actor's own office works.</summary>
    public async Task<Refusal?> Change(Actor.Staff actor, bool needsApproval, CancellationToken cancel)
    {
        if (!MayChange(actor))
        {
            return new Refusal("office.not-yours");
        }

        await journal.Change(actor, clock.GetCurrentInstant(), new OfficePracticeRow(actor.Office.Code, needsApproval), cancel);
        snapshot = null;
        return null;
    }

    /// <summary>The admin of an office keeps its rules and its ready replies.</summary>
    public static bool MayChange(Actor.Staff actor) => actor is { Role: Role.AgencyAdmin, Office.Institution: Institution.Kpu };

    private Snapshot Current => snapshot is { } kept && clock.GetCurrentInstant() - kept.ReadAt < Fresh ? kept : snapshot = Read();

    private Snapshot Read()
    {
        using var database = databases.CreateDbContext();
        var rows = database.Set<OfficePracticeRow>().AsNoTracking().ToFrozenDictionary(row => row.Office);
        return new Snapshot(rows, clock.GetCurrentInstant());
    }
}
