using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Storage;

namespace Padu.Calendar;

/// <summary>A schedule that an office brought, whole; an earlier version stays beside it. A change is one <c>register.changed</c> event.</summary>
/// <param name="Decree">What it was taken from: the regulation or decision with its number.</param>
/// <param name="Stages">The table as <see cref="StageText"/> writes it.</param>
public sealed record ElectionScheduleRow(
    ElectionCode Code,
    int Number,
    ElectionKind Kind,
    string NameId,
    string NameEn,
    string Regions,
    LocalDate VotingDay,
    Confidence Confidence,
    Instant At,
    string Decree,
    string Stages
)
{
    public static ElectionScheduleRow Of(Election election, Instant at) =>
        new(
            election.Code,
            election.Number,
            election.Kind,
            election.NameId,
            election.NameEn,
            string.Join(';', election.Regions),
            election.VotingDay,
            election.Confidence,
            at,
            election.Source,
            StageText.Write(election.Stages)
        );

    public Election Election =>
        new(
            Code,
            Number,
            Kind,
            NameId,
            NameEn,
            StageText.Regions(Regions),
            VotingDay,
            Decree,
            Confidence,
            IsConfirmed: false,
            StageText.Read(Stages).Stages
        );
}

internal sealed class ElectionScheduleRowConfiguration : IEntityTypeConfiguration<ElectionScheduleRow>
{
    public void Configure(EntityTypeBuilder<ElectionScheduleRow> builder)
    {
        builder.ToTable("election_schedules");
        builder.HasKey(row => new { row.Code, row.Number });
        builder.Ignore(row => row.Election);
    }
}

/// <summary>
/// The elections in force here: of each the newest version, whether it came with the reference files or was brought by the office, marked as
/// confirmed where enough people have signed it. Kept in memory: read again after a change made here, and once a minute for changes of another process.
/// </summary>
public sealed class Elections(
    ReferenceCalendar reference,
    LawConfirmations confirmations,
    IDbContextFactory<PaduDb> databases,
    IClock clock
)
{
    private static readonly Duration Fresh = Duration.FromMinutes(1);
    private volatile Snapshot? snapshot;
    private volatile Marked? marked;

    private sealed record Snapshot(ImmutableArray<Election> Newest, Instant ReadAt);

    private sealed record Marked(Snapshot Of, object Confirmations, ElectionSchedule Schedule);

    public ElectionSchedule Now
    {
        get
        {
            var (read, signed) = (Current, confirmations.Now);
            if (marked is { } kept && ReferenceEquals(kept.Of, read) && ReferenceEquals(kept.Confirmations, signed))
            {
                return kept.Schedule;
            }

            var schedule = new ElectionSchedule(read.Newest.Select(Confirmed));
            marked = new Marked(read, signed, schedule);
            return schedule;
        }
    }

    public ImmutableArray<LawConfirmationRow> WhoSigned(Election election) =>
        confirmations.Of(LawItem.Of(election), LawContent.Of(election));

    /// <summary>To be called after a row was written.</summary>
    public void Forget() => snapshot = null;

    private Election Confirmed(Election election) =>
        election with
        {
            IsConfirmed = election.IsConfirmed || WhoSigned(election).Length >= Election.Signatures,
        };

    private Snapshot Current => snapshot is { } kept && clock.GetCurrentInstant() - kept.ReadAt < Fresh ? kept : snapshot = Read();

    private Snapshot Read()
    {
        using var database = databases.CreateDbContext();
        var brought = database.Set<ElectionScheduleRow>().AsNoTracking().ToList().Select(row => row.Election);
        var newest = reference.Elections.Concat(brought).GroupBy(one => one.Code).Select(same => same.MaxBy(one => one.Number)!);
        return new Snapshot([.. newest], clock.GetCurrentInstant());
    }
}
