using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Examinations;

/// <summary>On whose table a report lies: the tabs of the Ombudsman's desk.</summary>
public enum ExaminationQueue
{
    [Code("verifikasi")]
    Verification,

    [Code("pleno")]
    Plenary,

    /// <summary>Waiting for the complainant.</summary>
    [Code("pelapor")]
    Complainant,

    [Code("pemeriksaan")]
    Examination,

    /// <summary>Decided; to be told and closed.</summary>
    [Code("pemberitahuan")]
    Notice,

    [Code("selesai")]
    Done,
}

/// <summary>
/// An examination in the lists: a pure function of the folded state, without a word anybody wrote. Its title is the complaint's, opened from that stream.
/// </summary>
public sealed class ExaminationRow : IExaminationScopedRow, ISwept
{
    public Guid Id { get; init; }

    public Guid Complaint { get; init; }

    public PublicNumber Number { get; init; }

    /// <summary>The Ombudsman's office.</summary>
    public OfficeCode Office { get; init; }

    /// <summary>The office complained about.</summary>
    public OfficeCode About { get; init; }

    public ExaminationQueue Queue { get; init; }

    public ExaminationStage Stage { get; init; }

    public EscalationWay Way { get; init; }

    public IdentityLevel Level { get; init; }

    public bool IsOpen { get; init; }

    public bool IsRapid { get; init; }

    public bool IsClosedToKpu { get; init; }

    public int Version { get; init; }

    public Instant OpenedAt { get; init; }

    public Instant LastActAt { get; init; }

    public Instant? ClosedAt { get; init; }

    /// <summary>The clock that drives the work, with its rule and its end; null when none runs.</summary>
    public ClockKind? NextClock { get; init; }

    public RuleCode? NextRule { get; init; }

    public Instant? NextSince { get; init; }

    public Instant? NextDue { get; init; }

    public LocalDate? NextDueDate { get; init; }

    /// <summary>The order of the list: <see cref="NextDue"/>, or far away when no clock runs.</summary>
    public Instant SortDue { get; init; }

    /// <summary>When the sweep must look: the end of the first running clock whose lapse is not recorded yet.</summary>
    public Instant? SweepAt { get; init; }

    /// <summary>By which holidays the running clocks were counted, as <see cref="ClockSet.CountedBy"/> tells.</summary>
    public string? CountedBy { get; init; }

    public static ExaminationRow From(Examination examination)
    {
        var next = examination.NextClock;
        return new ExaminationRow
        {
            Id = examination.Id.Value,
            Complaint = examination.Complaint.Value,
            Number = examination.Number,
            Office = examination.Office,
            About = examination.About,
            Queue = QueueOf(examination.Stage),
            Stage = examination.Stage,
            Way = examination.Way,
            Level = examination.Level,
            IsOpen = examination.IsOpen,
            IsRapid = examination.IsRapid,
            IsClosedToKpu = examination.IsClosedToKpu,
            Version = examination.Version,
            OpenedAt = examination.OpenedAt,
            LastActAt = examination.LastActAt,
            ClosedAt = examination.ClosedAt,
            NextClock = next?.Kind,
            NextRule = next?.Rule,
            NextSince = next?.TriggeredAt,
            NextDue = next?.Due,
            NextDueDate = next?.DueDate,
            SortDue = next?.Due ?? Far,
            SweepAt = examination
                .Clocks.Where(clock => clock is { Status: ClockStatus.Running, LapsedAt: null })
                .Select(clock => clock.Due)
                .Min(),
            CountedBy = examination.Clocks.CountedBy(),
        };
    }

    private static readonly Instant Far = Instant.FromUtc(9999, 1, 1, 0, 0);

    private static ExaminationQueue QueueOf(ExaminationStage stage) =>
        stage switch
        {
            ExaminationStage.Received => ExaminationQueue.Verification,
            ExaminationStage.AwaitingCompletion => ExaminationQueue.Complainant,
            ExaminationStage.Verified => ExaminationQueue.Plenary,
            ExaminationStage.Registered or ExaminationStage.UnderExamination => ExaminationQueue.Examination,
            ExaminationStage.Declined or ExaminationStage.Concluded => ExaminationQueue.Notice,
            ExaminationStage.Closed => ExaminationQueue.Done,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary>An index for every filter and order the desk offers; every list is one office's.</summary>
internal sealed class ExaminationRowConfiguration : IEntityTypeConfiguration<ExaminationRow>
{
    public void Configure(EntityTypeBuilder<ExaminationRow> builder)
    {
        builder.IsReadTable("examinations");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.Complaint);
        builder.HasIndex(row => new { row.Number, row.OpenedAt });
        builder.HasIndex(row => new
        {
            row.Office,
            row.Queue,
            row.SortDue,
            row.Id,
        });
        builder
            .HasIndex(
                row => new
                {
                    row.Office,
                    row.SortDue,
                    row.Id,
                },
                "ix_examinations_open"
            )
            .HasFilter("is_open");
        builder.HasIndex(row => new
        {
            row.Office,
            row.OpenedAt,
            row.Id,
        });
        builder.HasIndex(row => row.SweepAt);
        builder.HasIndex(row => row.CountedBy).HasFilter("counted_by is not null");
    }
}
