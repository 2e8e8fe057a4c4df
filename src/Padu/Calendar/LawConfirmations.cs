using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using NodaTime.Text;
using Padu.Domain.Calendar;
using Padu.Storage;

namespace Padu.Calendar;

/// <summary>What is confirmed: <c>aturan/sp4n.verifikasi/2019-01-01</c> or <c>libur/2026</c>.</summary>
public readonly record struct LawItem(string Value)
{
    public override string ToString() => Value;

    public static LawItem Of(DeadlineRule row) => new($"aturan/{row.Code}/{LocalDatePattern.Iso.Format(row.ValidFrom)}");

    public static LawItem Of(HolidaySet set) => new($"libur/{set.Year}");

    public static LawItem Of(Election election) => new($"tahapan/{election.Code}");
}

/// <summary>A fingerprint of what was confirmed: when it is changed, nobody has confirmed it any more.</summary>
public readonly record struct LawContent(string Value)
{
    public override string ToString() => Value;

    public static LawContent Of(DeadlineRule row) =>
        Hash(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Amount}|{row.Unit}|{row.Trigger}|{row.Side}|{row.Source}|{row.ValidTo:uuuu-MM-dd}|{row.LeaveIsWorking}|{string.Join(';', row.Pauses)}|{row.BoundedByStage}"
            )
        );

    public static LawContent Of(HolidaySet set) =>
        Hash(
            $"{set.Version}|{set.Source}|{set.Official}|{string.Join(';', set.Days.Select(day => $"{LocalDatePattern.Iso.Format(day.Date)}={day.Kind}={day.Name}"))}"
        );

    public static LawContent Of(Election election) =>
        Hash(
            $"{election.Number.ToString(CultureInfo.InvariantCulture)}|{election.Kind}|{LocalDatePattern.Iso.Format(election.VotingDay)}|{election.Source}|{string.Join(';', election.Regions)}|{StageText.Write(election.Stages)}"
        );

    private static LawContent Hash(string text) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)));
}

/// <summary>One person's word for one item; a change is one <c>register.changed</c> event with the whole row.</summary>
/// <param name="IsWithdrawn">The word was taken back; the row stays for the record.</param>
/// <param name="Basis">What it was compared with: the decree, a letter, an opinion.</param>
public sealed record LawConfirmationRow(LawItem Item, Guid Account, LawContent Content, Instant At, bool IsWithdrawn, string Basis);

internal sealed class LawConfirmationRowConfiguration : IEntityTypeConfiguration<LawConfirmationRow>
{
    public void Configure(EntityTypeBuilder<LawConfirmationRow> builder)
    {
        builder.ToTable("law_confirmations");
        builder.HasKey(row => new { row.Item, row.Account });
    }
}

/// <summary>All that was confirmed, kept in memory: read again after a change made here, and once a minute for changes made by another process.</summary>
public sealed class LawConfirmations(IDbContextFactory<PaduDb> databases, IClock clock)
{
    private static readonly Duration Fresh = Duration.FromMinutes(1);
    private volatile Snapshot? snapshot;

    private sealed record Snapshot(ILookup<LawItem, LawConfirmationRow> Rows, Instant ReadAt);

    /// <summary>Who stands by this item as it is now, first come first.</summary>
    public ImmutableArray<LawConfirmationRow> Of(LawItem item, LawContent content) =>
        [.. Current.Rows[item].Where(row => !row.IsWithdrawn && row.Content == content).OrderBy(row => row.At)];

    /// <summary>To be called after a row was written.</summary>
    public void Forget() => snapshot = null;

    /// <summary>Another object whenever the confirmations may have changed.</summary>
    public object Now => Current;

    private Snapshot Current => snapshot is { } kept && clock.GetCurrentInstant() - kept.ReadAt < Fresh ? kept : snapshot = Read();

    private Snapshot Read()
    {
        using var database = databases.CreateDbContext();
        var rows = database.Set<LawConfirmationRow>().AsNoTracking().ToList().ToLookup(row => row.Item);
        return new Snapshot(rows, clock.GetCurrentInstant());
    }
}
