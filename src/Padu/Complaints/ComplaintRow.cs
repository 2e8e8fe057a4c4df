using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>On whose table a case lies: the tabs of the desk.</summary>
public enum Queue
{
    /// <summary>To be verified or assigned by the office's admin.</summary>
    [Code("pemeriksaan")]
    Triage,

    /// <summary>To be answered by a unit.</summary>
    [Code("jawaban")]
    Answer,

    /// <summary>An answer waits for the head.</summary>
    [Code("persetujuan")]
    Approval,

    /// <summary>Waiting for the complainant.</summary>
    [Code("pelapor")]
    Complainant,

    /// <summary>With the Ombudsman alone.</summary>
    [Code("ombudsman")]
    Ombudsman,

    /// <summary>Follows a leading case and is answered with it.</summary>
    [Code("mengikuti")]
    Following,

    [Code("selesai")]
    Done,

    /// <summary>Old casework.</summary>
    [Code("arsip")]
    Archive,
}

/// <summary>
/// A case in the lists: a pure function of the folded state, without a word anybody wrote. Its title is opened from the event that
/// <see cref="TitleVersion"/> names.
/// </summary>
public sealed class ComplaintRow : IScopedRow, ISwept
{
    public Guid Id { get; init; }

    public PublicNumber Number { get; init; }

    /// <summary>Where the case lies (<see cref="CaseSubject.Seat"/>).</summary>
    public OfficeCode Office { get; init; }

    public UnitCode? Unit { get; init; }

    /// <summary>The post that took it on.</summary>
    public Guid? Officer { get; init; }

    public OfficeCode Owner { get; init; }

    /// <summary>The office it is about, which never sees it.</summary>
    public OfficeCode? Against { get; init; }

    public Queue Queue { get; init; }

    public Stage Stage { get; init; }

    public IdentityLevel Level { get; init; }

    public ComplaintClass? Class { get; init; }

    public IntakeChannel Channel { get; init; }

    public RegionCode? Region { get; init; }

    public LocalDate? HappenedOn { get; init; }

    /// <summary>The case it follows or was answered with.</summary>
    public ComplaintId? Lead { get; init; }

    /// <summary>The office that entered it for the complainant, and when.</summary>
    public OfficeCode? TakenInBy { get; init; }

    public Instant? EnteredAt { get; init; }

    public bool IsOpen { get; init; }

    public bool MustBeContacted { get; init; }

    /// <summary>The complainant added something nobody has read yet.</summary>
    public bool HasNewWord { get; init; }

    /// <summary>How often the complainant was asked during handling.</summary>
    public int Questions { get; init; }

    public bool IsAtOmbudsman { get; init; }

    public bool IsClosedToKpu { get; init; }

    /// <summary>Processing waits, as the complainant asked.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>Closed, with the complainant's identity and words still there: when that time of keeping ends is counted from it. Null otherwise.</summary>
    public Instant? KeptSince { get; init; }

    public int Version { get; init; }

    public int TitleVersion { get; init; }

    public Instant ReceivedAt { get; init; }

    public Instant LastActAt { get; init; }

    public Instant? ClosedAt { get; init; }

    /// <summary>The clock that drives the work, and its end; null when none runs.</summary>
    public ClockKind? NextClock { get; init; }

    public Instant? NextDue { get; init; }

    public LocalDate? NextDueDate { get; init; }

    /// <summary>The order of the worklist: <see cref="NextDue"/>, or far away when no clock runs.</summary>
    public Instant SortDue { get; init; }

    /// <summary>When the sweep must look: the end of the first running clock whose lapse is not recorded yet.</summary>
    public Instant? SweepAt { get; init; }

    /// <summary>By which holidays the running clocks were counted, as <see cref="ClockSet.CountedBy"/> tells.</summary>
    public string? CountedBy { get; init; }

    /// <summary>The stage it concerns.</summary>
    public ElectionCode? ConcernElection { get; init; }

    public StageCode? ConcernStage { get; init; }

    public StageRef? Concern => ConcernElection is { } election && ConcernStage is { } stage ? new StageRef(election, stage) : null;

