using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Meetings;

/// <summary>In which list a meeting stands.</summary>
public enum MeetingShelf
{
    /// <summary>Planned: its conveners' only.</summary>
    [Code("meja")]
    Desk,

    [Code("umum")]
    Open,

    /// <summary>A historical record: anybody's.</summary>
    [Code("arsip")]
    History,
}

/// <summary>A meeting in the lists: a pure function of the folded state, without a word anybody wrote.</summary>
public sealed class MeetingRow
{
    public Guid Id { get; init; }

    public MeetingCode Code { get; init; }

    public MeetingStage Stage { get; init; }

    public MeetingShelf Shelf { get; init; }

    public Guid Series { get; init; }

    public OfficeCode Convener { get; init; }

    public OfficeCode? Joint { get; init; }

    public int BudgetYear { get; init; }

    public Instant Starts { get; init; }

    public Instant Ends { get; init; }

    public Instant BegunAt { get; init; }

    public Instant LastActAt { get; init; }

    public int Themes { get; init; }

    public int Invited { get; init; }

    public int Present { get; init; }

    public int Decisions { get; init; }

    public int PlanVersion { get; init; }

    public int Version { get; init; }

    public bool IsPublic => Shelf != MeetingShelf.Desk;

    public static MeetingRow From(Meeting meeting) =>
        new()
        {
            Id = meeting.Id.Value,
            Code = meeting.Code,
            Stage = meeting.Stage,
            Shelf =
                meeting.Stage == MeetingStage.Archive ? MeetingShelf.History
                : meeting.IsPublic ? MeetingShelf.Open
                : MeetingShelf.Desk,
            Series = meeting.Series.Value,
            Convener = meeting.Convener,
            Joint = meeting.Joint,
            BudgetYear = meeting.BudgetYear,
            Starts = meeting.Starts,
            Ends = meeting.Ends,
            BegunAt = meeting.BegunAt,
            LastActAt = meeting.LastActAt,
            Themes = meeting.Themes.Length,
            Invited = meeting.Invited.Length,
            Present = meeting.Present.Length,
            Decisions = meeting.Decisions.Length,
            PlanVersion = meeting.PlanVersion,
            Version = meeting.Version,
        };
}

/// <summary>The seat of an office in a meeting: along these the desk's list goes. A plan has the seats of its conveners only.</summary>
public sealed class MeetingSeatRow
{
    public OfficeCode Office { get; init; }

    public Guid Meeting { get; init; }

    public Instant Starts { get; init; }
}

/// <summary>An index for every list: the public's by the beginning, a series by when it was convened.</summary>
internal sealed class MeetingRowConfiguration : IEntityTypeConfiguration<MeetingRow>
{
    public void Configure(EntityTypeBuilder<MeetingRow> builder)
    {
        builder.IsReadTable("meetings");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.Code).IsUnique();
        builder.HasIndex(row => new
        {
            row.Shelf,
            row.Starts,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Series,
            row.BegunAt,
            row.Id,
        });
    }
}

internal sealed class MeetingSeatRowConfiguration : IEntityTypeConfiguration<MeetingSeatRow>
{
    public void Configure(EntityTypeBuilder<MeetingSeatRow> builder)
    {
        builder.IsReadTable("meeting_seats");
        builder.HasKey(row => new { row.Office, row.Meeting });
        builder.HasIndex(row => new
        {
            row.Office,
            row.Starts,
            row.Meeting,
        });
    }
}
