using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Coordination;

/// <summary>An input in the lists: a pure function of the folded state, without a word anybody wrote.</summary>
public sealed class InputRow : ISwept
{
    public Guid Id { get; init; }

    public InputNumber Number { get; init; }

    public InputAuthor Author { get; init; }

    public InputTopic Topic { get; init; }

    public OfficeCode To { get; init; }

    public Institution Institution { get; init; }

    /// <summary>The office that gave it; null for election participants and the public.</summary>
    public OfficeCode? Giver { get; init; }

    public InputState State { get; init; }

    public InputColumn Column { get; init; }

    public Instant ReceivedAt { get; init; }

    public LocalDate? DueDate { get; init; }

    public Instant? LateSince { get; init; }

    public Instant? PublishedAt { get; init; }

    public int PublishedVersion { get; init; }

    public int AnswerVersion { get; init; }

    public int ChangeVersion { get; init; }

    public int Version { get; init; }

    public Instant? SweepAt { get; init; }

    /// <summary>Since when the time of keeping the author's words runs; null where there are none or they are still needed.</summary>
    public Instant? KeptSince { get; init; }

    /// <summary>By which holidays its running day was counted.</summary>
    public string? CountedBy { get; init; }

    public static InputRow From(Input input) =>
        new()
        {
            Id = input.Id.Value,
            Number = input.Number,
            Author = input.Author,
            Topic = input.Topic,
            To = input.To,
            Institution = input.Institution,
            Giver = input.From,
            State = input.State,
            Column = input.Column,
            ReceivedAt = input.ReceivedAt,
            DueDate = input.Clock?.DueDate,
            LateSince = input.LateSince,
            PublishedAt = input.PublishedAt,
            PublishedVersion = input.PublishedVersion,
            AnswerVersion = input.AnswerVersion,
            ChangeVersion = input.ChangeVersion,
            Version = input.Version,
            SweepAt = input.SweepAt,
            KeptSince = input.KeptSince,
            CountedBy = input.CountedBy?.Value,
        };
}

/// <summary>A list is one column, or all of them, of everything, of one office or institution, or of what an office gave; each has its index.</summary>
internal sealed class InputRowConfiguration : IEntityTypeConfiguration<InputRow>
{
    public void Configure(EntityTypeBuilder<InputRow> builder)
    {
        builder.IsReadTable("inputs");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Column).HasColumnName("list_column");
        builder.Property(row => row.To).HasColumnName("to_office");
        builder.Property(row => row.Giver).HasColumnName("from_office");
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => new { row.ReceivedAt, row.Id });
        builder.HasIndex(row => new
        {
            row.Column,
            row.ReceivedAt,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.To,
            row.ReceivedAt,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.To,
            row.Column,
            row.ReceivedAt,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Institution,
            row.ReceivedAt,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Institution,
            row.Column,
            row.ReceivedAt,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Giver,
            row.ReceivedAt,
            row.Id,
        });
        builder.HasIndex(row => new
        {
            row.Giver,
            row.Column,
            row.ReceivedAt,
            row.Id,
        });
        builder.HasIndex(row => new { row.PublishedAt, row.Id });
        builder
            .HasIndex(row => new
            {
                row.Institution,
                row.KeptSince,
                row.Id,
            })
            .HasFilter("kept_since IS NOT NULL")
            .HasDatabaseName("ix_inputs_kept");
        builder.HasIndex(row => row.SweepAt);
        builder.HasIndex(row => row.CountedBy).HasFilter("counted_by is not null");
    }
}
