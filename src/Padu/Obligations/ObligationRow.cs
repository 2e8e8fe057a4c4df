using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Obligations;

/// <summary>An obligation on the boards: a pure function of the folded state, without a word anybody wrote.</summary>
public sealed class ObligationRow : ISwept
{
    public Guid Id { get; init; }

    public SourceKind Source { get; init; }

    /// <summary>The id of the stream that holds the source.</summary>
    public Guid SourceStream { get; init; }

    public int SourceItem { get; init; }

    public OfficeCode Owner { get; init; }

    public Institution Institution { get; init; }

    public OfficeCode Judge { get; init; }

    public ObligationState State { get; init; }

    public ObligationColumn Column { get; init; }

    public bool IsOpen { get; init; }

    public LocalDate DueDate { get; init; }

    public Instant Due { get; init; }

    /// <summary>The due moment, once it passed unmet; also of what was done afterwards.</summary>
    public Instant? LateSince { get; init; }

    public Instant PromisedAt { get; init; }

    public Instant? OverAt { get; init; }

    public Guid? Predecessor { get; init; }

    public Guid? Successor { get; init; }

    public int Version { get; init; }

    public Instant? SweepAt { get; init; }

    /// <summary>By which holidays its running day was counted.</summary>
    public string? CountedBy { get; init; }

    public static ObligationRow From(Obligation obligation) =>
        new()
        {
            Id = obligation.Id.Value,
            Source = obligation.Source!.Kind,
            SourceStream = obligation.Source.Stream,
            SourceItem = obligation.Source.Item,
            Owner = obligation.Owner,
            Institution = obligation.Institution,
            Judge = obligation.Judge,
            State = obligation.State,
            Column = obligation.Column,
            IsOpen = obligation.IsOpen,
            DueDate = obligation.DueDate,
            Due = obligation.Due,
            LateSince = obligation.LateSince,
            PromisedAt = obligation.PromisedAt,
            OverAt = obligation.OverAt,
            Predecessor = obligation.Predecessor?.Value,
            Successor = obligation.Successor?.Value,
            Version = obligation.Version,
            SweepAt = obligation.SweepAt,
            CountedBy = obligation.CountedBy?.Value,
        };
}

/// <summary>A board is one column or all, of one owner, institution or everybody, from one source or all: each of the twelve has its index, ordered by date.</summary>
internal sealed class ObligationRowConfiguration : IEntityTypeConfiguration<ObligationRow>
{
    public void Configure(EntityTypeBuilder<ObligationRow> builder)
    {
        builder.IsReadTable("obligations");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Column).HasColumnName("board_column");
        builder.HasIndex(row => new { row.Due, row.Id });
        builder.HasIndex(row => new
        {
            row.Column,
            row.Due,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Owner,
            row.Due,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Owner,
            row.Column,
            row.Due,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Institution,
            row.Due,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Institution,
            row.Column,
            row.Due,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Source,
            row.Due,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Source,
            row.Column,
            row.Due,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Owner,
            row.Source,
            row.Due,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Owner,
            row.Source,
            row.Column,
            row.Due,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Institution,
            row.Source,
            row.Due,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Institution,
            row.Source,
            row.Column,
            row.Due,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Judge,
            row.State,
            row.Due,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.SourceStream,
            row.Due,
            row.Id,
        });
        builder.HasIndex(row => row.SweepAt);
        builder.HasIndex(row => row.CountedBy).HasFilter("counted_by is not null");
    }
}
