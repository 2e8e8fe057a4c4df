using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Padu.Storage;

/// <summary>The tables of the journal itself.</summary>
internal sealed class EventConfiguration : IEntityTypeConfiguration<EventRow>
{
    public void Configure(EntityTypeBuilder<EventRow> builder)
    {
        builder.ToTable("events").HasKey(row => row.Position);
        builder.Property(row => row.Position).ValueGeneratedNever();
        builder.HasIndex(row => new { row.Stream, row.Version }).IsUnique();
        // The register of access: some types of some offices, newest first.
        builder.HasIndex(row => new
        {
            row.Type,
            row.Office,
            row.Position,
        });
    }
}

internal sealed class HeadConfiguration : IEntityTypeConfiguration<HeadRow>
{
    public void Configure(EntityTypeBuilder<HeadRow> builder)
    {
        builder.ToTable("journal_head").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}

internal sealed class KeyConfiguration : IEntityTypeConfiguration<KeyRow>
{
    public void Configure(EntityTypeBuilder<KeyRow> builder)
    {
        builder.ToTable("keys").HasKey(row => new { row.KeyId, row.Custodian });
        builder.HasIndex(row => row.Stream);
        // One living key a purpose, writer and custodian: two hands that make it at once are noticed.
        builder
            .HasIndex(row => new
            {
                row.Stream,
                row.Purpose,
                row.Institution,
                row.Custodian,
            })
            .IsUnique()
            .HasFilter("wrapped IS NOT NULL");
    }
}

internal sealed class RegisterEntryConfiguration : IEntityTypeConfiguration<RegisterEntryRow>
{
    public void Configure(EntityTypeBuilder<RegisterEntryRow> builder)
    {
        builder
            .ToTable("register_entries")
            .HasKey(row => new
            {
                row.Office,
                row.Year,
                row.Book,
                row.Number,
            });
        builder.HasIndex(row => row.Stream);
    }
}

internal sealed class IdempotencyConfiguration : IEntityTypeConfiguration<IdempotencyRow>
{
    public void Configure(EntityTypeBuilder<IdempotencyRow> builder)
    {
        builder.ToTable("idempotency").HasKey(row => row.Key);
        builder.HasIndex(row => row.RecordedAt);
    }
}

internal sealed class CursorConfiguration : IEntityTypeConfiguration<CursorRow>
{
    public void Configure(EntityTypeBuilder<CursorRow> builder) => builder.ToTable("cursors").HasKey(row => row.Follower);
}

internal sealed class LeaseConfiguration : IEntityTypeConfiguration<LeaseRow>
{
    public void Configure(EntityTypeBuilder<LeaseRow> builder) => builder.ToTable("leases").HasKey(row => row.Name);
}

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<DeliveryRow>
{
    public void Configure(EntityTypeBuilder<DeliveryRow> builder)
    {
        builder
            .ToTable("deliveries")
            .HasKey(row => new
            {
                row.Follower,
                row.Position,
                row.Ordinal,
            });
        builder.HasIndex(row => new { row.Follower, row.DueAt });
        builder.HasIndex(row => row.DeadAt);
    }
}

internal sealed class BlobReferenceConfiguration : IEntityTypeConfiguration<BlobReferenceRow>
{
    public void Configure(EntityTypeBuilder<BlobReferenceRow> builder)
    {
        builder.ToTable("blob_references").HasKey(row => new { row.Name, row.Holder });
        builder.HasIndex(row => row.Holder);
    }
}

internal sealed class ReadSchemaConfiguration : IEntityTypeConfiguration<ReadSchemaRow>
{
    public void Configure(EntityTypeBuilder<ReadSchemaRow> builder)
    {
        builder.ToTable("read_schema").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