    /// <summary>By which election's schedule, in which version, running clocks are bounded (<see cref="ClockSet.BoundedBy"/>); null where none is.</summary>
    public ElectionCode? BoundBy { get; init; }

    public string? BoundVersion { get; init; }

    public static ComplaintRow From(Complaint complaint)
    {
        var next = complaint.NextClock;
        return new ComplaintRow
        {
            Id = complaint.Id.Value,
            Number = complaint.Number,
            Office = complaint.Subject.Seat,
            Unit = complaint.Unit,
            Officer = complaint.Officer?.Value,
            Owner = complaint.Owner,
            Against = complaint.Against,
            Queue = complaint.IsFollowing ? Queue.Following : QueueOf(complaint),
            Stage = complaint.Stage,
            Level = complaint.Level,
            Class = complaint.Class,
            Channel = complaint.Channel,
            Region = complaint.Region,
            HappenedOn = complaint.HappenedOn,
            Lead = complaint.Lead,
            TakenInBy = complaint.TakenInBy,
            EnteredAt = complaint.EnteredAt,
            IsOpen = complaint.IsOpen,
            MustBeContacted = complaint.MustBeContacted,
            HasNewWord = complaint.HasNewWord,
            IsRestricted = complaint.IsRestricted,
            KeptSince = complaint is { Stage: Stage.Closed, IsErased: false, Origin: null } ? complaint.ClosedAt : null,
            Questions = complaint.Questions,
            IsAtOmbudsman = complaint.IsAtOmbudsman,
            IsClosedToKpu = complaint.IsClosedToKpu,
            Version = complaint.Version,
            TitleVersion = complaint.TitleVersion,
            ReceivedAt = complaint.ReceivedAt,
            LastActAt = complaint.LastActAt,
            ClosedAt = complaint.ClosedAt,
            NextClock = next?.Kind,
            NextDue = next?.Due,
            NextDueDate = next?.DueDate,
            SortDue = next?.Due ?? Far,
            SweepAt = complaint
                .Clocks.Where(clock => clock is { Status: ClockStatus.Running, LapsedAt: null })
                .Select(clock => clock.Due)
                .Min(),
            CountedBy = complaint.Clocks.CountedBy(),
            ConcernElection = complaint.Concern?.Election,
            ConcernStage = complaint.Concern?.Stage,
            BoundBy = complaint.Clocks.BoundedBy()?.Election,
            BoundVersion = complaint.Clocks.BoundedBy()?.Version.Value,
        };
    }

    private static readonly Instant Far = Instant.FromUtc(9999, 1, 1, 0, 0);

    private static Queue QueueOf(Complaint complaint) =>
        complaint.Stage switch
        {
            Stage.Received or Stage.Verified => Queue.Triage,
            Stage.Assigned => complaint.Proposal > 0 ? Queue.Approval : Queue.Answer,
            Stage.AwaitingCompletion or Stage.Asked or Stage.Answered => Queue.Complainant,
            Stage.AtOmbudsman => Queue.Ombudsman,
            Stage.Closed => Queue.Done,
            Stage.Archived => Queue.Archive,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary>
/// An index for every order the desk offers, once for the province (all), once for an office, once for a unit. The longest lists carry in theirs whatever
/// can be filtered, so that a filter is read off the index and a row is fetched only when it is shown.
/// </summary>
internal sealed class ComplaintRowConfiguration : IEntityTypeConfiguration<ComplaintRow>
{
    public void Configure(EntityTypeBuilder<ComplaintRow> builder)
    {
        builder.IsReadTable("complaints");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => new
        {
            row.Queue,
            row.SortDue,
            row.Id,
        });
        // Of the open ones alone: SQLite finds no truth value by an index's column, and closed ones are the many.
        builder
            .HasIndex(
                row => new
                {
                    row.SortDue,
                    row.Id,
                    row.Class,
                    row.Unit,
                    row.Officer,
                    row.Region,
                    row.Channel,
                    row.Level,
                    row.Number,
                    row.ReceivedAt,
                },
                "ix_complaints_open"
            )
            .HasFilter("is_open");
        // Who reads of all offices reads whatever is not kept from the election commission.
        builder
            .HasIndex(row => new
            {
                row.ReceivedAt,
                row.Id,
                row.Class,
                row.Unit,
                row.Officer,
                row.Region,
                row.Channel,
                row.Level,
                row.Number,
            })
            .HasFilter("NOT is_closed_to_kpu")
            .HasDatabaseName("ix_complaints_all");
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
                    row.Class,
                    row.Unit,
                    row.Officer,
                    row.Region,
                    row.Channel,
                    row.Level,
                    row.Number,
                    row.ReceivedAt,
                },
                "ix_complaints_office_open"
            )
            .HasFilter("is_open");
        builder
            .HasIndex(row => new
            {
                row.Office,
                row.ReceivedAt,
                row.Id,
                row.Class,
                row.Unit,
                row.Officer,
                row.Region,
                row.Channel,
                row.Level,
                row.Number,
            })
            .HasDatabaseName("ix_complaints_office_all");
        builder.HasIndex(row => new
        {
            row.Office,
            row.Unit,
            row.Queue,
            row.SortDue,
            row.Id,
        });
        builder
            .HasIndex(
                row => new
                {
                    row.Office,
                    row.Unit,
                    row.SortDue,
                    row.Id,
                },
                "ix_complaints_unit_open"
            )
            .HasFilter("is_open");
        builder.HasIndex(row => new
        {
            row.Office,
            row.Unit,
            row.ReceivedAt,
            row.Id,
        });
        builder.HasIndex(row => new { row.SortDue, row.Id }, "ix_complaints_contact").HasFilter("must_be_contacted");
        builder
            .HasIndex(
                row => new
                {
                    row.Office,
                    row.SortDue,
                    row.Id,
                },
                "ix_complaints_office_contact"
            )
            .HasFilter("must_be_contacted");
        builder.HasIndex(row => new { row.SortDue, row.Id }).HasFilter("is_at_ombudsman").HasDatabaseName("ix_complaints_at_ombudsman");
        builder
            .HasIndex(row => new
            {
                row.Officer,
                row.SortDue,
                row.Id,
            })
            .HasFilter("officer IS NOT NULL AND is_open")
            .HasDatabaseName("ix_complaints_officer");
        builder.HasIndex(row => new { row.SortDue, row.Id }, "ix_complaints_word").HasFilter("has_new_word");
        builder
            .HasIndex(
                row => new
                {
                    row.Office,
                    row.SortDue,
                    row.Id,
                },
                "ix_complaints_office_word"
            )
            .HasFilter("has_new_word");
        builder
            .HasIndex(
                row => new
                {
                    row.Office,
                    row.SortDue,
                    row.Id,
                },
                "ix_complaints_office_at_ombudsman"
            )
            .HasFilter("is_at_ombudsman");
        builder.HasIndex(row => row.SweepAt);
        builder.Ignore(row => row.Concern);
        builder.HasIndex(row => new { row.BoundBy, row.BoundVersion }).HasFilter("bound_by is not null");
        builder.HasIndex(row => row.CountedBy).HasFilter("counted_by is not null");
        // Whose personal data is due for erasure is asked by when the case was closed.
        builder.HasIndex(row => new { row.KeptSince, row.Id }).HasFilter("kept_since IS NOT NULL").HasDatabaseName("ix_complaints_kept");
        builder
            .HasIndex(row => new
            {
                row.Office,
                row.KeptSince,
                row.Id,
            })
            .HasFilter("kept_since IS NOT NULL")
            .HasDatabaseName("ix_complaints_office_kept");
        builder.HasIndex(row => new { row.Lead, row.Id }).HasFilter("lead is not null");
        builder.HasIndex(row => new { row.TakenInBy, row.EnteredAt }).HasFilter("taken_in_by is not null");
        // Both are always asked together; the region alone leads nowhere, so that a filter by it is read off the list's own index.
        builder.HasIndex(row => new { row.HappenedOn, row.Region });
    }
}
